"""Who holds the command of an incident, and since when; with no holder who can act, everybody may take it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.command import CommandOffer, CommandTerm
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.people import accounts, reach


@dataclass(frozen=True)
class Holder:
    """The person who holds command and since when; `acts` tells whether they coordinate still and can be reached.

    `last` is the change by which it came to them, None for whoever declared the incident.
    """

    person: Person
    since: datetime
    acts: bool
    last: CommandTerm | None = None

    @property
    def coordinates(self) -> bool:
        """Tell whether the person coordinates still; where not, nobody holds command."""
        return self.person.staff_role in accounts.COORDINATORS


async def holder(session: AsyncSession, *, incident: Incident) -> Holder:
    """Tell who holds the command of an incident: whoever declared it, until it passes on."""
    last = await latest(session, incident_id=id_of(incident))
    person = await session.get_one(Person, last.person_id if last else incident.declared_by_id)
    acts = person.staff_role in accounts.COORDINATORS and await reach.is_in_reach(session, person=person)
    return Holder(person, last.at if last else incident.declared_at, acts, last)


async def commanders(session: AsyncSession, *, incident: Incident) -> list[int]:
    """List whom (ids) to remind of what a commander owes: the holder, or all coordinators where that one cannot act."""
    held = await holder(session, incident=incident)
    if held.acts:
        return [id_of(held.person)]
    return await accounts.coordinator_ids(session)


async def latest(session: AsyncSession, *, incident_id: int) -> CommandTerm | None:
    """Find the last change of hands of an incident."""
    query = (
        select(CommandTerm).where(CommandTerm.incident_id == incident_id).order_by(col(CommandTerm.id).desc()).limit(1)
    )
    return (await session.exec(query)).first()


async def waiting(session: AsyncSession, *, incident_id: int) -> CommandOffer | None:
    """Find what one coordinator asked of another and waits for an answer."""
    query = select(CommandOffer).where(CommandOffer.incident_id == incident_id, col(CommandOffer.answered_at).is_(None))
    return (await session.exec(query)).first()
