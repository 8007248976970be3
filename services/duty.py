"""The duty roster: who is on duty for a business at a moment, by its hours and by its weeks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.duty import DutyHours, DutyWeek
from models.members import Representative, RepresentativeStatus
from models.people import Person

DAY = timedelta(days=1)
MINUTES = 24 * 60
# How many businesses one query asks for.
PART = 5_000


@dataclass(frozen=True)
class Span:
    """From when to when, in minutes since the midnight with which a day begins; past 1,440 is the day after."""

    begins: int
    ends: int

    def covers(self, minute: int) -> bool:
        """Tell whether a minute, counted likewise, is within."""
        return self.begins <= minute < self.ends


Hours = Mapping[int, Span]
AROUND_THE_CLOCK: Hours = {weekday: Span(0, MINUTES) for weekday in range(7)}


def monday_of(day: date) -> date:
    """Give the Monday with which a day's week begins."""
    return day - timedelta(days=day.weekday())


async def on_duty(
    session: AsyncSession, *, members: Collection[int], now: datetime, time_zone: ZoneInfo
) -> Mapping[int, frozenset[int]]:
    """Tell who (person ids) is on duty now for which of some businesses (ids); one without anybody is absent.

    Whoever speaks for the business no longer, or cannot be written to, is not on duty.
    """
    found: dict[int, frozenset[int]] = {}
    wanted = sorted(set(members))
    for start in range(0, len(wanted), PART):
        part = wanted[start : start + PART]
        hours = await _hours(session, part)
        mondays = {member_id: set(_mondays_on(hours.get(member_id), now, time_zone)) for member_id in part}
        for week in await _weeks(session, part, now, time_zone):
            if week.monday in mondays[week.member_id]:
                found[week.member_id] = found.get(week.member_id, frozenset()) | {week.person_id}
    return found


async def _hours(session: AsyncSession, members: Sequence[int]) -> dict[int, dict[int, Span]]:
    """Find the duty hours of businesses, by business and weekday; one that set none is absent."""
    found: dict[int, dict[int, Span]] = {}
    for row in await session.exec(select(DutyHours).where(col(DutyHours.member_id).in_(members))):
        found.setdefault(row.member_id, {})[row.weekday] = Span(row.begins, row.ends)
    return found


def _mondays_on(hours: Hours | None, now: datetime, time_zone: ZoneInfo) -> Iterator[date]:
    """Give the weeks whose person is on duty now: around Sunday's midnight there may be two.

    A span that runs past midnight belongs to the day, and the week, with which it begins.
    """
    local = now.astimezone(time_zone)
    today, minute = local.date(), local.hour * 60 + local.minute
    for day, since_midnight in ((today, minute), (today - DAY, minute + MINUTES)):
        span = (hours or AROUND_THE_CLOCK).get(day.weekday())
        if span is not None and span.covers(since_midnight):
            yield monday_of(day)


async def _weeks(
    session: AsyncSession, members: Sequence[int], now: datetime, time_zone: ZoneInfo
) -> Sequence[DutyWeek]:
    """List this week and the one of yesterday, where its person still speaks for the business and can be reached."""
    today = now.astimezone(time_zone).date()
    query = (
        select(DutyWeek)
        .join(
            Representative,
            (col(Representative.member_id) == col(DutyWeek.member_id))
            & (col(Representative.person_id) == col(DutyWeek.person_id)),
        )
        .join(Person, col(Person.id) == col(DutyWeek.person_id))
        .where(
            col(DutyWeek.member_id).in_(members),
            col(DutyWeek.monday).in_({monday_of(today), monday_of(today - DAY)}),
            Representative.status == RepresentativeStatus.APPROVED,
            col(Person.unreachable_since).is_(None),
            col(Person.erased_at).is_(None),
        )
    )
    return (await session.exec(query)).all()
