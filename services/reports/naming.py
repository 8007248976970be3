"""Whoever reported early is honoured: at the end they are asked whether they may be named with thanks."""

from datetime import datetime
from functools import cache

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.incidents import Incident, IncidentStatus
from models.people import Person
from models.reports import REPORT_SUBJECT, Report, ReportState
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents.sharing import honoured
from services.reports import cards
from services.reports.kinds import ReportNews
from services.reports.reports import own


class NamingNotAsked(Refusal):
    """The matter of the report `code` is not over yet: nobody is named before."""


async def ask_due(session: AsyncSession, *, now: datetime) -> None:
    """Ask those whose report was of an incident that is over, each once."""
    for report in (await session.exec(_over())).all():
        report.naming_asked_at = now
        await session.flush()
        await cards.tell_reporter(session, report=report, news=ReportNews.ENDED, now=now)
        await cards.redraw(session, report=report, now=now)


@cache
def _over() -> SelectOfScalar[Report]:
    return (
        select(Report)
        .join(Incident, col(Incident.id) == col(Report.incident_id))
        .where(
            Report.state == ReportState.INCIDENT,
            col(Report.naming_asked_at).is_(None),
            Incident.status == IncidentStatus.CLOSED,
        )
        .order_by(col(Report.id))
    )


async def take_back_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell those whose report was of an incident that is over no more; they are asked anew when it is."""
    for report in (await session.exec(_open_again())).all():
        report.naming_asked_at = None
        await session.flush()
        await cards.tell_reporter(session, report=report, news=ReportNews.REOPENED, now=now)
        await cards.redraw(session, report=report, now=now)


@cache
def _open_again() -> SelectOfScalar[Report]:
    return (
        select(Report)
        .join(Incident, col(Incident.id) == col(Report.incident_id))
        .where(
            Incident.status != IncidentStatus.CLOSED,
            Report.state == ReportState.INCIDENT,
            col(Report.naming_asked_at).is_not(None),
        )
        .order_by(col(Report.id))
    )


async def answer(session: AsyncSession, *, report_id: int, accepts: bool, by: Person, now: datetime) -> Report:
    """Keep whether a reporter may be named; it can be changed at any time, and a no holds for what thanks them too.

    Raises ReportUnknown, NotYourReport or NamingNotAsked.
    """
    report = await own(session, report_id=report_id, person=by)
    if report.naming_asked_at is None:
        raise NamingNotAsked(code=report.code)
    before, report.may_be_named = report.may_be_named, accepts
    audit.record(
        session,
        person=by,
        action="report-naming",
        subject=REPORT_SUBJECT,
        subject_id=report_id,
        now=now,
        before={"may_be_named": before},
        after={"may_be_named": accepts},
    )
    await session.flush()
    if not accepts and report.incident_id is not None:
        await honoured.unname(session, members=[report.member_id], incident_id=report.incident_id, by=by, now=now)
    await cards.redraw(session, report=report, now=now)
    return report
