"""What papers hold about people: who filled which fields."""

from typing import Any

from sqlmodel import col, select

from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperAnswer
from models.people import Person
from services.ground.holding_types import FilePart, NumberKept, OfPerson


def _said(person: Person) -> Any:
    return (
        select(PaperAnswer, Incident)
        .join(Incident, col(Incident.id) == col(PaperAnswer.incident_id))
        .where(PaperAnswer.said_by_id == id_of(person))
        .order_by(col(PaperAnswer.id))
    )


PARTS = (FilePart("paper-answers", _said),)
PEOPLE = (OfPerson(col(PaperAnswer.said_by_id), "paper-answers", NumberKept("the document is the office's")),)
