"""Which systems an incident touches: named while it is declared or later, taken back, and who may read their names."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Alerted, Incident
from models.people import Person
from models.systems import IncidentSystem, InformationSystem
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import cards
from services.incidents.touched import duties
from services.systems import proposals, register


class SystemsTouchedTooMany(Refusal):
    """An incident names `limit` systems already."""


MOST = 8


async def of(session: AsyncSession, *, incident_id: int) -> Sequence[InformationSystem]:
    """List the systems that an incident touches, by name; one that was taken out of the register meanwhile stays."""
    query = (
        select(InformationSystem)
        .join(IncidentSystem, col(IncidentSystem.system_id) == col(InformationSystem.id))
        .where(IncidentSystem.incident_id == incident_id)
        .order_by(col(InformationSystem.sort_key), col(InformationSystem.id))
    )
    return (await session.exec(query)).all()


async def touch(
    session: AsyncSession,
    *,
    incident: Incident,
    systems: Sequence[int],
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> None:
    """Say that an incident touches some systems (ids), each once, and propose what must be told by law.

    Raises SystemUnknown or SystemsTouchedTooMany.
    """
    incident_id = id_of(incident)
    before = {id_of(one) for one in await of(session, incident_id=incident_id)}
    added = [one for one in dict.fromkeys(systems) if one not in before]
    if len(before) + len(added) > MOST:
        raise SystemsTouchedTooMany(limit=MOST)
    for system_id in added:
        await register.in_use(session, system_id=system_id)
        session.add(IncidentSystem(incident_id=incident_id, system_id=system_id))
        _record(session, incident, "system-touched", system_id, by, now)
    await session.flush()
    if added:
        await _show(session, incident, added, now=now, time_zone=time_zone)


async def untouch(
    session: AsyncSession, *, incident: Incident, system_id: int, by: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Take back that an incident touches a system; what was proposed because of it alone goes too."""
    gone = delete(IncidentSystem).where(
        col(IncidentSystem.incident_id) == id_of(incident), col(IncidentSystem.system_id) == system_id
    )
    if (await session.exec(gone)).rowcount:
        _record(session, incident, "system-untouched", system_id, by, now)
        await _show(session, incident, [system_id], now=now, time_zone=time_zone)


async def _show(
    session: AsyncSession, incident: Incident, changed: Collection[int], *, now: datetime, time_zone: ZoneInfo
) -> None:
    """Weigh anew what must be told, and have the tally and the cards edited that name what changed."""
    incident_id = id_of(incident)
    touched = await of(session, incident_id=incident_id)
    await duties.propose(session, incident=incident, systems=touched, now=now, time_zone=time_zone)
    about = await session.exec(select(InformationSystem).where(col(InformationSystem.id).in_(changed)))
    members = await proposals.first_called(session, systems=about.all())
    people = await alerted_for(session, incident_id=incident_id, members=members)
    groups = await bindings.bound_to(session, members=members)
    await cards.redraw(session, incident_id=incident_id, lane=Lane.UPDATE, people=people, groups=groups, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now)


def _record(session: AsyncSession, incident: Incident, action: str, system_id: int, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        after={"system": system_id},
    )


async def shown_to(session: AsyncSession, *, incident_id: int) -> Mapping[int, Sequence[str]]:
    """Name the touched systems that each business (id) may see which was alerted; others see none."""
    touched = await of(session, incident_id=incident_id)
    if not touched:
        return {}
    shown: dict[int, list[str]] = {}
    for system in touched:
        for member_id in await proposals.first_called(session, systems=[system]):
            shown.setdefault(member_id, []).append(system.name)
    return shown


async def alerted_for(session: AsyncSession, *, incident_id: int, members: Collection[int]) -> Collection[int]:
    """Find the people (ids) who were alerted of an incident for some businesses (ids)."""
    query = select(Alerted.person_id).where(Alerted.incident_id == incident_id, col(Alerted.member_id).in_(members))
    return set((await session.exec(query)).all())
