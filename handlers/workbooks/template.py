"""The template of a list of businesses: headings, drop-down lists, two examples, and a page that explains."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any

from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from handlers.workbooks import words
from handlers.workbooks.views.rows import capabilities as listed_capabilities
from handlers.workbooks.writing import Cell, CellLook, Workbook, WorkbookSheet, sheet_title
from models.members import Sector
from services.applications.registration import BUSINESS_NAME_LENGTH
from services.places import communes
from services.workbooks.lists import MOST_ROWS, Column

# Nobody's phone number, and tax codes that everybody can look up.
EXAMPLE_CODES = ("0100112437", "0314409058-002")
EXAMPLE_PHONES = ("024 3822 1234", "1900 0000")
EXAMPLE_SECTORS = ((Sector.TELECOM, Sector.IT), (Sector.POSTAL,))
GUIDED = ("examples", "empty", "personal")
PROMPTED = (Column.TAX_CODE, Column.SECTORS, Column.COMMUNE, Column.CAPABILITIES)
Choices = Mapping[Column, Sequence[str]]


def template(reader: Reader, office: Office, capability_names: Sequence[str], *, now: datetime) -> bytes:
    """Write the template in the reader's language; the capabilities are named in it too."""
    workbook = Workbook(
        title=reader.label("workbook-sheet-members"),
        author=office.department,
        time_zone=office.time_zone,
        now=now,
    )
    choices: Choices = {
        Column.SECTORS: [reader.label(f"sector-{sector}") for sector in Sector],
        Column.COMMUNE: [commune.name for commune in communes.communes(office.province_code)],
        Column.CAPABILITIES: capability_names,
    }
    members = workbook.sheet(
        reader.label("workbook-sheet-members"), [words.heading(reader.language, column) for column in Column]
    )
    members.is_form = True
    _add_examples(members, reader, choices)
    _guide(workbook, reader, choices)
    _offer(workbook, members, reader, choices)
    return workbook.close()


def _add_examples(members: WorkbookSheet, reader: Reader, choices: Choices) -> None:
    """Add two rows that show how it is done, and are passed over by an import."""
    for place, example in enumerate(words.EXAMPLES):
        offered = choices[Column.CAPABILITIES]
        names = dict(enumerate(offered[2 * place : 2 * place + 2]))
        row = (
            EXAMPLE_CODES[place],
            words.example_name(reader.language, example),
            "; ".join(reader.label(f"sector-{sector}") for sector in EXAMPLE_SECTORS[place]),
            choices[Column.COMMUNE][place],
            EXAMPLE_PHONES[place],
            listed_capabilities([(number, 5 - 3 * number) for number in names], names),
        )
        members.add([Cell(value, CellLook.EXAMPLE) for value in row])


def _guide(workbook: Workbook, reader: Reader, choices: Choices) -> None:
    """Explain each column, and what holds of all."""
    headings = [reader.label(f"workbook-guide-heading-{name}") for name in ("column", "how")]
    guide = workbook.sheet(reader.label("workbook-sheet-guide"), headings)
    first, second = (*choices[Column.CAPABILITIES][:2], "…", "…")[:2]
    for column in Column:
        text = reader.label(
            f"workbook-guide-{words.kebab(column)}",
            longest=BUSINESS_NAME_LENGTH,
            sectors=", ".join(choices[Column.SECTORS]),
            example=first,
            other=second,
        )
        guide.add((words.heading(reader.language, column), text))
    for name in GUIDED:
        guide.add(("", reader.label(f"workbook-guide-{name}")))


def _offer(workbook: Workbook, members: WorkbookSheet, reader: Reader, choices: Choices) -> None:
    """Put the choices on a hidden sheet, and offer them in the cells; what is typed otherwise is taken too."""
    title = reader.label("workbook-sheet-choices")
    lists = workbook.sheet(title, [words.column_name(reader.language, column) for column in choices])
    lists.add_all(zip_longest(*choices.values()))
    lists.sheet.hide()
    for column in PROMPTED:
        place = list(Column).index(column)
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": words.column_name(reader.language, column),
            "input_message": reader.label(f"workbook-prompt-{words.kebab(column)}"),
        }
        if column in choices:
            letter = "ABC"[list(choices).index(column)]
            source = f"='{sheet_title(title)}'!${letter}$2:${letter}${len(choices[column]) + 1}"
            rule |= {"validate": "list", "source": source, "show_error": False}
        members.sheet.data_validation(1, place, MOST_ROWS, place, rule)
