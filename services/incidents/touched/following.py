"""What coordinators take of what is proposed because of a system: a graver severity, and those who are called first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, Severity
from models.members import Member
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import audience, cards, lifecycle
from services.incidents.touched import systems as touched
from services.systems import proposals
from services.systems.proposals import Gravity


class NothingProposed(Refusal):
    """What was proposed has been done, or follows from no system any more."""


@dataclass(frozen=True)
class Proposed:
    """What follows from the systems that an incident touches: a graver severity, and businesses to call as well."""

    gravity: Gravity | None
    to_call: Sequence[Member]


async def of(session: AsyncSession, *, incident: Incident, now: datetime) -> Proposed:
    """Tell what is proposed now; nothing once the incident is over."""
    if incident.status is IncidentStatus.CLOSED:
        return Proposed(None, ())
    systems = await touched.of(session, incident_id=id_of(incident))
    first = await proposals.first_called(session, systems=systems)
    alerted = select(Alerted.member_id).where(Alerted.incident_id == id_of(incident))
    rest = set(first).difference((await session.exec(alerted)).all())
    pairs = await audience.not_called(session, incident_id=id_of(incident), members=rest, now=now)
    there = {member_id for member_id, _ in pairs}
    members = await session.exec(select(Member).where(col(Member.id).in_(there)).order_by(col(Member.id)))
    return Proposed(proposals.raised(systems, beyond=incident.severity), members.all())


async def take_severity(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> Incident:
    """Make an incident as grave as its systems say, for everybody; raises IncidentClosed or NothingProposed."""
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    gravity = (await of(session, incident=incident, now=now)).gravity
    if gravity is None:
        raise NothingProposed
    before, incident.severity = incident.severity, gravity.severity
    _record(session, incident, by, now, before, gravity)
    await cards.redraw(session, incident_id=incident_id, lane=Lane.UPDATE, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now)
    return incident


def _record(
    session: AsyncSession, incident: Incident, by: Person, now: datetime, before: Severity, gravity: Gravity
) -> None:
    audit.record(
        session,
        person=by,
        action="severity-by-system",
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        before={"severity": before},
        after={"severity": gravity.severity, "system": gravity.because_of.id},
    )


async def call_first(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> Sequence[Member]:
    """Alert those who own, operate or provide for a touched system; raises IncidentClosed or NothingProposed."""
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    members = (await of(session, incident=incident, now=now)).to_call
    ids = [id_of(one) for one in members]
    pairs = await audience.not_called(session, incident_id=incident_id, members=ids, now=now)
    if not pairs:
        raise NothingProposed
    groups = await bindings.bound_to(session, members=ids)
    await audience.call(session, incident_id=incident_id, pairs=pairs, groups=groups, now=now)
    audit.record(
        session,
        person=by,
        action="called-for-system",
        subject="incident",
        subject_id=incident_id,
        now=now,
        after={"members": ids},
    )
    return members
