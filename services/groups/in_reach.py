"""Whether anybody of a business can still be told anything: someone who speaks for it, or its own group."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.groups import Group
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.people import reach


def anybody(member_id: Any) -> ColumnElement[bool]:
    """Make the condition that somebody of a business (the column of an id) in the network can be written to."""
    speaking = (
        select(Representative.id)
        .join(Person, col(Person.id) == col(Representative.person_id))
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            col(Representative.member_id) == member_id,
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
            reach.in_reach(),
        )
    )
    bound = (
        select(Group.id)
        .join(Member, col(Member.id) == col(Group.member_id))
        .where(col(Group.member_id) == member_id, col(Group.left_at).is_(None), Member.status == MemberStatus.APPROVED)
    )
    return speaking.exists() | bound.exists()


async def of(session: AsyncSession, *, members: Collection[int]) -> frozenset[int]:
    """Tell of which of some businesses (ids) somebody can be written to."""
    one = aliased(Member)
    found = await session.exec(select(one.id).where(col(one.id).in_(members), anybody(col(one.id))))
    return frozenset(member_id for member_id in found if member_id is not None)
