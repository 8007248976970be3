"""One row of a list of information systems: every cell is read as people spell it, or refused with the reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from models.systems import ContactHours, SystemMark
from services.ground.refusals import Refusal
from services.notation.spelling import search_key, tidy_line
from services.systems.entries import Called, check_level, check_name, check_text, read_contacts, read_names
from services.workbooks.import_communes import read_commune
from services.workbooks.import_letters import read_letters
from services.workbooks.import_rows import CellEmpty, Rejected, text_of_cell, tried
from services.workbooks.lists import SentRow

LEVEL = re.compile(r"(?:cap do |cap |level |muc )?([0-9]+|i{1,3}|iv|v)")
# After the level stand the decision by which it was approved, and the fraction that a spreadsheet adds.
AFTER_LEVEL = re.compile(r"\s*\([^()]*\)\s*$|[.,]0+\s*$")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


class SystemColumn(StrEnum):
    """The columns of a list of systems, in their order."""

    NAME = "name"
    ALSO = "also"
    OWNER = "owner"
    OPERATOR = "operator"
    LEVEL = "level"
    MARK = "mark"
    COMMUNE = "commune"
    SERVES = "serves"
    CONNECTIVITY = "connectivity"
    SECURITY = "security"
    IN_HOURS = "in_hours"
    OUT_OF_HOURS = "out_of_hours"
    LEADERSHIP = "leadership"


# Two columns tell a list of systems from any other.
REQUIRED_OF_SYSTEMS = (SystemColumn.NAME, SystemColumn.MARK)
# Where a value that is merged down several rows is that of each; two systems have not one name.
SYSTEM_COMES_DOWN = tuple(column for column in SystemColumn if column not in (SystemColumn.NAME, SystemColumn.ALSO))
HOURS: Mapping[SystemColumn, ContactHours] = {
    SystemColumn.IN_HOURS: ContactHours.IN_HOURS,
    SystemColumn.OUT_OF_HOURS: ContactHours.OUT_OF_HOURS,
    SystemColumn.LEADERSHIP: ContactHours.LEADERSHIP,
}
OF_WORDS = tuple(column for column in SystemColumn if column is not SystemColumn.LEVEL)


class SystemMarkUnclear(Refusal):
    """The cell says neither of the network's two marks: `text`."""


class SystemLevelUnclear(Refusal):
    """The cell says no level from 1 to 5: `text`."""


class SystemTwiceInList(Refusal):
    """The row `row` of the same file has this name already."""


@dataclass(frozen=True)
class SystemVocabulary:
    """What cells are understood by: the province of the communes, and the words of the marks, by search key."""

    province_code: str
    marks: Mapping[str, SystemMark]
    whole_province: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SystemRow:
    """What a good row says, by its columns; an empty cell says nothing. Businesses stand as they were written."""

    sent: SentRow
    said: Mapping[SystemColumn, Any]

    @property
    def name(self) -> str:
        """Give the name of the system."""
        return str(self.said[SystemColumn.NAME])


def read(row: SentRow, vocabulary: SystemVocabulary) -> SystemRow | Rejected:
    """Read a row, or tell of each wrong cell what is wrong."""
    reasons: dict[StrEnum, Refusal] = dict(read_letters(row, convert=False, of_words=OF_WORDS).reasons)
    said: dict[SystemColumn, Any] = {}
    for column, place in row.header.places.items():
        if column in reasons:
            continue
        value = tried(partial(_cell, SystemColumn(column), vocabulary), row.cells[place])
        if isinstance(value, Refusal):
            reasons[column] = value
        elif value is not None:
            said[SystemColumn(column)] = value
    return Rejected(row, reasons) if reasons else SystemRow(row, said)


def _cell(column: SystemColumn, vocabulary: SystemVocabulary, value: object) -> Any:
    text = text_of_cell(value)
    if not text.strip("-–—…._/ "):
        if column in REQUIRED_OF_SYSTEMS:
            raise CellEmpty
        return None
    match column:
        case SystemColumn.NAME:
            return check_name(tidy_line(text))
        case SystemColumn.ALSO:
            return read_names(text)
        case SystemColumn.LEVEL:
            return _level(text)
        case SystemColumn.MARK:
            return _mark(text, vocabulary)
        case SystemColumn.COMMUNE:
            return _commune(text, vocabulary)
        case SystemColumn.CONNECTIVITY | SystemColumn.SECURITY:
            return read_names(text)
        case SystemColumn.IN_HOURS | SystemColumn.OUT_OF_HOURS | SystemColumn.LEADERSHIP:
            return _contacts(column, text)
        case _:
            return check_text(tidy_line(text))


def _level(text: str) -> int | None:
    found = LEVEL.fullmatch(search_key(AFTER_LEVEL.sub("", text)))
    if found is None:
        raise SystemLevelUnclear(text=tidy_line(text)[:40])
    return check_level(ROMAN.get(found[1]) or int(found[1]))


def _mark(text: str, vocabulary: SystemVocabulary) -> SystemMark:
    mark = vocabulary.marks.get(search_key(text))
    if mark is None:
        raise SystemMarkUnclear(text=tidy_line(text)[:40])
    return mark


def _commune(text: str, vocabulary: SystemVocabulary) -> str | None:
    if search_key(text) in vocabulary.whole_province:
        return None
    return read_commune(text, province_code=vocabulary.province_code).code


def _contacts(column: SystemColumn, text: str) -> tuple[Called, ...]:
    return read_contacts(text, hours=HOURS[column])


def without_twins(rows: list[SystemRow]) -> tuple[list[SystemRow], list[Rejected]]:
    """Turn away the rows that name a system which an earlier row names already."""
    first: dict[str, SystemRow] = {}
    twins = []
    for row in rows:
        before = first.setdefault(search_key(row.name), row)
        if before is not row:
            seen = before.sent.seen_from(row.sent.header.sheet)
            twins.append(Rejected(row.sent, {SystemColumn.NAME: SystemTwiceInList(row=seen)}))
    return list(first.values()), twins
