"""What the register holds about people and businesses: whom to call, who looked, whose systems they are."""

from typing import Any

from sqlalchemy import or_, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Representative
from models.people import Person
from models.systems import InformationSystem, SystemContact, SystemLook, SystemProvider
from services.ground.holding_types import (
    Erased,
    FilePart,
    Leaving,
    Merging,
    Moved,
    NumberKept,
    OfMember,
    OfPerson,
    all_of,
)


def _theirs(person_id: int) -> ColumnElement[bool]:
    """Make the condition that a contact is a person's: known as such, or by a number that they gave as theirs."""
    phones = select(Representative.phone).where(Representative.person_id == person_id)
    return or_(col(SystemContact.person_id) == person_id, col(SystemContact.phone).in_(phones))


def _contacts(person: Person) -> Any:
    return (
        select(SystemContact, InformationSystem)
        .join(InformationSystem, col(InformationSystem.id) == col(SystemContact.system_id))
        .where(_theirs(id_of(person)))
        .order_by(col(SystemContact.id))
    )


def _every_look() -> Any:
    return (
        select(SystemLook, InformationSystem, Person)
        .join(InformationSystem, col(InformationSystem.id) == col(SystemLook.system_id))
        .join(Person, col(Person.id) == col(SystemLook.person_id))
        .order_by(col(SystemLook.id))
    )


def _looks(person: Person) -> Any:
    return _every_look().where(SystemLook.person_id == id_of(person))


def _looked_at(person: Person) -> Any:
    """Select the looks at systems for which a person is to be called."""
    theirs = select(SystemContact.system_id).where(_theirs(id_of(person)))
    return _every_look().where(col(SystemLook.system_id).in_(theirs))


async def _forget_contacts(session: AsyncSession, leaving: Leaving) -> None:
    """Delete the person from those who are called: another is named by whoever answers for the system."""
    await session.exec(
        delete(SystemContact).where(_theirs(leaving.person_id)).execution_options(synchronize_session="fetch")
    )


async def _move_provision(session: AsyncSession, merging: Merging) -> None:
    """Let what the other provides be provided by the business that is kept, each thing once."""
    theirs = col(SystemProvider.member_id) == merging.other_id
    kept = select(SystemProvider).where(SystemProvider.member_id == merging.kept_id)
    has = {(one.system_id, one.provision) for one in await session.exec(kept)}
    for one in (await session.exec(select(SystemProvider).where(theirs))).all():
        if (one.system_id, one.provision) in has:
            await session.delete(one)
    await session.flush()
    moved = update(SystemProvider).where(theirs).values(member_id=merging.kept_id)
    await session.exec(moved.execution_options(synchronize_session=False))


PARTS = (
    FilePart("system-contacts", _contacts),
    FilePart("system-looks", _looks),
    FilePart("system-looked-at", _looked_at),
)
PEOPLE = (
    OfPerson(col(SystemContact.person_id), "system-contacts", Erased(_forget_contacts)),
    OfPerson(col(SystemLook.person_id), "system-looks", NumberKept("that somebody looked is told to those looked at")),
)
MEMBERS = (
    all_of(col(InformationSystem.owner_id)),
    all_of(col(InformationSystem.operator_id)),
    OfMember(col(SystemProvider.member_id), Moved(_move_provision)),
)
