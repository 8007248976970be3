"""Rows of the workbooks that go out: the roster, answers, tasks, and what an import says of a list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handlers.frame.views import refusals
from handlers.frame.views.quantities import counted, quantity
from handlers.frame.views.reader import Reader
from handlers.frame.views.tax_codes import tax_code
from handlers.workbooks import words
from handlers.workbooks.writing import Cell, CellLook, Row, Value
from models.capabilities import Unit
from models.incidents import Incident
from models.members import Member, Representative, Sector
from services.notation.phones import show_phone
from services.places import communes
from services.places.communes import CommuneUnknown
from services.tasks.exports import ExportedTask
from services.workbooks.exports import AnswerRow, RosterRow, TaskStepRow
from services.workbooks.import_rows import Entry, Rejected
from services.workbooks.imports import Change, Difference
from services.workbooks.lists import Beside, Column, Header, SentRow
from services.workbooks.quantities import OfferSums, by_unit

NOTHING = "—"
# The columns besides those of a list of businesses; names are keys of the texts.
OF_CONTACTS = ("contact-name", "contact-title", "contact-phone", "contact-kind")
OF_ROSTER = ("status", "registered-at", "approved-at", "unavailable-until", "confirmed-at", *OF_CONTACTS[:3])
OF_INCIDENTS = ("incident", "incident-title")
OF_STEPS_OF_ANSWERS = ("answer", "answered-by", "answered-at", "people", "equipment", "note")
OF_ANSWERS = (*OF_STEPS_OF_ANSWERS, "eta", "stood-down-at")
OF_TASKS = ("what", "place", "due-at", "state", "state-at", "asked-by", "asked-at", "note")
OF_STEPS_OF_TASKS = ("step", "step-by", "step-at", "note")
EXPORT_COLUMNS = {
    *("task", "incident"),
    *OF_ROSTER,
    *OF_CONTACTS,
    *OF_INCIDENTS,
    *OF_ANSWERS,
    *OF_TASKS,
    *OF_STEPS_OF_TASKS,
}


def _kebab(value: str) -> str:
    return value.replace("_", "-")


def _headings(reader: Reader, *names: str) -> tuple[str, ...]:
    return tuple(reader.label(f"export-column-{name}") for name in names)


def _columns(reader: Reader, *columns: Column) -> tuple[str, ...]:
    return tuple(words.column_name(reader.language, column) for column in columns)


def roster_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of the roster; the first ones are those of a list that can be imported."""
    return (
        *_columns(reader, *Column),
        *_headings(reader, *OF_ROSTER),
    )


def business(reader: Reader, row: RosterRow, capability_names: Mapping[int, str], *, whole: bool) -> Row:
    """Write a business of the roster, with the first of its contacts; `whole` writes personal numbers in full."""
    member = row.member
    first = row.representatives[0] if row.representatives else None
    return (
        tax_code(reader, member.tax_code, whole=whole),
        member.name,
        sectors(reader, row.sectors),
        commune(member.commune_code),
        show_phone(member.phone) if member.phone else None,
        held_capabilities(reader, row, capability_names),
        reader.label(f"export-status-{member.status}"),
        member.registered_at,
        member.approved_at,
        member.unavailable_until,
        member.confirmed_at,
        *(_contact(first) if first else (None, None, None)),
    )


def _contact(representative: Representative) -> tuple[Value, Value, Value]:
    return representative.name, representative.title, show_phone(representative.phone)


def contact_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of the people who speak for businesses."""
    return (
        *_columns(reader, Column.TAX_CODE, Column.NAME),
        *_headings(reader, *OF_CONTACTS),
    )


def contacts(reader: Reader, row: RosterRow, *, whole: bool) -> Iterator[Row]:
    """Write the people who speak for a business; `whole` writes personal numbers in full."""
    code = tax_code(reader, row.member.tax_code, whole=whole)
    for one in row.representatives:
        yield code, row.member.name, *_contact(one), reader.label(f"export-contact-{one.contact}")


def answer_headings(reader: Reader, units: Sequence[Unit]) -> tuple[str, ...]:
    """Name the columns of answers as they stand, one for each of the `units` in which things are counted."""
    return (
        *_headings(reader, *OF_INCIDENTS),
        *_columns(reader, Column.NAME, Column.TAX_CODE),
        *_headings(reader, *OF_ANSWERS),
        *(reader.label("export-column-of-unit", unit=reader.label(f"unit-name-{unit}")) for unit in units),
    )


def answer(
    reader: Reader,
    row: AnswerRow,
    capability_names: Mapping[int, str],
    counted_in: Mapping[int, Unit],
    units: Sequence[Unit],
) -> Row:
    """Write an answer as it stands, with how many of each unit come with it."""
    numbers = by_unit(row.offered_quantities, counted_in)
    said = answer_step(reader, row, capability_names, counted_in)
    return (*said, row.eta_at, row.stood_down_at, *(numbers.get(unit) for unit in units))


def answer_sums(reader: Reader, offered: OfferSums) -> Row:
    """Write below the answers to an incident what those who take part bring in all."""
    before = len(OF_INCIDENTS) + 2 + OF_ANSWERS.index("people")
    after = len(OF_ANSWERS) - OF_ANSWERS.index("people") - 1
    name = reader.label("export-sum")
    return (
        *(Cell(one, CellLook.SUM) for one in (name, *[None] * (before - 1), offered.people or None, *[None] * after)),
        *(Cell(offered.totals.get(unit), CellLook.SUM) for unit in offered.units),
    )


def answer_step_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of the history of answers."""
    return (
        *_headings(reader, *OF_INCIDENTS),
        *_columns(reader, Column.NAME, Column.TAX_CODE),
        *_headings(reader, *OF_STEPS_OF_ANSWERS),
    )


def answer_step(
    reader: Reader, row: AnswerRow, capability_names: Mapping[int, str], counted_in: Mapping[int, Unit]
) -> Sequence[Value]:
    """Write one step of an answer's history."""
    return (
        *_incident(reader, row.incident),
        *_business(reader, row.member),
        reader.label(f"answer-{_kebab(row.answer)}"),
        row.by or NOTHING,
        row.answered_at,
        row.offered_people,
        "; ".join(_things(reader, row, capability_names, counted_in)),
        row.note,
    )


def _things(
    reader: Reader, row: AnswerRow, capability_names: Mapping[int, str], counted_in: Mapping[int, Unit]
) -> Iterator[str]:
    """Name what comes with an answer, each with its number where one was said."""
    for one in row.offered_capability_ids:
        number = row.offered_quantities.get(str(one), 0)
        yield quantity(reader, capability_names.get(one, ""), number, counted_in.get(one, Unit.PEOPLE))
    for unit in Unit:
        if unit in row.offered_quantities:
            yield counted(reader, row.offered_quantities[unit], unit)


def _incident(reader: Reader, incident: Incident) -> tuple[str, str]:
    return incident.code, reader.own(incident.title)


def _business(reader: Reader, member: Member) -> tuple[str, str]:
    return member.name, tax_code(reader, member.tax_code, whole=False)


def task_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of tasks."""
    return (
        *_headings(reader, "task", "incident"),
        *_columns(reader, Column.NAME, Column.TAX_CODE),
        *_headings(reader, *OF_TASKS),
    )


def task(reader: Reader, row: ExportedTask) -> Row:
    """Write a task as it stands."""
    return (
        row.code,
        row.incident_code,
        row.member,
        tax_code(reader, row.tax_code, whole=False),
        reader.own(row.what),
        row.place,
        row.due_at,
        reader.label(f"task-state-{_kebab(row.state)}"),
        row.state_at,
        row.asked_by or NOTHING,
        row.asked_at,
        row.note,
    )


def task_step_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of the history of tasks."""
    return (
        *_headings(reader, "task"),
        *_columns(reader, Column.NAME),
        *_headings(reader, *OF_STEPS_OF_TASKS),
    )


def task_step(reader: Reader, row: TaskStepRow) -> Row:
    """Write one step of a task."""
    return row.code, row.member, reader.label(f"task-step-{_kebab(row.step)}"), row.by or NOTHING, row.at, row.note


def columns_of_titles(header: Header, rejected: Sequence[Rejected]) -> list[Beside]:
    """Tell for what rows need a column of their own: titles of sections, which do not come back, say it of them."""
    said = {one for row in rejected for one in row.titles}
    return [one for one in Beside if one in said and one not in header.beside]


def rejected_headings(
    reader: Reader, header: Header, wrong: Sequence[int], titles: Sequence[Beside]
) -> tuple[str, ...]:
    """Name the columns of rejected rows: as they were sent, with the reasons beside the columns that are wrong.

    What titles of sections said stands behind them.
    """
    named = []
    for place in _sent(header):
        named.append(header.sent[place])
        if place in wrong:
            named.append(words.reason_heading(reader.language, header.sent[place]))
    return (*named, *(words.beside_heading(reader.language, one) for one in titles))


def wrong_places(header: Header, rejected: Sequence[Rejected]) -> list[int]:
    """Tell the places of the columns of which any cell is wrong."""
    columns = {column for one in rejected for column in one.reasons}
    return sorted(header.places[column] for column in columns)


def rejected(reader: Reader, header: Header, wrong: Sequence[int], titles: Sequence[Beside], row: Rejected) -> Row:
    """Write a rejected row as it was sent, its wrong cells coloured and the reasons beside them.

    With it goes what the title of its section said, in the cell for it where the list has one.
    """
    filled = {place: row.titles[one] for one, place in header.beside.items() if one in row.titles}
    reasons = {header.places[column]: refusal for column, refusal in row.reasons.items()}
    cells: list[Value | Cell] = []
    for place in _sent(header):
        value = filled.get(place) or _as_sent(row.row.cells[place])
        cells.append(Cell(value, CellLook.WRONG) if place in reasons else value)
        if place in wrong:
            said = refusals.plain(reasons[place], reader) if place in reasons else None
            cells.append(Cell(said, CellLook.REASON))
    return [*cells, *(row.titles.get(one) for one in titles)]


def _sent(header: Header) -> list[int]:
    """Give the places of what was sent, without the reasons of an earlier import."""
    return [place for place in range(len(header.sent)) if place not in header.passed_over]


def _as_sent(value: object) -> Value:
    """Give a cell back; what is no text and no number is written as a text."""
    if value is None or isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    # A formula that fills several cells is an object of the library's, with the formula in it.
    return str(getattr(value, "text", value))


def older_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of older addresses."""
    return (
        reader.label("workbook-heading-row"),
        *_columns(reader, Column.TAX_CODE, Column.NAME),
        *(reader.label(f"workbook-heading-{name}") for name in ("older", "commune-today")),
    )


def older(reader: Reader, entry: Entry, only_sheet: str) -> Row:
    """Write an older address, and the commune of today that was taken for it."""
    code = tax_code(reader, entry.tax_code, whole=True)
    return _row_number(entry.sent, only_sheet), code, entry.name, entry.older_address, commune(entry.commune_code)


def _row_number(sent: SentRow, only_sheet: str) -> int | str:
    return sent.number if sent.header.sheet == only_sheet else sent.seen_from(only_sheet)


def comparison_headings(reader: Reader) -> tuple[str, ...]:
    """Name the columns of what differs between a list and the roster."""
    return (
        reader.label("workbook-heading-row"),
        *_columns(reader, Column.TAX_CODE, Column.NAME),
        *(reader.label(f"workbook-heading-{name}") for name in ("field", "old", "new")),
    )


def comparison(reader: Reader, change: Change, capability_names: Mapping[int, str], only_sheet: str) -> Iterator[Row]:
    """Write what a row says otherwise than the roster, a line for each field."""
    row = _row_number(change.entry.sent, only_sheet)
    for one in change.differences:
        old, new = both_sides(reader, one, capability_names)
        column = words.column_name(reader.language, one.column)
        yield row, change.entry.tax_code, change.name, column, old, new


def both_sides(reader: Reader, one: Difference, capability_names: Mapping[int, str]) -> tuple[str, str]:
    """Write what the network knows and what the list says, in words."""
    return (
        written(reader, one.column, one.old, capability_names),
        written(reader, one.column, one.new, capability_names),
    )


def written(reader: Reader, column: Column, value: Any, capability_names: Mapping[int, str]) -> str:
    """Write a value of a field in words."""
    match column:
        case _ if not value:
            return reader.label("import-empty")
        case Column.SECTORS:
            return sectors(reader, [Sector(one) for one in value])
        case Column.COMMUNE:
            return commune(value)
        case Column.PHONE:
            return show_phone(value)
        case Column.CAPABILITIES:
            return capabilities(value, capability_names)
        case _:
            return str(value)


def sectors(reader: Reader, held: Sequence[Sector]) -> str:
    """List sectors as a list of businesses has them."""
    return "; ".join(reader.label(f"sector-{sector}") for sector in Sector if sector in held)


def held_capabilities(reader: Reader, row: RosterRow, names: Mapping[int, str]) -> str:
    """List what a business can send, each with its number and unit; an import reads it again."""
    return "; ".join(
        quantity(reader, names.get(one, NOTHING), number, row.units[one]) for one, number in row.capabilities.items()
    )


def capabilities(held: Sequence[Sequence[int]] | Sequence[tuple[int, int]], names: Mapping[int, str]) -> str:
    """List capabilities with their people as a list of businesses has them."""
    return "; ".join(f"{names.get(number, NOTHING)}: {headcount}" for number, headcount in held)


def commune(code: str) -> str:
    """Name a commune; a code that the list of communes no longer knows is given as it is."""
    try:
        return communes.commune(code).name
    except CommuneUnknown:
        return code
