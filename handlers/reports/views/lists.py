"""Reports in lists: to coordinators what waits first, to members their own."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportListTap, ReportNewTap, ReportTap
from handlers.reports.views.cards import MARKS, kind_name, state_name
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.incidents import Incident
from services.reports.lists import ReportLine, ReportPage, ReportScope

IN_LINE = 60
MEMBER_IN_LINE = 30


def listing(
    reader: Reader,
    scope: ReportScope,
    page: ReportPage,
    *,
    incident: Incident | None = None,
    may_report: bool,
    now: datetime,
) -> Message:
    """Show a page of reports, each behind a button; members, and coordinators who are some, can report."""
    lines = [_line(reader, scope, one, now=now) for one in page.lines]
    text = Markup("\n\n").join([_head(reader, scope, page, incident), *(lines or [reader.say("report-list-empty")])])
    buttons = [_open(one) for one in page.lines]
    new = (Button(reader.label("report-button-new"), ReportNewTap().pack(), Style.PRIMARY),) if may_report else ()
    rows = (
        *(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)),
        *turning(
            Page(page.lines, page.number, page.pages), lambda to: ReportListTap(scope.incident_id or 0, to).pack()
        ),
        (*new, _way_back(reader, incident)),
    )
    return Message(text, rows=rows)


def _way_back(reader: Reader, incident: Incident | None) -> Button:
    if incident is not None:
        return Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack())
    return Button(reader.label("button-menu"), MenuTap("menu").pack())


def _head(reader: Reader, scope: ReportScope, page: ReportPage, incident: Incident | None) -> Markup:
    if incident is not None:
        return reader.say("report-list-of-incident", code=incident.code, count=page.total)
    if scope.person is not None:
        return reader.say("report-list-mine", count=page.total)
    return reader.say("report-list-head", count=page.total, waiting=page.waiting, undecided=page.undecided)


def _line(reader: Reader, scope: ReportScope, line: ReportLine, *, now: datetime) -> Markup:
    report = line.report
    first = reader.say(
        "report-line",
        mark=MARKS[report.state],
        code=report.code,
        kind=kind_name(reader, report),
        at=reader.short_moment(report.reported_at, now),
    )
    words = shorten(" ".join(report.text.split()), IN_LINE)
    if scope.person is not None:
        second = reader.say("report-line-mine", state=state_name(reader, report.state), text=words)
    else:
        second = reader.say("report-line-of", member=shorten(line.member, MEMBER_IN_LINE), text=words)
    return Markup("\n").join([first, second])


def _open(line: ReportLine) -> Button:
    return Button(f"{MARKS[line.report.state]} {line.report.code}", ReportTap(id_of(line.report)).pack())


def open_now(reader: Reader, waiting: int) -> OpenThing:
    """Say in a line of the main menu how many reports nobody has looked at."""
    line = reader.say("report-open-now", count=waiting)
    return OpenThing(line, Button(reader.label("report-button-waiting", count=waiting), ReportListTap(0, 0).pack()))
