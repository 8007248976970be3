"""Businesses that take part in another incident under way: whoever counts on them is told so."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident, IncidentKind, IncidentStatus
from models.responses import Response
from services.incidents.answer_steps import ENGAGED
from services.presence.stays import has_gone


async def elsewhere(
    session: AsyncSession, *, members: Collection[int], but_not: int | None
) -> Mapping[int, Sequence[str]]:
    """Tell in which other incidents (codes) under way some businesses (ids) take part; those in none are left out.

    `but_not` is the incident (id) that is looked at. A drill keeps nobody from the real thing, and
    whoever has gone from a site is there no more.
    """
    query = (
        select(Response.member_id, Incident.code)
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .where(
            col(Response.member_id).in_(members),
            col(Response.answer).in_(ENGAGED),
            Incident.status != IncidentStatus.CLOSED,
            Incident.kind != IncidentKind.DRILL,
            col(Incident.id) != (but_not or 0),
            ~has_gone(col(Response.incident_id), col(Response.member_id)),
        )
        .order_by(col(Incident.id))
    )
    found: dict[int, list[str]] = {}
    for member_id, code in await session.exec(query):
        found.setdefault(member_id, []).append(code)
    return found


async def count_elsewhere(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that take part in an incident (id) and in another one under way."""
    others = (
        select(Response.member_id)
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .where(
            col(Response.answer).in_(ENGAGED),
            Incident.status != IncidentStatus.CLOSED,
            Incident.kind != IncidentKind.DRILL,
            col(Incident.id) != incident_id,
            ~has_gone(col(Response.incident_id), col(Response.member_id)),
        )
    )
    query = select(func.count()).where(
        Response.incident_id == incident_id,
        col(Response.answer).in_(ENGAGED),
        col(Response.member_id).in_(others),
    )
    return (await session.exec(query)).one()
