"""The time line of an incident as a workbook: when, what, who, in whose words; real dates that can be sorted."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

import xlsxwriter

from handlers.frame.desk import Desk
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label, labelled
from handlers.frame.words import SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.papers.views.events import event_line
from models.attachments import AttachmentKind
from models.incidents import Incident
from models.jobs import Job
from models.tlp import UNLABELLED
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.timelines import events
from services.timelines.events import TimelineEvent

WHEN, WHAT, MOMENT = 18, 90, "hh:mm dd/mm/yyyy"
# How high a line of text is, in points.
LINE = 15
# The number by which workbooks name the size of the paper.
A4 = 9


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write the time line of an incident, in the reader's language."""
    async with desk.database.reading() as session:
        incident = await incidents.by_id(session, incident_id=job.asked["incident"])
        happened = await events.of(session, incident=incident)
    yield SendNewFile(
        AttachmentKind.DOCUMENT,
        f"{incident.code}-{desk.reader.label('paper-file-time-line')}.xlsx",
        written(desk.reader, incident, happened),
        labelled(
            desk.reader.label("paper-time-line-caption", code=incident.code, count=len(happened)),
            incident.tlp or UNLABELLED,
        ),
        protected=labels.is_kept_in_chat(incident.tlp),
    )


def written(reader: Reader, incident: Incident, happened: Sequence[TimelineEvent]) -> bytes:
    """Write the workbook, its label on the first line; what people typed is text, with whatever it begins."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet(reader.label("paper-time-line-sheet"))
        bold, typed = (
            book.add_format({"bold": True}),
            book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"}),
        )
        moment = book.add_format({"num_format": MOMENT, "align": "left", "valign": "top"})
        marks = (label(incident.tlp or UNLABELLED), incident.code, reader.own(incident.title))
        sheet.write_string(0, 0, " · ".join(marks), bold)
        for column, key in enumerate(("at", "what")):
            sheet.write_string(1, column, reader.label(f"paper-column-{key}"), bold)
        sheet.set_column(0, 0, WHEN)
        sheet.set_column(1, 1, WHAT)
        sheet.freeze_panes(2, 0)
        # Printed, it is as wide as a page, with its headings on each.
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        for row, event in enumerate(happened, 2):
            sheet.write_datetime(row, 0, event.at.astimezone(reader.time_zone), moment)
            words = event_line(reader, event)
            # Not every program makes a row as high as its text.
            sheet.set_row(row, LINE * ceil(len(words) / WHAT))
            sheet.write_string(row, 1, words, typed)
    return content.getvalue()
