"""The words of lists of systems: their headings in both languages, and what their cells are understood by."""

from functools import cache

from handlers.frame import texts
from handlers.frame.office import Office
from handlers.workbooks.words import STAR, reason_heading
from models.people import Language
from models.systems import SystemMark
from services.notation.spelling import search_key
from services.workbooks.lists import Headings
from services.workbooks.registers.system_rows import (
    REQUIRED_OF_SYSTEMS,
    SYSTEM_COMES_DOWN,
    SystemColumn,
    SystemVocabulary,
)


def column_name(language: Language, column: SystemColumn) -> str:
    """Name a column."""
    return texts.label(language, f"systems-column-{column.replace('_', '-')}")


def heading(language: Language, column: SystemColumn) -> str:
    """Give a column's heading in a workbook of ours."""
    return column_name(language, column) + (STAR if column in REQUIRED_OF_SYSTEMS else "")


@cache
def headings(language: Language) -> Headings:
    """Give the headings that are understood, in either language and several spellings, named in one language."""
    known = {search_key(text): column for column in SystemColumn for text in _spellings(column)}
    reasons = {
        search_key(reason_heading(one, text))
        for one in Language
        for column in SystemColumn
        for text in _spellings(column)
    }
    return Headings(
        known=known,
        names={column: column_name(language, column) for column in SystemColumn},
        passed_over=frozenset(reasons),
        required=REQUIRED_OF_SYSTEMS,
        comes_down=SYSTEM_COMES_DOWN,
        first_spelling_wins=(),
        several=(),
    )


def _spellings(column: SystemColumn) -> list[str]:
    names = [column_name(language, column) for language in Language]
    both = (texts.label(language, f"systems-spellings-{column.replace('_', '-')}") for language in Language)
    return [*names, *(text.strip() for more in both for text in more.split(";"))]


def vocabulary(office: Office) -> SystemVocabulary:
    """Gather what cells are understood by: the marks in either language, and what says that a system is everywhere."""
    return SystemVocabulary(
        province_code=office.province_code,
        marks={
            search_key(texts.label(language, f"system-mark-{mark}")): mark
            for mark in SystemMark
            for language in Language
        },
        whole_province=frozenset(search_key(office.reader(one).label("whole-province")) for one in Language),
    )
