"""The figures of a period beside those of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Alerted, Incident, IncidentKind
from services.figures import courses, drills, periods, work
from services.figures.drills import DrillFigures
from services.figures.laying import CourseFigures, laid
from services.figures.periods import Period, Stretch
from services.figures.work import WorkFigures
from services.papers import half_years, lateness
from services.papers.lateness import LateNotice
from services.systems.legal import PeriodicRule

# A report of the year is named so long before its day; digests come each month at least.
SOON = timedelta(days=35)


# So many calls are counted in a quarter of a second; all that writes would wait longer for more.
MOST_AT_ONCE = 20_000


@dataclass(frozen=True)
class PeriodFigures:
    """What a stretch of time came to: incidents, the number of problems, work, and apart from all that the drills."""

    stretch: Stretch
    incidents: CourseFigures
    problems: int
    work: WorkFigures
    drills: DrillFigures

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to report."""
        work = self.work
        counted = (self.incidents.total, self.problems, self.drills.total, work.tasks, work.duties)
        return not any((*counted, work.lessons.sent, work.lessons.closed, work.honours))


@dataclass(frozen=True)
class FiguresReport:
    """A period with its figures and those of the one before; `until` is set where it is not over yet.

    `owed` are the notices that the law asks for and that are late now, whenever they were due; `reports` are those that
    it asks for in each year, where one is due soon.
    """

    period: Period
    now: PeriodFigures
    before: PeriodFigures
    until: datetime | None
    owed: Sequence[LateNotice] = ()
    reports: Sequence[tuple[PeriodicRule, datetime]] = ()


async def takes_long(session: AsyncSession, *, period: Period, now: datetime, time_zone: ZoneInfo) -> bool:
    """Tell whether so many businesses were called that nobody should wait for it; raises PeriodAhead."""
    called = 0
    for one in periods.so_far(period, now=now, time_zone=time_zone):
        query = (
            select(func.count())
            .select_from(Alerted)
            .join(Incident, col(Incident.id) == col(Alerted.incident_id))
            .where(col(Incident.declared_at) >= one.begin, col(Incident.declared_at) < one.end)
        )
        called += (await session.exec(query)).one()
    return called > MOST_AT_ONCE


async def of(session: AsyncSession, *, period: Period, now: datetime, time_zone: ZoneInfo) -> FiguresReport:
    """Count a period and the one before; raises PeriodAhead for one that has not begun."""
    this, before = periods.so_far(period, now=now, time_zone=time_zone)
    return FiguresReport(
        period,
        await _within(session, this),
        await _within(session, before),
        now if period.whole(time_zone).end > now else None,
        await lateness.late_notices(session, now),
        [(rule, at) for rule, at in half_years.due_next(now, time_zone) if at - now < SOON],
    )


async def _within(session: AsyncSession, stretch: Stretch) -> PeriodFigures:
    found = await courses.within(session, stretch=stretch)
    sectors = await courses.sectors(session)
    incidents, alerts = (
        laid(found.of_kind[kind], found.called[kind], sectors) for kind in (IncidentKind.INCIDENT, IncidentKind.DRILL)
    )
    return PeriodFigures(
        stretch=stretch,
        incidents=incidents,
        problems=len(found.of_kind[IncidentKind.PROBLEM]),
        work=await work.within(session, stretch=stretch),
        drills=await drills.within(session, stretch=stretch, alerts=alerts),
    )
