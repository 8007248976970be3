"""The duty roster: who is on duty for a business at a moment, by its hours and by its weeks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.duty import DutyHours, DutyWeek
from models.members import Representative, RepresentativeStatus
from models.people import Person
from services.people import reach

DAY = timedelta(days=1)
MINUTES = 24 * 60
# How many businesses one query asks for.
PART = 5_000


@dataclass(frozen=True)
class Span:
    """A stretch of time, in minutes since the midnight that begins a day. A minute past 1,440 is on the next day."""

    begins: int
    ends: int


# The spans of a day, in their order; those of a week by weekday, days off left out.
Spans = tuple[Span, ...]
Hours = Mapping[int, Spans]
AROUND_THE_CLOCK: Hours = {weekday: (Span(0, MINUTES),) for weekday in range(7)}


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
        query = watching(now, time_zone).where(col(DutyWeek.member_id).in_(wanted[start : start + PART]))
        for member_id, person_id in await session.exec(query):
            found[member_id] = found.get(member_id, frozenset()) | {person_id}
    return found


def watching(now: datetime, time_zone: ZoneInfo) -> Select[int, int]:
    """Select (business, person) of those on duty now; around Sunday's midnight a business may have two."""
    return (
        select(DutyWeek.member_id, DutyWeek.person_id)
        .join(
            Representative,
            (col(Representative.member_id) == col(DutyWeek.member_id))
            & (col(Representative.person_id) == col(DutyWeek.person_id)),
        )
        .join(Person, col(Person.id) == col(DutyWeek.person_id))
        .where(
            _is_now(now, time_zone),
            Representative.status == RepresentativeStatus.APPROVED,
            reach.in_reach(),
            col(Person.erased_at).is_(None),
        )
    )


def _is_now(now: datetime, time_zone: ZoneInfo) -> ColumnElement[bool]:
    """Make the condition that a week's person is on duty now, by the business's hours or around the clock.

    A span that runs past midnight belongs to the day, and the week, with which it begins.
    """
    local = now.astimezone(time_zone)
    today, minute = local.date(), local.hour * 60 + local.minute
    any_hours = select(DutyHours.member_id).where(DutyHours.member_id == DutyWeek.member_id)
    return or_(
        and_(col(DutyWeek.monday) == monday_of(today), ~any_hours.exists()),
        *(
            and_(
                col(DutyWeek.monday) == monday_of(day),
                any_hours.where(
                    DutyHours.weekday == day.weekday(), DutyHours.begins <= since, DutyHours.ends > since
                ).exists(),
            )
            for day, since in ((today, minute), (today - DAY, minute + MINUTES))
        ),
    )
