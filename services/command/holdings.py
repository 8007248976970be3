"""What command holds about people: who held it, and what one asked of another."""

from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select

from models.command import Command, CommandOffer
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.ground.holding_types import FilePart, NumberKept, OfPerson


def _held(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Command, Incident)
        .join(Incident, col(Incident.id) == col(Command.incident_id))
        .where(or_(col(Command.person_id) == own, col(Command.before_id) == own))
        .order_by(col(Command.id))
    )


def _asked(person: Person) -> Any:
    own = id_of(person)
    return (
        select(CommandOffer, Incident)
        .join(Incident, col(Incident.id) == col(CommandOffer.incident_id))
        .where(or_(col(CommandOffer.by_id) == own, col(CommandOffer.to_id) == own))
        .order_by(col(CommandOffer.id))
    )


PARTS = (FilePart("commands", _held), FilePart("command-offers", _asked))
THE_OFFICES = NumberKept("who held command of an incident is the office's record")
PEOPLE = (
    OfPerson(col(Command.person_id), "commands", THE_OFFICES),
    OfPerson(col(Command.before_id), "commands", THE_OFFICES),
    OfPerson(col(CommandOffer.by_id), "command-offers", THE_OFFICES),
    OfPerson(col(CommandOffer.to_id), "command-offers", THE_OFFICES),
)
