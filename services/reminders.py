"""Those who stay silent are reminded: at set times after the alert, and when a coordinator asks for it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, Reminder, Severity
from models.people import Person
from models.responses import Response
from services import audit, broadcasts, deliveries
from services.refusals import Refusal

AFTER_MINUTES = {
    Severity.LOW: (15, 60),
    Severity.MEDIUM: (5, 15),
    Severity.SERIOUS: (5, 15),
    Severity.CRITICAL: (3, 8),
}
# Two coordinators who press at once mean one reminder.
PAUSE = timedelta(minutes=1)


class NobodySilent(Refusal):
    """Everyone who could be reached has answered."""


class RemindedJustNow(Refusal):
    """The silent ones were reminded at `at`, less than a minute ago."""


def plan(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Set the times of the automatic reminders, by severity."""
    session.add_all(
        Reminder(incident_id=id_of(incident), due_at=now + timedelta(minutes=minutes))
        for minutes in AFTER_MINUTES[incident.severity]
    )


async def silent_people(session: AsyncSession, *, incident_id: int) -> Sequence[int]:
    """List the ids of people whom the alert reached while one of their businesses has not answered.

    Who could no longer be written to after it is passed over.
    """
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .join(Person, col(Person.id) == Delivery.person_id)
        .where(
            Broadcast.kind == BroadcastKind.ALERT,
            Broadcast.incident_id == incident_id,
            deliveries.reached(),
            col(Delivery.person_id).in_(_waited_for(incident_id)),
        )
        .order_by(col(Delivery.id))
    )
    return [person_id for person_id in await session.exec(query) if person_id is not None]


def _waited_for(incident_id: int) -> SelectOfScalar[int]:
    """Select the people alerted for a business that has not answered."""
    answered = select(Response.member_id).where(Response.incident_id == incident_id)
    return select(Alerted.person_id).where(Alerted.incident_id == incident_id, col(Alerted.member_id).not_in(answered))


async def has_spoken(session: AsyncSession, *, incident_id: int, person_id: int) -> bool:
    """Tell whether all of a person's businesses have answered an incident, whoever did it for them."""
    waiting = await session.exec(_waited_for(incident_id).where(Alerted.person_id == person_id).limit(1))
    return waiting.first() is None


async def remind_now(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> int:
    """Remind the silent ones because a coordinator asks; return how many people.

    Raises NobodySilent or RemindedJustNow.
    """
    last = await _last_reminder(session, incident_id=id_of(incident))
    if last is not None and now - last < PAUSE:
        raise RemindedJustNow(at=last)
    count = await _remind(session, incident_id=id_of(incident), now=now)
    if not count:
        raise NobodySilent
    audit.record(
        session,
        person=by,
        action="reminded",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"people": count},
    )
    return count


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Send the automatic reminders whose time has come; those of incidents that are over are let go."""
    query = (
        select(Reminder, Incident)
        .join(Incident, col(Incident.id) == Reminder.incident_id)
        .where(col(Reminder.done_at).is_(None), Reminder.due_at <= now)
        .order_by(col(Reminder.due_at))
    )
    for reminder, incident in (await session.exec(query)).all():
        reminder.done_at = now
        last = await _last_reminder(session, incident_id=id_of(incident))
        fresh = last is not None and now - last < PAUSE
        if incident.status is not IncidentStatus.CLOSED and not fresh:
            await _remind(session, incident_id=id_of(incident), now=now)


async def _remind(session: AsyncSession, *, incident_id: int, now: datetime) -> int:
    silent = await silent_people(session, incident_id=incident_id)
    if silent:
        await broadcasts.queue(session, kind=BroadcastKind.REMINDER, people=silent, incident_id=incident_id, now=now)
    return len(silent)


async def _last_reminder(session: AsyncSession, *, incident_id: int) -> datetime | None:
    query = (
        select(Broadcast.created_at)
        .where(Broadcast.kind == BroadcastKind.REMINDER, Broadcast.incident_id == incident_id)
        .order_by(col(Broadcast.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
