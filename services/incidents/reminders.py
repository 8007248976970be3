"""Those who stay silent are reminded: at set times after the alert, and when a coordinator asks for it.

Where a business stays silent after the first reminder, those who were held in reserve are called too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.channels import Reach
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, Reminder, ReminderKind
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.responses import Response
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import audience, standings, under_way
from services.incidents.kinds import ALERT, REMINDER
from services.incidents.sharing import naming
from services.outbox import broadcasts, receipt
from services.policies import steps, versions
from services.policies.steps import PlannedStep

# Where a policy plans no reminder, nobody is asked again by hand before half of this has passed.
FIRST_OTHERWISE = 5
# Two coordinators who press at once mean one reminder.
PAUSE = timedelta(minutes=1)


class NobodySilent(Refusal):
    """Everyone who could be reached has answered."""


class RemindTooEarly(Refusal):
    """The alert is still fresh: whoever has it had no time to answer before `at`."""


class RemindedJustNow(Refusal):
    """The silent ones were reminded at `at`, less than a minute ago."""


@dataclass(frozen=True)
class Reminded:
    """How many silent people were reminded, and how many more were called from the reserve."""

    people: int
    called: int


async def plan(
    session: AsyncSession, *, incident: Incident, now: datetime, time_zone: ZoneInfo, widening: bool = False
) -> None:
    """Set the times of all that follows by itself, as the incident's policy says.

    `widening`: somebody is held in reserve, and called when the policy says so.
    """
    policy = await versions.of_incident(session, incident=incident)
    planned = steps.planned(policy, severity=incident.severity, since=now, time_zone=time_zone)
    session.add_all(_row(id_of(incident), step) for step in planned if step.kind is not ReminderKind.WIDEN or widening)


async def plan_widening(session: AsyncSession, *, incident: Incident, now: datetime, time_zone: ZoneInfo) -> None:
    """Have those called who are held in reserve of a business that was called late, unless that is still to come."""
    if await _next_widening(session, incident_id=id_of(incident)) is None:
        policy = await versions.of_incident(session, incident=incident)
        planned = steps.planned(policy, severity=incident.severity, since=now, time_zone=time_zone)
        session.add_all(_row(id_of(incident), step) for step in planned if step.kind is ReminderKind.WIDEN)


def _row(incident_id: int, step: PlannedStep) -> Reminder:
    return Reminder(
        incident_id=incident_id, kind=step.kind, due_at=step.at, circle=step.circle, fewer_than=step.fewer_than
    )


async def plan_anew(session: AsyncSession, *, incident: Incident, closed_at: datetime, now: datetime) -> None:
    """Have all that was planned come as much later as an incident was over; what was passed over then is to come again.

    Waves that a coordinator holds back are put off when they are released.
    """
    passed_over = (col(Reminder.done_at) > closed_at) & col(Reminder.called).is_(None)
    query = select(Reminder).where(
        Reminder.incident_id == id_of(incident), col(Reminder.done_at).is_(None) | passed_over
    )
    for step in (await session.exec(query)).all():
        step.done_at = None
        if incident.waves_held_at is None or step.kind not in (ReminderKind.WIDEN, ReminderKind.WAVE):
            step.due_at += now - closed_at
    await session.flush()


async def silent_people(
    session: AsyncSession, *, incident_id: int, reached_before: datetime | None = None
) -> Sequence[int]:
    """List the ids of people whom the alert reached while one of their businesses has not answered.

    Left out are people who can no longer be written to, and people whom it reached only after `reached_before`.
    """
    query = _silent().order_by(col(Delivery.id))
    if reached_before is not None:
        query = query.where(func.coalesce(col(Delivery.sent_at), col(Delivery.due_at)) <= reached_before)
    # Whom it reached by two channels stands here once.
    people = await session.exec(query, params={"incident_id": incident_id})
    return list(dict.fromkeys(person_id for person_id in people if person_id is not None))


@cache
def _silent() -> SelectOfScalar[int] | SelectOfScalar[None]:
    """Select the people whom the alert reached, and who can be written to, while one of theirs has not answered."""
    return (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .outerjoin(Reach, receipt.lost())
        .where(
            *broadcasts.about(ALERT, bindparam("incident_id")),
            receipt.reached(),
            col(Delivery.person_id).in_(_waited_for()),
        )
    )


async def waits_for_anybody(session: AsyncSession, *, incident_id: int) -> bool:
    """Tell whether an answer can still come of one who was asked: a silent one in reach, or an alert under way."""
    silent = (await session.exec(_silent().limit(1), params={"incident_id": incident_id})).first()
    return silent is not None or await _under_way(session, incident_id=incident_id)


@cache
def _waited_for() -> SelectOfScalar[int]:
    """Select the people alerted for a business that has not answered, as far as they may still speak for it.

    It is of the `incident_id` that a statement is given.
    """
    incident_id: BindParameter[int] = bindparam("incident_id")
    answered = select(Response.member_id).where(Response.incident_id == incident_id)
    return (
        select(Alerted.person_id)
        .join(
            Representative,
            (col(Representative.member_id) == col(Alerted.member_id))
            & (col(Representative.person_id) == col(Alerted.person_id)),
        )
        .join(Member, col(Member.id) == col(Alerted.member_id))
        .where(
            Alerted.incident_id == incident_id,
            ~naming.hides(incident_id, col(Alerted.person_id)),
            col(Alerted.member_id).not_in(answered),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
    )


async def silent_members(session: AsyncSession, *, incident_id: int) -> Sequence[int]:
    """List the businesses (ids) that were alerted and have not answered."""
    answered = select(Response.member_id).where(Response.incident_id == incident_id)
    query = select(Alerted.member_id).where(Alerted.incident_id == incident_id, col(Alerted.member_id).not_in(answered))
    return (await session.exec(query.distinct())).all()


async def has_spoken(session: AsyncSession, *, incident_id: int, person_id: int) -> bool:
    """Tell whether all of a person's businesses have answered an incident, whoever did it for them."""
    query = _waited_for().where(Alerted.person_id == person_id).limit(1)
    waiting = await session.exec(query, params={"incident_id": incident_id})
    return waiting.first() is None


async def remind_now(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> Reminded:
    """Remind the silent ones because a coordinator asks, and call those in reserve at once.

    Raises RemindTooEarly, NobodySilent or RemindedJustNow.
    """
    await check_time_given(session, incident=incident, now=now)
    last = await _last_reminder(session, incident_id=id_of(incident))
    if last is not None and now - last < PAUSE:
        raise RemindedJustNow(at=last)
    people = await _remind(session, incident_id=id_of(incident), now=now)
    called = await _widen_now(session, incident=incident, now=now)
    if not people and not called:
        raise NobodySilent
    audit.record(
        session,
        person=by,
        action="reminded",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"people": people, "called": called},
    )
    return Reminded(people, called)


async def first_due_half(session: AsyncSession, *, incident: Incident) -> datetime:
    """Tell when the first reminder of the plan is half due: nobody is asked again before."""
    policy = await versions.of_incident(session, incident=incident)
    return incident.declared_at + timedelta(minutes=min(policy.reminders, default=FIRST_OTHERWISE)) / 2


async def may_be_asked_from(session: AsyncSession, *, incident: Incident) -> datetime | None:
    """Tell from when on a reminder by hand makes sense; None once it is over, and while alerts are still being sent."""
    if incident.status is IncidentStatus.CLOSED or await _under_way(session, incident_id=id_of(incident)):
        return None
    last = await _last_reminder(session, incident_id=id_of(incident))
    half = await first_due_half(session, incident=incident)
    return max(half, last + PAUSE) if last is not None else half


async def check_time_given(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Raise RemindTooEarly where nobody is to be asked again yet."""
    half = await first_due_half(session, incident=incident)
    if now < half:
        raise RemindTooEarly(at=half)


async def _under_way(session: AsyncSession, *, incident_id: int) -> bool:
    """Tell whether alerts are still being sent."""
    return (await session.exec(_being_sent(), params={"incident_id": incident_id})).first() is not None


@cache
def _being_sent() -> SelectOfScalar[int] | SelectOfScalar[None]:
    waiting = (DeliveryState.PENDING, DeliveryState.SENDING)
    return (
        select(Delivery.id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .where(*broadcasts.about(ALERT, bindparam("incident_id")), col(Delivery.state).in_(waiting))
        .limit(1)
    )


async def _widen_now(session: AsyncSession, *, incident: Incident, now: datetime) -> int:
    """Widen the circle of those called, if that is still to come."""
    reminder = await _next_widening(session, incident_id=id_of(incident))
    return await widen(session, incident=incident, reminder=reminder, now=now) if reminder is not None else 0


async def widen(session: AsyncSession, *, incident: Incident, reminder: Reminder, now: datetime) -> int:
    """Take the step that calls those held in reserve; return how many people get the alert for it."""
    reminder.done_at = now
    reminder.called = await audience.widen(session, incident=incident, now=now)
    return reminder.called


async def _next_widening(session: AsyncSession, *, incident_id: int) -> Reminder | None:
    planned = select(Reminder).where(
        Reminder.incident_id == incident_id,
        Reminder.kind == ReminderKind.WIDEN,
        col(Reminder.done_at).is_(None),
    )
    return (await session.exec(planned)).first()


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Remind, and call those in reserve, when it is time, but not while a drill rests for what is real.

    Reminders of incidents that are over are dropped.
    """
    for reminder, incident in (await session.exec(_due(), params={"now": now})).all():
        reminder.done_at = now
        if await is_to_be_taken(session, incident=incident, reminder=reminder):
            await _take(session, incident=incident, reminder=reminder, now=now)


@cache
def _due() -> Select[Reminder, Incident]:
    """Make what asks for the steps that are due, once: it is asked each second."""
    return (
        select(Reminder, Incident)
        .join(Incident, col(Incident.id) == Reminder.incident_id)
        .where(
            col(Reminder.done_at).is_(None),
            col(Reminder.due_at) <= bindparam("now"),
            ~under_way.rests(),
            (col(Reminder.kind) == ReminderKind.REMIND)
            | ((col(Reminder.kind) == ReminderKind.WIDEN) & col(Incident.waves_held_at).is_(None)),
        )
        .order_by(col(Reminder.due_at))
    )


async def is_to_be_taken(session: AsyncSession, *, incident: Incident, reminder: Reminder) -> bool:
    """Tell whether a step that is due is taken as things stand with an incident."""
    if incident.status is IncidentStatus.CLOSED:
        return False
    turnout = await standings.turnout(session, incident=incident)
    return steps.is_taken(reminder.kind, fewer_than=reminder.fewer_than, turnout=turnout)


async def _take(session: AsyncSession, *, incident: Incident, reminder: Reminder, now: datetime) -> None:
    if reminder.kind is ReminderKind.WIDEN:
        await widen(session, incident=incident, reminder=reminder, now=now)
        return
    last = await _last_reminder(session, incident_id=id_of(incident))
    if last is None or now - last >= PAUSE:
        await _remind(session, incident_id=id_of(incident), now=now)


async def _remind(session: AsyncSession, *, incident_id: int, now: datetime) -> int:
    silent = await silent_people(session, incident_id=incident_id)
    if silent:
        await broadcasts.queue(session, kind=REMINDER, people=silent, subject_id=incident_id, now=now)
    return len(silent)


async def _last_reminder(session: AsyncSession, *, incident_id: int) -> datetime | None:
    query = (
        select(Broadcast.created_at)
        .where(*broadcasts.about(REMINDER, incident_id))
        .order_by(col(Broadcast.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
