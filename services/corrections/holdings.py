"""What corrections hold about people: who corrected what was sent, and how."""

from typing import Any

from sqlmodel import col, select

from models.corrections import Correction
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.ground.holding_types import FilePart, NumberKept, OfPerson


def _corrections(person: Person) -> Any:
    return (
        select(Correction, Incident)
        .join(Incident, col(Incident.id) == col(Correction.incident_id))
        .where(Correction.person_id == id_of(person))
        .order_by(col(Correction.id))
    )


PARTS = (FilePart("corrections", _corrections),)
PEOPLE = (OfPerson(col(Correction.person_id), "corrections", NumberKept("what the office sent is the office's")),)
