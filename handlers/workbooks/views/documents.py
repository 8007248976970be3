"""The workbooks of an import: rows that were turned away with the reasons, and what differs from the roster."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from handlers.workbooks.views import rows
from handlers.workbooks.writing import Workbook
from services.workbooks.import_rows import Entry, Rejected
from services.workbooks.imports import Change


def rejected(reader: Reader, office: Office, turned_away: Sequence[Rejected], *, now: datetime) -> bytes:
    """Write the rejected rows as they were sent, sheet by sheet, so that they can be corrected and sent again."""
    title = reader.label("workbook-sheet-rejected")
    workbook = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    sheets = [list(of_sheet) for _, of_sheet in groupby(turned_away, key=lambda one: one.row.header.sheet)]
    for of_sheet in sheets:
        header = of_sheet[0].row.header
        wrong = rows.wrong_places(header, of_sheet)
        name = title if len(sheets) == 1 else header.sheet
        titles = rows.columns_of_titles(header, of_sheet)
        sheet = workbook.sheet(name, rows.rejected_headings(reader, header, wrong, titles))
        sheet.is_form = True
        sheet.add_all(rows.rejected(reader, header, wrong, titles, row) for row in of_sheet)
    return workbook.close()


def older(reader: Reader, office: Office, entries: Sequence[Entry], *, only_sheet: str, now: datetime) -> bytes:
    """Write each address of before July 2025 beside the commune that was taken for it."""
    title = reader.label("workbook-sheet-older")
    workbook = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    sheet = workbook.sheet(title, rows.older_headings(reader))
    sheet.add_all(rows.older(reader, entry, only_sheet) for entry in entries)
    return workbook.close()


def comparison(
    reader: Reader,
    office: Office,
    changes: Sequence[Change],
    capability_names: Mapping[int, str],
    *,
    only_sheet: str,
    now: datetime,
) -> bytes:
    """Write each difference on a row of its own, what the network knows beside what the list says."""
    title = reader.label("workbook-sheet-comparison")
    workbook = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    sheet = workbook.sheet(title, rows.comparison_headings(reader))
    for change in changes:
        sheet.add_all(rows.comparison(reader, change, capability_names, only_sheet))
    return workbook.close()
