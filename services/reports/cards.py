"""The messages that show a report: to those who coordinate, and to the person who reported."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.people import Person, Role
from models.reports import REPORT_SUBJECT, Report
from services.outbox import broadcasts
from services.people import accounts
from services.reports.kinds import REPORT, REPORTERS_CARD, ReportersCard, ReportNews, ReportRung, ReportWaiting


async def tell_coordinators(
    session: AsyncSession,
    *,
    report: Report,
    now: datetime,
    rung: ReportRung = ReportRung.AT_ONCE,
    news: ReportNews | None = None,
    but: Collection[int] = (),
) -> Sequence[int]:
    """Tell of a report: all who coordinate, or those whom a rung calls, `but` some (ids); return who is told."""
    people = [one for one in await _called(session, rung) if one not in but]
    if not people:
        return ()
    await broadcasts.queue(
        session,
        kind=REPORT,
        people=people,
        subject_id=id_of(report),
        details=ReportWaiting(rung, news),
        now=now,
    )
    return people


async def _called(session: AsyncSession, rung: ReportRung) -> Sequence[int]:
    """List whom a rung calls (ids of people); where a rung has nobody, those of the next one are called.

    At once all who coordinate are told, those on duty first.
    """
    everybody = await accounts.coordinators(session)
    owners = _of_role(everybody, Role.OWNER)
    on_duty = _of_role(everybody, Role.DUTY_OFFICER)
    others = [id_of(one) for one in everybody if id_of(one) not in owners] or owners
    called = {ReportRung.ON_DUTY: on_duty or others, ReportRung.EVERYBODY: others, ReportRung.OWNERS: owners}
    return called.get(rung, [*(on_duty or ()), *(id_of(one) for one in everybody)])


def _of_role(people: Sequence[Person], role: Role) -> Sequence[int]:
    return [id_of(one) for one in people if one.staff_role is role]


async def tell_reporter(
    session: AsyncSession, *, report: Report, now: datetime, news: ReportNews | None = None
) -> None:
    """Send the reporter the report's card as a new message; the first one is waited for."""
    await broadcasts.queue(
        session,
        kind=REPORTERS_CARD,
        people=[report.person_id],
        subject_id=id_of(report),
        details=ReportersCard(news),
        lane=Lane.ASKED if news is None else None,
        now=now,
    )


async def redraw(session: AsyncSession, *, report: Report, now: datetime) -> None:
    """Have every message that shows a report edited in place."""
    await broadcasts.redraw(session, subject=REPORT_SUBJECT, subject_id=id_of(report), lane=Lane.REPLY, now=now)
