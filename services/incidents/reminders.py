"""Those who stay silent are reminded: at set times after the alert, and when a coordinator asks for it.

Where a business stays silent after the first reminder, those who were held in reserve are called too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.channels import Reach
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, Reminder, ReminderKind
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.policies import Circle
from models.responses import Response
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import audience
from services.incidents.kinds import ALERT, REMINDER
from services.outbox import broadcasts, receipt
from services.policies import versions
from services.policies.terms import Policy

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


async def plan(session: AsyncSession, *, incident: Incident, now: datetime, widening: bool = False) -> None:
    """Set the times of the automatic reminders, as the incident's policy says.

    `widening`: somebody is held in reserve, and called when the policy says so.
    """
    incident_id, policy = id_of(incident), await versions.of_incident(session, incident=incident)
    due = [now + timedelta(minutes=minutes) for minutes in policy.reminders]
    session.add_all(Reminder(incident_id=incident_id, due_at=due_at) for due_at in due)
    if widening:
        _add_widening(session, incident_id, policy, now=now)


async def plan_widening(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Have those called who are held in reserve of a business that was called late, unless that is still to come."""
    if await _next_widening(session, incident_id=id_of(incident)) is None:
        policy = await versions.of_incident(session, incident=incident)
        _add_widening(session, id_of(incident), policy, now=now)


def _add_widening(session: AsyncSession, incident_id: int, policy: Policy, *, now: datetime) -> None:
    """Have those off duty called as long after `now` as the policy says, if it does."""
    after = next((wave.after for wave in policy.waves if wave.circle is Circle.OFF_DUTY), None)
    if after is not None:
        due_at = now + timedelta(minutes=after)
        session.add(Reminder(incident_id=incident_id, kind=ReminderKind.WIDEN, due_at=due_at))


async def silent_people(
    session: AsyncSession, *, incident_id: int, reached_before: datetime | None = None
) -> Sequence[int]:
    """List the ids of people whom the alert reached while one of their businesses has not answered.

    Left out are people who can no longer be written to, and people whom it reached only after `reached_before`.
    """
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .outerjoin(Reach, receipt.lost())
        .where(
            *broadcasts.about(ALERT, incident_id),
            receipt.reached(),
            col(Delivery.person_id).in_(_waited_for(incident_id)),
        )
        .order_by(col(Delivery.id))
    )
    if reached_before is not None:
        query = query.where(func.coalesce(col(Delivery.sent_at), col(Delivery.due_at)) <= reached_before)
    # Whom it reached by two channels stands here once.
    return list(dict.fromkeys(person_id for person_id in await session.exec(query) if person_id is not None))


def _waited_for(incident_id: int) -> SelectOfScalar[int]:
    """Select the people alerted for a business that has not answered, as far as they may still speak for it."""
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
            col(Alerted.member_id).not_in(answered),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
    )


async def has_spoken(session: AsyncSession, *, incident_id: int, person_id: int) -> bool:
    """Tell whether all of a person's businesses have answered an incident, whoever did it for them."""
    waiting = await session.exec(_waited_for(incident_id).where(Alerted.person_id == person_id).limit(1))
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
    waiting = (DeliveryState.PENDING, DeliveryState.SENDING)
    query = (
        select(Delivery.id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .where(*broadcasts.about(ALERT, incident_id), col(Delivery.state).in_(waiting))
        .limit(1)
    )
    return (await session.exec(query)).first() is not None


async def _widen_now(session: AsyncSession, *, incident: Incident, now: datetime) -> int:
    """Widen the circle of those called, if that is still to come."""
    reminder = await _next_widening(session, incident_id=id_of(incident))
    if reminder is None:
        return 0
    reminder.done_at = now
    return await audience.widen(session, incident=incident, now=now)


async def _next_widening(session: AsyncSession, *, incident_id: int) -> Reminder | None:
    planned = select(Reminder).where(
        Reminder.incident_id == incident_id,
        Reminder.kind == ReminderKind.WIDEN,
        col(Reminder.done_at).is_(None),
    )
    return (await session.exec(planned)).first()


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Remind, and call those in reserve, when it is time. Reminders of incidents that are over are dropped."""
    query = (
        select(Reminder, Incident)
        .join(Incident, col(Incident.id) == Reminder.incident_id)
        .where(col(Reminder.done_at).is_(None), Reminder.due_at <= now)
        .order_by(col(Reminder.due_at))
    )
    for reminder, incident in (await session.exec(query)).all():
        reminder.done_at = now
        if reminder.kind is ReminderKind.WIDEN:
            await audience.widen(session, incident=incident, now=now)
            continue
        last = await _last_reminder(session, incident_id=id_of(incident))
        fresh = last is not None and now - last < PAUSE
        if incident.status is not IncidentStatus.CLOSED and not fresh:
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
