"""Who hears what was answered: the person who asked, or those who speak for the business now."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import case
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question
from models.groups import Group
from models.identity import id_of
from models.members import ContactKind, Representative, RepresentativeStatus
from models.people import Person
from services.people import reach


async def people(session: AsyncSession, *, question: Question, but: Collection[int] = ()) -> Sequence[int]:
    """List who is sent an answer (person ids), `but` for some: the asker alone, while they speak for the business.

    Where they do not, or cannot be written to, all others who speak for it are, the primary contact first.
    """
    found = (await session.exec(_reached(question))).all()
    able = [one for one in found if one is not None and one not in but]
    return [question.person_id] if question.person_id in able else able


async def only_others(session: AsyncSession, *, question: Question) -> bool:
    """Tell whether whoever asked cannot be sent an answer."""
    return question.person_id not in await people(session, question=question)


def _reached(question: Question) -> Any:
    able = (col(Person.erased_at).is_(None), reach.in_reach())
    if question.member_id is None:
        return select(Person.id).where(Person.id == question.person_id, *able)
    return (
        select(Person.id)
        .join(Representative, col(Representative.person_id) == col(Person.id))
        .where(
            Representative.member_id == question.member_id,
            Representative.status == RepresentativeStatus.APPROVED,
            *able,
        )
        .order_by(case((col(Representative.contact) == ContactKind.PRIMARY, 0), else_=1), col(Representative.id))
    )


async def rooms(session: AsyncSession, *, question: Question) -> Sequence[int]:
    """List the group (id) in which a question was asked, while it is the business's."""
    if question.group_id is None:
        return ()
    query = select(Group).where(
        Group.id == question.group_id, Group.member_id == question.member_id, col(Group.left_at).is_(None)
    )
    return [id_of(one) for one in await session.exec(query)]


async def may_hear(session: AsyncSession, *, question: Question, person_id: int) -> bool:
    """Tell whether a person (id) may be told the answer: the stranger who asked, or who speaks for the business."""
    if question.member_id is None:
        return person_id == question.person_id
    query = select(Representative.id).where(
        Representative.member_id == question.member_id,
        Representative.person_id == person_id,
        Representative.status == RepresentativeStatus.APPROVED,
    )
    return (await session.exec(query)).first() is not None
