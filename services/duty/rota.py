"""The duty roster as a business keeps it: its hours, and who is on duty in which week, set by any of its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.duty.watchers import AROUND_THE_CLOCK, Hours, Span, monday_of
from services.ground import audit
from services.ground.refusals import Refusal
from services.outbox import broadcasts
from services.people import reach
from services.people.businesses import may_be_spoken_for
from services.people.kinds import MEMBERSHIP, News

# The words under which people are told of their duty: that it was given or taken, and that its week begins.
GIVEN, BEGINS = "on-duty", "on-duty-begins"
# How many weeks a roster shows, and an order of people fills.
WEEKS = 8
WEEK = timedelta(days=7)
# When people are reminded of the week that begins, local time.
MORNING = time(7, 0)
KEEP = timedelta(days=365)


class NotOnTheRoster(Refusal):
    """The person does not speak for the business, or it is not in the network now."""


class NotForDuty(Refusal):
    """Somebody does not speak for the business, or the week is not one that can be set."""


class DutyHoursEmpty(Refusal):
    """Hours that leave out every day are none: the roster is cleared instead."""


class NobodyChosen(Refusal):
    """An order of people is empty."""


@dataclass(frozen=True)
class Watcher:
    """A representative, by the name that the business knows. Whoever the bot cannot reach is not on duty."""

    person_id: int
    name: str
    reachable: bool


@dataclass(frozen=True)
class Roster:
    """A business's roster: hours by weekday, the Mondays of the coming weeks with who is on duty, and who may be."""

    member: Member
    hours: Hours
    weeks: Mapping[date, Watcher | None]
    people: Sequence[Watcher]

    @property
    def is_set(self) -> bool:
        """Tell whether anything of it is set."""
        return any(self.weeks.values()) or dict(self.hours) != dict(AROUND_THE_CLOCK)


async def of_member(session: AsyncSession, *, member: Member, now: datetime, time_zone: ZoneInfo) -> Roster:
    """Show the roster of a business, from this week on."""
    member_id = id_of(member)
    people = await _people(session, member_id)
    known = {one.person_id: one for one in people}
    mondays = coming(now, time_zone)
    rows = await session.exec(
        select(DutyWeek).where(DutyWeek.member_id == member_id, col(DutyWeek.monday).in_(mondays))
    )
    on_duty = {row.monday: known.get(row.person_id) for row in rows}
    return Roster(
        member=member,
        hours=await _hours(session, member_id) or AROUND_THE_CLOCK,
        weeks={monday: on_duty.get(monday) for monday in mondays},
        people=people,
    )


async def _hours(session: AsyncSession, member_id: int) -> Hours:
    """Give the hours of a business as they are kept: none where it is on duty around the clock."""
    query = (
        select(DutyHours)
        .where(DutyHours.member_id == member_id)
        .order_by(col(DutyHours.weekday), col(DutyHours.begins))
    )
    rows = (await session.exec(query)).all()
    return {
        weekday: tuple(Span(row.begins, row.ends) for row in days)
        for weekday, days in groupby(rows, key=lambda row: row.weekday)
    }


async def is_kept(session: AsyncSession, *, member_id: int) -> bool:
    """Tell whether a business (id) has hours, or anybody on duty in any week."""
    for table in (DutyHours, DutyWeek):
        if (await session.exec(select(table).where(table.member_id == member_id).limit(1))).first() is not None:
            return True
    return False


def coming(now: datetime, time_zone: ZoneInfo) -> Sequence[date]:
    """List the Mondays of this week and the next ones, local time."""
    this = monday_of(now.astimezone(time_zone).date())
    return [this + number * WEEK for number in range(WEEKS)]


async def _people(session: AsyncSession, member_id: int) -> Sequence[Watcher]:
    """List those who speak for a business, the primary contacts first."""
    query = (
        select(Representative, reach.in_reach())
        .join(Person, col(Person.id) == col(Representative.person_id))
        .where(
            Representative.member_id == member_id,
            Representative.status == RepresentativeStatus.APPROVED,
            col(Person.erased_at).is_(None),
        )
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    return [
        Watcher(standing.person_id, standing.name, in_reach) for standing, in_reach in (await session.exec(query)).all()
    ]


async def spoken_for(session: AsyncSession, *, member_id: int, person_id: int) -> Member:
    """Find a business for which a person speaks, and whose roster they may set; raises NotOnTheRoster."""
    found = (await session.exec(may_be_spoken_for(person_id).where(Member.id == member_id))).first()
    if found is None:
        raise NotOnTheRoster
    return found


async def set_hours(session: AsyncSession, *, member: Member, hours: Hours, by: Person, now: datetime) -> None:
    """Keep the hours in which a business is on duty; around the clock is kept as none. Raises DutyHoursEmpty."""
    if not hours:
        raise DutyHoursEmpty
    member_id = id_of(member)
    await session.exec(delete(DutyHours).where(col(DutyHours.member_id) == member_id))
    if dict(hours) != dict(AROUND_THE_CLOCK):
        session.add_all(
            DutyHours(member_id=member_id, weekday=weekday, begins=span.begins, ends=span.ends)
            for weekday, spans in hours.items()
            for span in spans
        )
    await session.flush()
    kept = {str(weekday): [[span.begins, span.ends] for span in spans] for weekday, spans in sorted(hours.items())}
    _record(session, member, action="duty-hours", by=by, now=now, after={"hours": kept})


async def assign(
    session: AsyncSession,
    *,
    member: Member,
    weeks: Mapping[date, int | None],
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> None:
    """Put people (ids) on duty for weeks (their Mondays), or nobody with None; those concerned are told.

    Raises NotForDuty for a person who does not speak for the business, or a week that is over or too far ahead.
    """
    member_id = id_of(member)
    allowed = {one.person_id for one in await _people(session, member_id)} | {None}
    if not set(weeks) <= set(coming(now, time_zone)) or not set(weeks.values()) <= allowed:
        raise NotForDuty
    rows = await session.exec(
        select(DutyWeek).where(DutyWeek.member_id == member_id, col(DutyWeek.monday).in_(list(weeks)))
    )
    held = {row.monday: row for row in rows}
    before = {monday: row.person_id for monday, row in held.items()}
    changed = {monday: one for monday, one in weeks.items() if before.get(monday) != one}
    if not changed:
        return
    for monday, person_id in changed.items():
        if monday in held:
            await session.delete(held[monday])
            await session.flush()
        if person_id is not None:
            session.add(_week(member_id, monday, person_id, now, time_zone))
    await session.flush()
    _record(
        session,
        member,
        action="duty-weeks",
        by=by,
        now=now,
        before={str(monday): before.get(monday) for monday in changed},
        after={str(monday): person_id for monday, person_id in changed.items()},
    )
    concerned = {*changed.values(), *(before.get(monday) for monday in changed)} - {None, by.id}
    await _tell(session, member_id, [one for one in concerned if one is not None], GIVEN, now=now)


def _week(member_id: int, monday: date, person_id: int, now: datetime, time_zone: ZoneInfo) -> DutyWeek:
    """Make a week's row. If the week has begun, its person is told now instead of reminded."""
    remind_at = datetime.combine(monday, MORNING, tzinfo=time_zone)
    return DutyWeek(
        member_id=member_id,
        monday=monday,
        person_id=person_id,
        remind_at=remind_at,
        reminded_at=now if remind_at <= now else None,
    )


async def rotate(
    session: AsyncSession, *, member: Member, order: Sequence[int], by: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Put people (ids) on duty one after the other, over and over, from this week on.

    Raises NobodyChosen, or as `assign` does.
    """
    if not order:
        raise NobodyChosen
    weeks = {monday: order[number % len(order)] for number, monday in enumerate(coming(now, time_zone))}
    await assign(session, member=member, weeks=weeks, by=by, now=now, time_zone=time_zone)


async def clear(session: AsyncSession, *, member: Member, by: Person, now: datetime, time_zone: ZoneInfo) -> None:
    """Take hours and people off the roster: everybody is called as before."""
    await set_hours(session, member=member, hours=AROUND_THE_CLOCK, by=by, now=now)
    nobody = dict.fromkeys(coming(now, time_zone))
    await assign(session, member=member, weeks=nobody, by=by, now=now, time_zone=time_zone)


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Remind, once, the people whose week has begun. Weeks that are over and people who left are skipped."""
    for week in (await session.exec(_due(), params={"now": now, "week_before": now - WEEK})).all():
        week.reminded_at = now
        await _tell(session, week.member_id, [week.person_id], BEGINS, now=now)


@cache
def _due() -> SelectOfScalar[DutyWeek]:
    return (
        select(DutyWeek)
        .join(
            Representative,
            (col(Representative.member_id) == col(DutyWeek.member_id))
            & (col(Representative.person_id) == col(DutyWeek.person_id)),
        )
        .join(Member, col(Member.id) == col(DutyWeek.member_id))
        .where(
            col(DutyWeek.reminded_at).is_(None),
            col(DutyWeek.remind_at) <= bindparam("now"),
            col(DutyWeek.remind_at) > bindparam("week_before"),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
    )


async def _tell(session: AsyncSession, member_id: int, people: Sequence[int], what: str, *, now: datetime) -> None:
    if people:
        await broadcasts.queue(
            session,
            kind=MEMBERSHIP,
            people=sorted(people),
            subject_id=member_id,
            details=News(what),
            now=now,
        )


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete weeks that are over for a year."""
    await session.exec(delete(DutyWeek).where(col(DutyWeek.remind_at) < now - KEEP))


def _record(
    session: AsyncSession,
    member: Member,
    *,
    action: str,
    by: Person,
    now: datetime,
    after: dict[str, object],
    before: dict[str, object] | None = None,
) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject="member",
        subject_id=member.id,
        now=now,
        before=before,
        after=after,
    )
