"""What command holds about people: who held it, and what one asked of another."""

from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.command import CommandOffer, CommandTerm
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.command.kinds import KINDS
from services.ground.holding_types import FilePart, Leaving, NumberKept, OfPerson
from services.incidents.kinds import SUBJECT, TALLY
from services.outbox import broadcasts


def _held(person: Person) -> Any:
    own = id_of(person)
    return (
        select(CommandTerm, Incident)
        .join(Incident, col(Incident.id) == col(CommandTerm.incident_id))
        .where(or_(col(CommandTerm.person_id) == own, col(CommandTerm.before_id) == own))
        .order_by(col(CommandTerm.id))
    )


def _asked(person: Person) -> Any:
    own = id_of(person)
    return (
        select(CommandOffer, Incident)
        .join(Incident, col(Incident.id) == col(CommandOffer.incident_id))
        .where(or_(col(CommandOffer.by_id) == own, col(CommandOffer.to_id) == own))
        .order_by(col(CommandOffer.id))
    )


def commanded(person_id: int) -> Any:
    """Select the incidents (ids) whose messages may name a person as the one who commands, did, or was asked to."""
    return select(Incident.id).where(
        or_(
            col(Incident.declared_by_id) == person_id,
            col(Incident.closed_by_id) == person_id,
            col(Incident.id).in_(_incidents(CommandTerm, CommandTerm.person_id, CommandTerm.before_id, person_id)),
            col(Incident.id).in_(_incidents(CommandOffer, CommandOffer.by_id, CommandOffer.to_id, person_id)),
        )
    )


def _incidents(table: Any, one: Any, other: Any, person_id: int) -> Any:
    return select(table.incident_id).where(or_(col(one) == person_id, col(other) == person_id))


async def redraw_commands(session: AsyncSession, leaving: Leaving) -> None:
    """Have the messages edited that name a person who commanded, or was asked about it, and the tallies."""
    await broadcasts.redraw(
        session,
        kinds=(*KINDS, TALLY),
        subject=SUBJECT,
        subject_id=commanded(leaving.person_id),
        lane=Lane.UPDATE,
        now=leaving.now,
    )


PARTS = (FilePart("commands", _held), FilePart("command-offers", _asked))
THE_OFFICES = NumberKept("who held command of an incident is the office's record")
PEOPLE = (
    OfPerson(col(CommandTerm.person_id), "commands", THE_OFFICES),
    OfPerson(col(CommandTerm.before_id), "commands", THE_OFFICES),
    OfPerson(col(CommandOffer.by_id), "command-offers", THE_OFFICES),
    OfPerson(col(CommandOffer.to_id), "command-offers", THE_OFFICES),
)
