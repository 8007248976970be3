"""A report that nobody has looked at climbs: to those on duty, to all who coordinate, to the owners; each once."""

from datetime import datetime
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.identity import id_of
from models.reports import Report, ReportClimb, ReportState
from services.policies import versions as policies
from services.reports import cards
from services.reports.kinds import ReportRung

# In their order; the policy says after how many minutes each is climbed.
CLIMBED = (ReportRung.ON_DUTY, ReportRung.EVERYBODY, ReportRung.OWNERS)


async def plan(session: AsyncSession, *, report: Report, now: datetime) -> None:
    """Set the times at which a report climbs, from now on, as the policy of what is serious says."""
    times = zip(CLIMBED, await policies.report_steps(session), strict=True)
    session.add_all(ReportClimb(report_id=id_of(report), rung=rung, due_at=now + after) for rung, after in times)
    await session.flush()


async def end(session: AsyncSession, *, report: Report, now: datetime) -> None:
    """Let a report climb no further."""
    await session.exec(
        update(ReportClimb)
        .where(col(ReportClimb.report_id) == id_of(report), col(ReportClimb.done_at).is_(None))
        .values(done_at=now)
        .execution_options(synchronize_session=False)
    )


async def climb_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell of the reports whose time has come.

    After a silence of the bot several rungs of one are climbed at once: whoever stands on any is told once.
    """
    reached: dict[int, tuple[Report, list[ReportRung]]] = {}
    for climb, report in (await session.exec(_due(), params={"now": now})).all():
        climb.done_at = now
        if report.state is ReportState.NEW:
            reached.setdefault(id_of(report), (report, []))[1].append(ReportRung(climb.rung))
    for report, rungs in reached.values():
        told: set[int] = set()
        for rung in reversed(rungs):
            told.update(await cards.tell_coordinators(session, report=report, rung=rung, but=told, now=now))


@cache
def _due() -> Select[ReportClimb, Report]:
    return (
        select(ReportClimb, Report)
        .join(Report, col(Report.id) == col(ReportClimb.report_id))
        .where(col(ReportClimb.done_at).is_(None), col(ReportClimb.due_at) <= bindparam("now"))
        .order_by(col(ReportClimb.rung), col(ReportClimb.id))
    )
