"""Asks to which incident under way a report belongs."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportIncidentsTap, ReportJoinTap
from handlers.reports.views.cards import SHOWN_TITLE, open_button
from models.identity import id_of
from models.incidents import Incident
from models.reports import Report

INCIDENTS_ON_A_PAGE = 4


def choose_incident(reader: Reader, report: Report, incidents: Sequence[Incident], *, number: int) -> Message:
    """Ask to which incident under way a report belongs."""
    report_id, page = id_of(report), page_of(incidents, number, size=INCIDENTS_ON_A_PAGE)
    lines = [
        reader.say("report-alike-incident", code=one.code, title=shorten(reader.own(one.title), SHOWN_TITLE))
        for one in page.items
    ]
    joins = [
        Button(reader.label("report-button-into", code=one.code), ReportJoinTap(report_id, id_of(one)).pack())
        for one in page.items
    ]
    rows = (
        *(tuple(joins[start : start + 2]) for start in range(0, len(joins), 2)),
        *turning(page, lambda to: ReportIncidentsTap(report_id, to).pack()),
        (open_button(reader, report),),
    )
    return Message(Markup("\n").join([reader.say("report-choose-incident", code=report.code), *lines]), rows=rows)
