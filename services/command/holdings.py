"""What command holds about people: who held it, and what one asked of another."""

from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select

from models.command import CommandOffer, CommandTerm
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.ground.holding_types import FilePart, NumberKept, OfPerson


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


PARTS = (FilePart("commands", _held), FilePart("command-offers", _asked))
THE_OFFICES = NumberKept("who held command of an incident is the office's record")
PEOPLE = (
    OfPerson(col(CommandTerm.person_id), "commands", THE_OFFICES),
    OfPerson(col(CommandTerm.before_id), "commands", THE_OFFICES),
    OfPerson(col(CommandOffer.by_id), "command-offers", THE_OFFICES),
    OfPerson(col(CommandOffer.to_id), "command-offers", THE_OFFICES),
)
