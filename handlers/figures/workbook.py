"""The figures of a period as a workbook: numbers that can be counted on, and how each was counted."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handlers.figures.views import quantities
from handlers.figures.views.naming import period_days, period_name
from handlers.figures.views.tables import FigureCell, FiguresTable, OutOf, TooFew, definitions, tables
from handlers.frame.views.reader import Reader
from services.figures.figures import FiguresReport
from services.figures.spreads import Spread

WIDE, NARROW, WORDS = 44, 18, 110
MINUTES, SHARE, COUNT = "0.00", "0.0%", "0"


def written(reader: Reader, report: FiguresReport, *, label: str) -> bytes:
    """Write the workbook, a sheet for each table and one of definitions, the label (TLP) above each.

    Shares are numbers of per cent, lengths of time numbers of minutes.
    """
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        formats = {kind: book.add_format({"num_format": kind, "align": "right"}) for kind in (MINUTES, SHARE, COUNT)}
        # Where a number would stand, its absence stands as well.
        formats["missing"] = book.add_format({"text_wrap": True, "valign": "top", "align": "right"})
        formats["text"] = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        head = " · ".join((label, period_name(reader, report.period), period_days(reader, report.period)))
        if report.until is not None:
            head = " · ".join((head, reader.label("figures-sheet-until", until=reader.moment(report.until))))
        for one in tables(reader, report):
            sheet = book.add_worksheet(reader.label(f"figures-sheet-{one.word}"))
            sheet.write_string(0, 0, head, book.add_format({"bold": True}))
            _write_table(sheet, reader, one, bold, formats)
        sheet = book.add_worksheet(reader.label("figures-sheet-definitions"))
        sheet.set_column(0, 0, WIDE)
        sheet.set_column(1, 1, WORDS)
        for row, (name, words) in enumerate(definitions(reader)):
            sheet.write_string(row, 0, name, bold)
            sheet.write_string(row, 1, words, formats["text"])
    return content.getvalue()


def _write_table(sheet: Worksheet, reader: Reader, one: FiguresTable, bold: Format, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, len(one.headings) - 1, NARROW)
    sheet.freeze_panes(3, 1)
    sheet.write_string(1, 0, reader.label("figures-sheet-units"))
    for column, heading in enumerate(one.headings):
        sheet.write_string(2, column, heading, bold)
    for number, row in enumerate(one.rows, 3):
        for column, cell in enumerate(row):
            _write(sheet, (number, column), reader, cell, formats)


def _write(sheet: Worksheet, at: tuple[int, int], reader: Reader, cell: FigureCell, formats: dict[str, Format]) -> None:
    match cell:
        case OutOf(part, whole) if whole:
            sheet.write_number(*at, part / whole, formats[SHARE])
        case OutOf():
            sheet.write_string(*at, reader.label("figures-none"), formats["missing"])
        case TooFew(count):
            sheet.write_string(*at, quantities.too_few(reader, Spread(count)), formats["missing"])
        case int():
            sheet.write_number(*at, cell, formats[COUNT])
        case str():
            sheet.write_string(*at, cell, formats["text"])
        case _:
            sheet.write_number(*at, round(cell / quantities.MINUTE, 2), formats[MINUTES])
