"""What declarations hold about people: who wrote a template."""

from typing import Any

from sqlmodel import col, select

from models.identity import id_of
from models.people import Person
from models.templates import AlertTemplate
from services.ground.holding_types import FilePart, NumberKept, OfPerson


def _written(person: Person) -> Any:
    return select(AlertTemplate).where(AlertTemplate.made_by_id == id_of(person)).order_by(col(AlertTemplate.id))


PARTS = (FilePart("templates", _written),)
PEOPLE = (OfPerson(col(AlertTemplate.made_by_id), "templates", NumberKept("the template is the office's")),)
