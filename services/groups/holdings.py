"""What is held about whoever bound a group, and where the group of a merged business goes."""

from typing import Any

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from models.groups import Group
from models.identity import id_of
from models.people import Person
from services.ground.holding_types import FilePart, Merging, Moved, NumberKept, OfMember, OfPerson, beside_member
from services.groups import bindings


def _groups(person: Person) -> Any:
    return beside_member(Group).where(Group.bound_by_id == id_of(person))


async def _settle(session: AsyncSession, merging: Merging) -> None:
    """Let the other's group go, and tell it, where the business that is kept has its own."""
    group = await bindings.of_member(session, member_id=merging.other_id)
    if group is not None and await bindings.of_member(session, member_id=merging.kept_id) is not None:
        await bindings.unbind(session, group=group, by=merging.by, now=merging.now)
        await session.flush()


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Give the other's group to the business that is kept; what was let go stays on record as the other's."""
    group = await bindings.of_member(session, member_id=merging.other_id)
    if group is not None:
        group.member_id = merging.kept_id
        await session.flush()


PARTS = (FilePart("groups", _groups),)
PEOPLE = (OfPerson(col(Group.bound_by_id), "groups", NumberKept("the group stays its business's")),)
MEMBERS = (OfMember(col(Group.member_id), Moved(_move, settled=_settle)),)
