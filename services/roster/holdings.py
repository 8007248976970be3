"""What is held about looks at contacts: who looked, and at which business."""

from typing import Any

from sqlmodel import col, select

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.roster import ContactLook
from services.ground.holding_types import FilePart, NumberKept, OfPerson, all_of
from services.people import businesses


def _every_look() -> Any:
    return (
        select(ContactLook, Member, Person)
        .join(Member, col(Member.id) == col(ContactLook.member_id))
        .join(Person, col(Person.id) == col(ContactLook.person_id))
        .order_by(col(ContactLook.id))
    )


def _looks(person: Person) -> Any:
    return _every_look().where(ContactLook.person_id == id_of(person))


def _looked_at(person: Person) -> Any:
    """Select the looks at the contacts of the businesses for which a person speaks."""
    theirs = businesses.may_be_spoken_for(id_of(person)).with_only_columns(col(Member.id)).order_by(None)
    return _every_look().where(col(ContactLook.member_id).in_(theirs))


PARTS = (FilePart("looks", _looks), FilePart("looked-at", _looked_at))
PEOPLE = (OfPerson(col(ContactLook.person_id), "looks", NumberKept("that somebody looked is told to those looked at")),)
MEMBERS = (all_of(col(ContactLook.member_id)),)
