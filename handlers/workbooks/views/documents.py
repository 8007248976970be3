"""The workbooks of an import: rows that were turned away with the reasons, and what differs from the roster."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from handlers.workbooks.views import rows
from handlers.workbooks.writing import Workbook
from services.workbooks.import_rows import Rejected
from services.workbooks.imports import Change
from services.workbooks.lists import Header


def rejected(
    reader: Reader, office: Office, header: Header, turned_away: Sequence[Rejected], *, now: datetime
) -> bytes:
    """Write the rejected rows as they were sent, so that they can be corrected and sent again as they are."""
    title = reader.label("workbook-sheet-rejected")
    workbook = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    wrong = rows.wrong_places(header, turned_away)
    sheet = workbook.sheet(title, rows.rejected_headings(reader, header, wrong))
    sheet.is_form = True
    sheet.add_all(rows.rejected(reader, header, wrong, row) for row in turned_away)
    return workbook.close()


def comparison(
    reader: Reader, office: Office, changes: Sequence[Change], capability_names: Mapping[int, str], *, now: datetime
) -> bytes:
    """Write each difference on a row of its own, what the network knows beside what the list says."""
    title = reader.label("workbook-sheet-comparison")
    workbook = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    sheet = workbook.sheet(title, rows.comparison_headings(reader))
    for change in changes:
        sheet.add_all(rows.comparison(reader, change, capability_names))
    return workbook.close()
