"""Incidents, drills and problems under way: found, marked as handled, ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import (
    Alerted,
    Incident,
    IncidentCapability,
    IncidentCommune,
    IncidentSector,
    IncidentStatus,
)
from models.members import Member, Sector
from models.people import Person
from models.presence import Presence
from models.responses import Response
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, ScriptRun
from models.tasks import TASK_SUBJECT, Task
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import cards as incident_cards
from services.incidents import under_way
from services.incidents.audience import Wanted
from services.incidents.sharing import naming
from services.outbox import broadcasts
from services.people.businesses import may_be_spoken_for
from services.policies import circles

# How a change of status stands on record.
STATUS_CHANGED = "incident-status"
# What an incident asked for, made once: every tally and every page of it asks.
SECTORS = select(IncidentSector.sector).where(IncidentSector.incident_id == bindparam("incident_id"))
CAPABILITIES = select(IncidentCapability.capability_id).where(
    IncidentCapability.incident_id == bindparam("incident_id")
)
COMMUNES = select(IncidentCommune.commune_code).where(IncidentCommune.incident_id == bindparam("incident_id"))


class IncidentUnknown(Refusal):
    """There is no such incident."""


class IncidentClosed(Refusal):
    """The incident is over; `code` names it, `at` is when it ended."""


async def by_id(session: AsyncSession, *, incident_id: int) -> Incident:
    """Find an incident; raises IncidentUnknown."""
    incident = await session.get(Incident, incident_id)
    if incident is None:
        raise IncidentUnknown
    return incident


async def still_open(session: AsyncSession, *, incident_id: int) -> Incident:
    """Find an incident that is not over; raises IncidentUnknown or IncidentClosed."""
    incident = await by_id(session, incident_id=incident_id)
    if incident.status is IncidentStatus.CLOSED:
        raise IncidentClosed(code=incident.code, at=incident.closed_at)
    return incident


async def recent(session: AsyncSession, *, limit: int = 10) -> Sequence[Incident]:
    """List incidents, those under way first, then the newest."""
    query = (
        select(Incident).order_by(col(Incident.status) == IncidentStatus.CLOSED, col(Incident.id).desc()).limit(limit)
    )
    return (await session.exec(query)).all()


async def newest_open(session: AsyncSession, *, limit: int) -> Sequence[Incident]:
    """List what is under way, the newest first."""
    return (await session.exec(under_way.every().order_by(col(Incident.id).desc()).limit(limit))).all()


async def recent_for(session: AsyncSession, *, person: Person, limit: int = 10) -> Sequence[Incident]:
    """List the incidents of which a person was alerted, or a business for which they speak, in the same order."""
    spoken_for = may_be_spoken_for(id_of(person)).with_only_columns(col(Member.id))
    mine = select(Alerted.incident_id).where(
        or_(col(Alerted.person_id) == id_of(person), col(Alerted.member_id).in_(spoken_for))
    )
    query = (
        select(Incident)
        .where(col(Incident.id).in_(mine), ~naming.hides(col(Incident.id), id_of(person)))
        .order_by(col(Incident.status) == IncidentStatus.CLOSED, col(Incident.id).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def wanted_by(session: AsyncSession, *, incident: Incident) -> Wanted:
    """Tell what help an incident asked for."""
    of_incident = {"incident_id": id_of(incident)}
    sectors = await session.exec(SECTORS, params=of_incident)
    capabilities = await session.exec(CAPABILITIES, params=of_incident)
    communes = await session.exec(COMMUNES, params=of_incident)
    called = set(sectors)
    return Wanted(
        sectors=tuple(sector for sector in Sector if sector in called),
        capability_ids=tuple(capabilities),
        commune_codes=tuple(communes),
        any_place=incident.any_place,
        any_capability=incident.any_capability,
    )


async def wanted_now(session: AsyncSession, *, incident: Incident) -> Wanted:
    """Tell what help is wanted from how far, after the waves that were called so far."""
    wanted = await wanted_by(session, incident=incident)
    return wanted.widened(await circles.called(session, incident_id=id_of(incident)))


async def mark_handling(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> Incident:
    """Show everyone that help is under way (🟠); raises IncidentUnknown or IncidentClosed."""
    incident = await still_open(session, incident_id=incident_id)
    if incident.status is IncidentStatus.OPEN:
        await _change_status(session, incident, IncidentStatus.HANDLING, by=by, now=now)
    return incident


async def mark_open(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> Incident:
    """Take back that help is under way (🔴 again); raises IncidentUnknown or IncidentClosed."""
    incident = await still_open(session, incident_id=incident_id)
    if incident.status is IncidentStatus.HANDLING:
        await _change_status(session, incident, IncidentStatus.OPEN, by=by, now=now)
    return incident


async def close(session: AsyncSession, *, incident_id: int, summary: str, by: Person, now: datetime) -> Incident:
    """End an incident: cards turn green, and later answers are refused. Raises IncidentUnknown or IncidentClosed."""
    incident = await still_open(session, incident_id=incident_id)
    incident.closed_at, incident.closed_by_id = now, id_of(by)
    incident.summary = summary
    await _stand_down_the_gone(session, incident_id=incident_id)
    await _change_status(session, incident, IncidentStatus.CLOSED, by=by, now=now)
    return incident


async def _stand_down_the_gone(session: AsyncSession, *, incident_id: int) -> None:
    """Keep that those who had gone from the site before the end have stood down: they have said so already."""
    query = select(Presence).where(Presence.incident_id == incident_id).order_by(col(Presence.id))
    stays = (await session.exec(query)).all()
    there = {one.member_id for one in stays if one.left_at is None}
    left = {one.member_id: one.left_at for one in stays if one.member_id not in there}
    answers = select(Response).where(Response.incident_id == incident_id, col(Response.member_id).in_(left))
    for response in (await session.exec(answers)).all():
        if response.stood_down_at is None:
            response.stood_down_at = left[response.member_id]


async def reopen(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> None:
    """Take the end of an incident back: it stands as it did before."""
    ended = select(AuditEntry).where(
        AuditEntry.action == STATUS_CHANGED, AuditEntry.subject == "incident", AuditEntry.subject_id == incident.id
    )
    last = (await session.exec(ended.order_by(col(AuditEntry.id).desc()).limit(1))).first()
    handled = last is not None and (last.before or {}).get("status") == IncidentStatus.HANDLING
    incident.closed_at = incident.closed_by_id = incident.summary = None
    status = IncidentStatus.HANDLING if handled else IncidentStatus.OPEN
    await _change_status(session, incident, status, by=by, now=now)


async def _change_status(
    session: AsyncSession, incident: Incident, status: IncidentStatus, *, by: Person, now: datetime
) -> None:
    before, incident.status = incident.status, status
    await session.flush()
    audit.record(
        session,
        person=by,
        action=STATUS_CHANGED,
        subject="incident",
        subject_id=incident.id,
        now=now,
        before={"status": before},
        after={"status": status},
    )
    incident_id = id_of(incident)
    await incident_cards.redraw(session, lane=Lane.UPDATE, incident_id=incident_id, now=now)
    tasks = select(Task.id).where(Task.incident_id == incident_id)
    await broadcasts.redraw(session, subject=TASK_SUBJECT, subject_id=tasks, lane=Lane.UPDATE, now=now)
    # Playbooks stop with their incident, and go on if its end is taken back.
    runs = select(ScriptRun.id).where(ScriptRun.incident_id == incident_id)
    await broadcasts.redraw(session, subject=SCRIPT_RUN_SUBJECT, subject_id=runs, lane=Lane.UPDATE, now=now)
    steps = select(RunStep.id).join(ScriptRun, col(ScriptRun.id) == col(RunStep.run_id))
    of_incident = steps.where(ScriptRun.incident_id == incident_id)
    await broadcasts.redraw(session, subject=RUN_STEP_SUBJECT, subject_id=of_incident, lane=Lane.UPDATE, now=now)
    # A coordinator who has just pressed looks at the tally: it does not wait behind everybody's cards.
    await incident_cards.redraw_tally(session, incident_id=incident_id, now=now, lane=Lane.REPLY)
