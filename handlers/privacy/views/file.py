"""The file of a person's own data: a workbook with a sheet for each kind of record, in the person's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.reader import Reader
from handlers.staff.views import role_name
from handlers.workbooks.writing import Row, Workbook
from services.privacy.records import Records

PERSON = ("what", "value")
# What is written on the first sheet, with the person.
WITH_PERSON = ("reach",)


def fill(reader: Reader, workbook: Workbook, records: Records, sheets: Mapping[str, RecordSheet]) -> None:
    """Write every sheet, also those without a record: an empty one says that nothing of its kind is stored."""
    _add(reader, workbook, "person", PERSON, _person(reader, records))
    for part, sheet in sorted(sheets.items(), key=lambda named: named[1].rank):
        rows = (sheet.row(reader, *_several(record)) for record in records.parts[part])
        _add(reader, workbook, part, sheet.headings, rows)


def _several(record: Any) -> Iterable[Any]:
    """Give a record with what stands beside it; a record alone stands beside nothing."""
    return record if isinstance(record, Sequence) else (record,)


def _add(reader: Reader, workbook: Workbook, title: str, names: Iterable[str], rows: Iterable[Row]) -> None:
    headings = [reader.label(f"file-heading-{name}") for name in names]
    sheet = workbook.sheet(reader.label(f"file-sheet-{title}"), headings)
    sheet.add_all(rows)


def _person(reader: Reader, records: Records) -> Iterable[Row]:
    person = records.person
    yield reader.label("file-person-name"), person.name
    yield reader.label("file-person-telegram"), str(person.telegram_id)
    yield reader.label("file-person-language"), reader.label(f"language-{person.language}")
    yield reader.label("file-person-since"), person.created_at
    yield reader.label("file-person-role"), role_name(reader, person.staff_role) if person.staff_role else None
    for lost in records.parts["reach"] or (None,):
        yield reader.label("file-person-unreachable"), lost.unreachable_since if lost else None
