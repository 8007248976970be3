"""An update is due when it was promised, or as the policy says: the commander hears before, and all when it is late."""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.updates import UpdateDue
from services.command import holding
from services.incidents import under_way
from services.incidents.kinds import SUBJECT
from services.outbox import broadcasts
from services.people import accounts
from services.policies import versions
from services.updates.kinds import UPDATE_WATCH, Owed

# So long before an update is due its commander is reminded; of a short wait, when half of it has passed.
WARNING = timedelta(minutes=10)


async def usual(session: AsyncSession, *, incident: Incident, now: datetime) -> datetime:
    """Tell when the next update is due as the policy says."""
    policy = await versions.of_incident(session, incident=incident)
    return now + timedelta(minutes=policy.update_every)


async def plan(session: AsyncSession, *, incident: Incident, now: datetime, next_at: datetime | None = None) -> None:
    """Set when the next update is due: when it was promised, or else as the policy says."""
    due_at = next_at or await usual(session, incident=incident, now=now)
    due = await session.get(UpdateDue, id_of(incident))
    if due is None:
        due = UpdateDue(incident_id=id_of(incident), due_at=due_at, warn_at=due_at)
        session.add(due)
    due.due_at, due.warn_at = due_at, due_at - min(WARNING, (due_at - now) / 2)
    due.warned_at = due.late_at = None
    await session.flush()


async def plan_anew(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Have the next update due as the policy says from now on, unless a moment was promised that is still to come."""
    due = await session.get(UpdateDue, id_of(incident))
    if due is None or due.due_at <= now:
        await plan(session, incident=incident, now=now)


async def of_incident(session: AsyncSession, *, incident: Incident) -> UpdateDue | None:
    """Find when the next update of an incident is due; None once it is over."""
    if incident.status is IncidentStatus.CLOSED:
        return None
    return await session.get(UpdateDue, id_of(incident))


async def redraw(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Have what was said of an update that is owed edited: after the end none is owed."""
    await broadcasts.redraw(
        session, kinds=(UPDATE_WATCH,), subject=SUBJECT, subject_id=id_of(incident), lane=Lane.UPDATE, now=now
    )


async def tell_due(session: AsyncSession, *, now: datetime) -> None:
    """Remind the commander before an update is due, and tell all coordinators when it is late: each once.

    Of a drill that rests for what is real no update is owed meanwhile.
    """
    for due, incident in (await session.exec(_owed(), params={"now": now})).all():
        is_late = due.due_at <= now
        due.warned_at = due.warned_at or now
        if is_late:
            due.late_at = now
            people = await accounts.coordinator_ids(session)
        else:
            people = await holding.commanders(session, incident=incident)
        await broadcasts.queue(
            session,
            kind=UPDATE_WATCH,
            people=people,
            subject_id=due.incident_id,
            details=Owed(due.due_at, is_late),
            now=now,
        )


@cache
def _owed() -> Select[UpdateDue, Incident]:
    waiting = (col(UpdateDue.warned_at).is_(None) & (col(UpdateDue.warn_at) <= bindparam("now"))) | (
        col(UpdateDue.late_at).is_(None) & (col(UpdateDue.due_at) <= bindparam("now"))
    )
    return (
        select(UpdateDue, Incident)
        .join(Incident, col(Incident.id) == col(UpdateDue.incident_id))
        .where(waiting, Incident.status != IncidentStatus.CLOSED, ~under_way.rests())
        .order_by(col(UpdateDue.due_at), col(UpdateDue.incident_id))
    )
