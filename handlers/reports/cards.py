"""The messages that show a report: made for whom they go to, late, and edited in place from then on."""

from telegram import Update

from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.reports.views import cards as views
from handlers.reports.views import reporters
from models.identity import id_of
from models.people import Person
from models.reports import REPORT_SUBJECT, UNDECIDED, Report, ReportState
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.reports import alike as likeness
from services.reports import reports
from services.reports.alike import Alike
from services.reports.kinds import REPORT, REPORTERS_CARD, ReportersCard, ReportNews, ReportRung, ReportWaiting
from services.reports.reports import NotYourReport, ReportSheet


async def show_watch(update: Update, context: Context, report: Report) -> None:
    """Show the coordinators' card in the place of the tapped message, and keep it true from now on."""
    sheet = await reports.sheet(context.session, report=report)
    alike = await likeness.to(context.session, report=report)
    context.show(views.watch(context.reader, sheet, alike, now=context.now))
    await keep_tapped(update, context, kind=REPORT, subject_id=id_of(report), details=ReportWaiting())


async def show_own(update: Update, context: Context, report: Report) -> None:
    """Show a report to one of the business's people in the place of the tapped message; the reporter's stays true."""
    sheet = await reports.sheet(context.session, report=report)
    if report.person_id != context.person.id:
        context.show(reporters.colleagues(context.reader, sheet, now=context.now))
        return
    context.show(reporters.own(context.reader, sheet, now=context.now))
    await keep_tapped(update, context, kind=REPORTERS_CARD, subject_id=id_of(report), details=ReportersCard())


async def compose_report(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of somebody who coordinates; what is over is told to nobody anew."""
    made, waiting = await _gather(occasion, claimed), claimed.read(ReportWaiting)
    coordinators = await accounts.coordinator_ids(occasion.session)
    if made is None or waiting is None or claimed.person_id not in coordinators:
        return None
    sheet, alike = made
    if not claimed.is_edit and not _is_news(sheet.report, waiting):
        return None
    return views.watch(
        reader,
        sheet,
        alike,
        rung=waiting.rung,
        news=None if claimed.is_edit else waiting.news,
        repeated=claimed.is_repeat,
        now=occasion.now,
    )


def _is_news(report: Report, waiting: ReportWaiting) -> bool:
    """Tell whether a card that is sent late still says what a coordinator should hear."""
    if waiting.news is ReportNews.ADDED:
        return True
    if waiting.news is ReportNews.HANDED_UP:
        return report.state is ReportState.HANDED_UP
    return report.state in UNDECIDED if waiting.rung is ReportRung.AT_ONCE else report.state is ReportState.NEW


async def compose_own(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the reporter's card; None for whoever may see the report no longer."""
    made, card = await _gather(occasion, claimed), claimed.read(ReportersCard)
    person = await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None
    if made is None or card is None or person is None:
        return None
    try:
        await reports.own(occasion.session, report_id=id_of(made[0].report), person=person)
    except NotYourReport:
        return None
    stays_short = reporters.is_short(made[0], card.news)
    news = card.news if stays_short or not claimed.is_edit else None
    return reporters.own(reader, made[0], news=news, now=occasion.now)


async def _gather(occasion: Occasion, claimed: Claimed) -> tuple[ReportSheet, Alike] | None:
    """Gather what the messages about a report say, once for all of them."""
    report_id = claimed.subject_id
    if report_id is None:
        return None

    async def gather() -> tuple[ReportSheet, Alike]:
        report = await reports.by_id(occasion.session, report_id=report_id)
        return await reports.sheet(occasion.session, report=report), await likeness.to(occasion.session, report=report)

    return await occasion.once(claimed, gather, about=(REPORT_SUBJECT, report_id))
