"""What stands in a person's calendar now, by what they may know at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.calendars import CalendarThing
from models.drills import Drill, DrillState
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.scripts import ScriptStep
from models.systems import IncidentDuty
from services.calendars.links import CalendarReader
from services.drills import people
from services.duty.rota import WEEK
from services.ground.working_days import end_of_work, working_day_before
from services.incidents.sharing import naming
from services.papers import half_years
from services.reviews import lists
from services.systems.legal import PeriodicRule

# What is over stays so long, so that a phone that reads seldom still sees how it went.
KEPT = timedelta(days=30)
# A drill ends with its last inject, and so long after it.
AFTERWARDS = timedelta(minutes=30)
# A deadline is a point; calendars show a span: before a notice by law, and after the hour at which a review is due.
SPAN = timedelta(minutes=30)


@dataclass(frozen=True)
class CalendarFact:
    """Something ahead: a name that stays the same whatever changes (`uid`), what it is, and from when to when."""

    uid: str
    thing: CalendarThing
    name: str
    starts_at: datetime
    ends_at: datetime
    about: str = ""


def on_the_minute(at: datetime) -> datetime:
    """Give the minute in which a moment lies: nobody reads seconds in a calendar."""
    return at.replace(second=0, microsecond=0)


async def of(
    session: AsyncSession, *, reader: CalendarReader, now: datetime, time_zone: ZoneInfo
) -> Sequence[CalendarFact]:
    """List what a person's calendar holds now, the earliest first."""
    found = [
        *await _duty_weeks(session, reader, now, time_zone),
        *await _drills(session, reader, now),
        *(await _notices(session, reader, now) if reader.is_office else ()),
        *(await _reviews(session, reader, now) if reader.is_office else ()),
        *(_reports(now, time_zone) if reader.is_office else ()),
    ]
    return sorted(found, key=lambda one: (one.starts_at, one.uid))


async def _duty_weeks(
    session: AsyncSession, reader: CalendarReader, now: datetime, time_zone: ZoneInfo
) -> Sequence[CalendarFact]:
    """Find the weeks in which the person is on duty for a business for which they still speak."""
    query = (
        select(DutyWeek, Member.name)
        .join(Member, col(Member.id) == col(DutyWeek.member_id))
        .join(
            Representative,
            (col(Representative.member_id) == col(DutyWeek.member_id))
            & (col(Representative.person_id) == col(DutyWeek.person_id)),
        )
        .where(
            DutyWeek.person_id == reader.person_id,
            DutyWeek.monday > (now - KEPT - WEEK).astimezone(time_zone).date(),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
    )
    return [
        CalendarFact(
            f"duty-{week.member_id}-{week.monday}",
            CalendarThing.DUTY,
            name,
            datetime.combine(week.monday, time(), tzinfo=time_zone),
            datetime.combine(week.monday + WEEK, time(), tzinfo=time_zone),
        )
        for week, name in await session.exec(query)
    ]


async def _drills(session: AsyncSession, reader: CalendarReader, now: datetime) -> Sequence[CalendarFact]:
    """Find drills: all of them for those who coordinate; for others those that they were told of and take part in."""
    query = select(Drill).where(Drill.state != DrillState.CANCELLED, Drill.starts_at > now - KEPT)
    drills = (await session.exec(query.order_by(col(Drill.starts_at)))).all()
    return [
        await _drill(session, one) for one in drills if reader.is_office or await _may_know(session, one, reader, now)
    ]


async def _may_know(session: AsyncSession, drill: Drill, reader: CalendarReader, now: datetime) -> bool:
    """Tell whether somebody was told of a drill; of one that comes unannounced only its results are."""
    is_told = drill.announced_at is not None or (drill.announced and drill.began_at is not None)
    if not is_told and drill.state is not DrillState.OVER:
        return False
    members = await people.members_of(session, drill=drill, now=now)
    return reader.person_id in await people.speakers(session, members=members)


async def _drill(session: AsyncSession, drill: Drill) -> CalendarFact:
    starts_at = drill.began_at or drill.starts_at
    last = await session.exec(select(func.max(ScriptStep.minutes)).where(ScriptStep.script_id == drill.script_id))
    ends_at = drill.ended_at or starts_at + timedelta(minutes=last.one() or 0) + AFTERWARDS
    name = f"{drill.code} · {drill.title}"
    return CalendarFact(f"drill-{drill.id}", CalendarThing.DRILL, name, starts_at, ends_at)


async def _notices(session: AsyncSession, reader: CalendarReader, now: datetime) -> Sequence[CalendarFact]:
    """Find what must be told by law and is not yet; of an incident that the person may not see there is none."""
    query = (
        select(IncidentDuty, Incident.code)
        .join(Incident, col(Incident.id) == col(IncidentDuty.incident_id))
        .where(
            col(IncidentDuty.done_at).is_(None),
            col(IncidentDuty.dropped_at).is_(None),
            col(IncidentDuty.due_at) > now - KEPT,
            ~naming.hides(col(Incident.id), reader.person_id),
        )
    )
    return [
        CalendarFact(
            f"notice-{id_of(duty)}",
            CalendarThing.NOTICE,
            code,
            on_the_minute(duty.due_at) - SPAN,
            on_the_minute(duty.due_at),
            about=duty.rule,
        )
        for duty, code in await session.exec(query)
        if duty.due_at is not None
    ]


async def _reviews(session: AsyncSession, reader: CalendarReader, now: datetime) -> Sequence[CalendarFact]:
    """Find the reviews that are not done, of what the person may see."""
    return [
        CalendarFact(
            f"review-{id_of(one.review)}",
            CalendarThing.REVIEW,
            one.about.code,
            on_the_minute(one.review.due_at),
            on_the_minute(one.review.due_at) + SPAN,
        )
        for one in await lists.due(session, since=now - KEPT, reader_id=reader.person_id)
    ]


def _reports(now: datetime, time_zone: ZoneInfo) -> Sequence[CalendarFact]:
    """Find the reports that the law asks for in each year."""
    found = half_years.due_around(now, time_zone, since=KEPT)
    return [_report(rule, at.astimezone(time_zone).date(), time_zone) for rule, at in found]


def _report(rule: PeriodicRule, due_on: date, time_zone: ZoneInfo) -> CalendarFact:
    """Put a report on the last working day before that on which it is late, and name that day."""
    until = end_of_work(working_day_before(due_on), time_zone)
    return CalendarFact(
        f"report-{rule.word}-{due_on}",
        CalendarThing.REPORT,
        due_on.isoformat(),
        until - SPAN,
        until,
        about=rule.word,
    )
