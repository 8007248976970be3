"""Reports as people use them: lists, cards, files, what a reporter adds, and whether they may be named."""

from telegram import Update

from handlers.frame.access import COORDINATORS, NotAllowed, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.reports import words
from handlers.reports.cards import show_own, show_watch
from handlers.reports.taps import (
    ReportAddTap,
    ReportCourseTap,
    ReportFilesTap,
    ReportListTap,
    ReportNamingTap,
    ReportTap,
)
from handlers.reports.views import cards as views
from handlers.reports.views import lists as list_views
from models.people import Role
from models.reports import REPORT_SUBJECT, Report, ReportStep
from services.ground import attachments
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.reports import lists as report_lists
from services.reports import naming, reports, triage
from services.reports.lists import ReportScope
from services.reports.reports import label_of

CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}
REPORTERS = frozenset({Role.REPRESENTATIVE})
# So many files come at a tap.
FILES_AT_ONCE = 10


@allow(CONCERNED)
async def on_list_tap(update: Update, context: Context) -> None:
    """Show reports, or another page of them, in the place of the tapped message."""
    tap = ReportListTap.unpack(tapped_data(update))
    await show(context, incident_id=tap.incident_id, number=tap.page)


async def show(context: Context, *, incident_id: int, number: int) -> None:
    """List reports: to coordinators all of them, to members those that they may see."""
    if context.turn.roles & COORDINATORS:
        scope = ReportScope(incident_id=incident_id or None)
    elif incident_id:
        raise NotAllowed
    else:
        scope = await report_lists.scope_of(context.session, person=context.person)
    page = await report_lists.page(context.session, scope=scope, number=number)
    incident = await incidents.by_id(context.session, incident_id=incident_id) if incident_id else None
    may_report = Role.REPRESENTATIVE in context.turn.roles
    context.show(
        list_views.listing(context.reader, scope, page, incident=incident, may_report=may_report, now=context.now)
    )


@allow(CONCERNED)
async def on_report(update: Update, context: Context) -> None:
    """Turn the tapped message into a report's live card; a coordinator's look counts as one."""
    tap = ReportTap.unpack(tapped_data(update))
    report = await _visible(context, tap.report_id)
    if context.turn.roles & COORDINATORS:
        await triage.look(context.session, report=report, by=context.person, now=context.now)
        await show_watch(update, context, report)
    else:
        await show_own(update, context, report)


async def _visible(context: Context, report_id: int) -> Report:
    """Find a report that the person may see; raises ReportUnknown or NotYourReport."""
    if context.turn.roles & COORDINATORS:
        return await reports.by_id(context.session, report_id=report_id)
    return await reports.seen_by(context.session, report_id=report_id, person=context.person)


@allow(CONCERNED)
async def on_files(update: Update, context: Context) -> None:
    """Send the files of a report to a person who may see it, so many at a time."""
    tap = ReportFilesTap.unpack(tapped_data(update))
    report = await _visible(context, tap.report_id)
    start = max(0, tap.start)
    sheet = await reports.sheet(context.session, report=report)
    sent = await attachments.of(context.session, subject=REPORT_SUBJECT, subject_id=tap.report_id)
    shown = sent[start:][:FILES_AT_ONCE]
    if shown:
        protected = labels.is_narrow(label_of(report))
        context.send_attachments(shown, views.caption(context.reader, sheet), protected=protected)
    left = len(sent) - start - FILES_AT_ONCE
    if left > 0:
        context.send(views.files_left(context.reader, report, start=start + FILES_AT_ONCE, left=left))


@allow(COORDINATORS)
async def on_course(update: Update, context: Context) -> None:
    """Show all that has happened to a report."""
    tap = ReportCourseTap.unpack(tapped_data(update))
    report = await reports.by_id(context.session, report_id=tap.report_id)
    sheet = await reports.sheet(context.session, report=report)
    context.show(views.course(context.reader, sheet, tap.page, now=context.now))


@allow(REPORTERS)
async def on_add(update: Update, context: Context) -> None:
    """Ask the reporter for what is to be added."""
    tap = ReportAddTap.unpack(tapped_data(update))
    report = await reports.own(context.session, report_id=tap.report_id, person=context.person)
    await words.begin(context, report, ReportStep.ADDED)


@allow(REPORTERS)
async def on_naming(update: Update, context: Context) -> None:
    """Keep whether the reporter may be named with thanks."""
    tap = ReportNamingTap.unpack(tapped_data(update))
    if tap.accepts not in (0, 1):
        raise TapUnreadable
    report = await naming.answer(
        context.session, report_id=tap.report_id, accepts=bool(tap.accepts), by=context.person, now=context.now
    )
    context.notice(context.reader.label("report-naming-kept"))
    await show_own(update, context, report)


async def count_undecided(context: Context) -> int:
    """Count the reports that wait for a decision, for the button of the main menu."""
    return await report_lists.undecided(context.session)
