"""Who is named where an incident is for named people alone (RED), and from whom it is hidden."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.incidents import Alerted, Incident, NamedRecipient
from models.people import Person
from models.tlp import Tlp
from services.people.businesses import Id, registered_name


def hides(incident_id: Id, person_id: Id) -> ColumnElement[bool]:
    """Make the condition that an incident is for named people alone, and that a person is none of them."""
    incident, named = aliased(Incident), aliased(NamedRecipient)
    is_red = select(incident.id).where(col(incident.id) == incident_id, col(incident.tlp) == Tlp.RED).exists()
    is_named = select(named.person_id).where(col(named.incident_id) == incident_id, col(named.person_id) == person_id)
    return is_red & ~is_named.exists()


def told(incident_id: int) -> SelectOfScalar[int]:
    """Select the businesses that were called to an incident, of one for named people alone those who have such."""
    theirs = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    return theirs.where(~hides(incident_id, col(Alerted.person_id)))


async def is_hidden(session: AsyncSession, *, incident: Incident, person_id: int) -> bool:
    """Tell whether an incident is for named people alone, and a person (id) is none of them."""
    if incident.tlp is not Tlp.RED:
        return False
    return await session.get(NamedRecipient, (incident.id, person_id)) is None


async def propose(session: AsyncSession, *, incident_id: int, people: Iterable[int]) -> None:
    """Name people (ids) from the beginning on, in the place of those who were named before."""
    await forget(session, incident_id=incident_id)
    session.add_all(NamedRecipient(incident_id=incident_id, person_id=one) for one in dict.fromkeys(people))
    await session.flush()


async def add(session: AsyncSession, *, incident_id: int, people: Collection[int]) -> None:
    """Name people (ids) too whom a coordinator has called."""
    before = select(NamedRecipient.person_id).where(NamedRecipient.incident_id == incident_id)
    new = set(people).difference((await session.exec(before)).all())
    session.add_all(NamedRecipient(incident_id=incident_id, person_id=one) for one in sorted(new))
    await session.flush()


async def forget(session: AsyncSession, *, incident_id: int) -> None:
    """Name nobody: the incident is for more people."""
    await session.exec(delete(NamedRecipient).where(col(NamedRecipient.incident_id) == incident_id))


async def named(session: AsyncSession, *, incident_id: int) -> Sequence[str]:
    """Give the names of those who are named."""
    query = select(NamedRecipient.person_id).where(NamedRecipient.incident_id == incident_id)
    return await names(session, people=(await session.exec(query)).all())


async def names(session: AsyncSession, *, people: Collection[int]) -> Sequence[str]:
    """Give the names under which people (ids) are registered."""
    query = select(registered_name()).where(col(Person.id).in_(people)).order_by(col(Person.id))
    return [str(one) for one in await session.exec(query)]
