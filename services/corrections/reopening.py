"""An end that was announced by mistake is taken back within a day: everyone alerted is told, and answers stand."""

from datetime import datetime, timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.incidents import Alerted, Incident, IncidentStatus
from models.people import Person
from models.responses import Response
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import lifecycle, notices, reminders
from services.incidents.kinds import ALERT, SUBJECT
from services.incidents.sharing import readers
from services.outbox import again, broadcasts
from services.presence import kinds as presence
from services.updates import due as updates

# What ended longer ago is declared anew.
WITHIN = timedelta(hours=24)


class NotEnded(Refusal):
    """The incident `code` is under way: nobody ended it, or somebody has reopened it already."""


class EndedTooLongAgo(Refusal):
    """The incident `code` ended at `at`, more than a day ago."""


async def may_reopen(session: AsyncSession, *, incident_id: int, now: datetime) -> Incident:
    """Find an incident whose end may be taken back; raises IncidentUnknown, NotEnded or EndedTooLongAgo."""
    incident = await lifecycle.by_id(session, incident_id=incident_id)
    if incident.status is not IncidentStatus.CLOSED or incident.closed_at is None:
        raise NotEnded(code=incident.code)
    if now - incident.closed_at > WITHIN:
        raise EndedTooLongAgo(code=incident.code, at=incident.closed_at)
    return incident


async def reopen(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> int:
    """Take the end of an incident back; return how many people are told.

    Answers stand, and what was planned comes as much later as it was over. Who stood down is asked anew at the next
    end; alerts that the end kept back go out.
    Raises what `may_reopen` raises.
    """
    incident = await may_reopen(session, incident_id=incident_id, now=now)
    closed_at = incident.closed_at or now
    people = await notices.take_back_the_end(session, incident=incident, by=by, now=now)
    await reminders.plan_anew(session, incident=incident, closed_at=closed_at, now=now)
    await updates.plan_anew(session, incident=incident, now=now)
    await updates.redraw(session, incident=incident, now=now)
    await session.exec(
        update(Response)
        .where(col(Response.incident_id) == incident_id, col(Response.stood_down_at).is_not(None))
        .values(stood_down_at=None)
        .execution_options(synchronize_session="fetch")
    )
    await again.send_missed(
        session,
        subject=SUBJECT,
        subject_ids=[incident_id],
        kinds=(ALERT,),
        people=await readers.people(session, incident_id=incident_id),
        groups=await bindings.bound_to(session, members=await _called(session, incident_id)),
        now=now,
    )
    await broadcasts.redraw(
        session, kinds=presence.KINDS, subject=presence.SUBJECT, subject_id=incident_id, lane=Lane.TALLY, now=now
    )
    return people


async def _called(session: AsyncSession, incident_id: int) -> list[int]:
    called = await session.exec(select(Alerted.member_id).where(Alerted.incident_id == incident_id).distinct())
    return list(called)
