"""Businesses that take part in another incident under way: whoever counts on them is told so."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sqlalchemy import bindparam, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

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
    asked = {"others": await _others_under_way(session, but_not), "members": list(members)}
    found: dict[int, list[str]] = {}
    for member_id, code in await session.exec(_elsewhere(), params=asked):
        found.setdefault(member_id, []).append(code)
    return found


@cache
def _elsewhere() -> Select[int, str]:
    part = answer_steps.taking_part_in(bindparam("others", expanding=True))
    return (
        select(part.c.member_id, Incident.code)
        .join(Incident, col(Incident.id) == part.c.incident_id)
        .where(
            part.c.member_id.in_(bindparam("members", expanding=True)),
            ~has_gone(part.c.incident_id, part.c.member_id),
        )
        .order_by(col(Incident.id))
    )


async def count_elsewhere(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that take part in an incident (id) and in another one under way."""
    asked = {"here": [incident_id], "others": await _others_under_way(session, incident_id)}
    return (await session.exec(_here_and_elsewhere(), params=asked)).one()


@cache
def _here_and_elsewhere() -> SelectOfScalar[int]:
    here = answer_steps.taking_part_in(bindparam("here", expanding=True))
    part = answer_steps.taking_part_in(bindparam("others", expanding=True))
    others = select(part.c.member_id).where(~has_gone(part.c.incident_id, part.c.member_id))
    return select(func.count()).select_from(here).where(here.c.member_id.in_(others))


async def _others_under_way(session: AsyncSession, but_not: int | None) -> Sequence[int]:
    """List the real incidents (ids) under way but one."""
    query = select(Incident.id).where(
        Incident.status != IncidentStatus.CLOSED,
        Incident.kind != IncidentKind.DRILL,
        col(Incident.id) != (but_not or 0),
    )
    return [one for one in await session.exec(query) if one is not None]
