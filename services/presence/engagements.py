"""Businesses that take part in another incident under way: whoever counts on them is told so."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident, IncidentKind, IncidentStatus
from services.incidents import answer_steps
from services.presence.stays import has_gone


async def elsewhere(
    session: AsyncSession, *, members: Collection[int], but_not: int | None
) -> Mapping[int, Sequence[str]]:
    """Tell in which other incidents (codes) under way some businesses (ids) take part; those in none are left out.

    `but_not` is the incident (id) that is looked at. A drill keeps nobody from the real thing, and
    whoever has gone from a site is there no more.
    """
    part = answer_steps.taking_part_in(await _others_under_way(session, but_not))
    query = (
        select(part.c.member_id, Incident.code)
        .join(Incident, col(Incident.id) == part.c.incident_id)
        .where(part.c.member_id.in_(members), ~has_gone(part.c.incident_id, part.c.member_id))
        .order_by(col(Incident.id))
    )
    found: dict[int, list[str]] = {}
    for member_id, code in await session.exec(query):
        found.setdefault(member_id, []).append(code)
    return found


async def count_elsewhere(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that take part in an incident (id) and in another one under way."""
    here = answer_steps.members_taking_part(incident_id).subquery()
    part = answer_steps.taking_part_in(await _others_under_way(session, incident_id))
    others = select(part.c.member_id).where(~has_gone(part.c.incident_id, part.c.member_id))
    query = select(func.count()).select_from(here).where(here.c.member_id.in_(others))
    return (await session.exec(query)).one()


async def _others_under_way(session: AsyncSession, but_not: int | None) -> Sequence[int]:
    """List the real incidents (ids) under way but one."""
    query = select(Incident.id).where(
        Incident.status != IncidentStatus.CLOSED,
        Incident.kind != IncidentKind.DRILL,
        col(Incident.id) != (but_not or 0),
    )
    return [one for one in await session.exec(query) if one is not None]
