"""Which incidents are under way: those that were declared and are not closed.

A quick drill rests while something real is under way that was declared after it.
"""

from functools import cache

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind, IncidentStatus


@cache
def every() -> SelectOfScalar[Incident]:
    """Select every incident that is under way."""
    return select(Incident).where(Incident.status != IncidentStatus.CLOSED)


def of_member(member_id: int) -> SelectOfScalar[int]:
    """Select the incidents (ids) under way to which a business (id) was called."""
    return _called().where(Alerted.member_id == member_id)


def of_person(person_id: int) -> SelectOfScalar[int]:
    """Select the incidents (ids) under way to which a person (id) was called."""
    return _called().where(Alerted.person_id == person_id)


@cache
def _called() -> SelectOfScalar[int]:
    return (
        select(Alerted.incident_id)
        .join(Incident, col(Incident.id) == col(Alerted.incident_id))
        .where(Incident.status != IncidentStatus.CLOSED)
        .distinct()
    )


@cache
def rests() -> ColumnElement[bool]:
    """Make the condition that an incident is a drill which something real has overtaken."""
    real = aliased(Incident)
    overtakes = select(real.id).where(
        col(real.kind) == IncidentKind.INCIDENT,
        col(real.status) != IncidentStatus.CLOSED,
        col(real.declared_at) >= col(Incident.declared_at),
    )
    return (col(Incident.kind) == IncidentKind.DRILL) & overtakes.exists()


async def overtaken_by(session: AsyncSession, *, drill: Incident) -> int | None:
    """Give the real incident (id) for which a drill rests, the first of several; None where it does not rest."""
    if not (await session.exec(select(Incident.id).where(Incident.id == id_of(drill), rests()))).first():
        return None
    query = select(Incident.id).where(
        Incident.kind == IncidentKind.INCIDENT,
        Incident.status != IncidentStatus.CLOSED,
        col(Incident.declared_at) >= drill.declared_at,
    )
    return (await session.exec(query.order_by(col(Incident.id)))).first()
