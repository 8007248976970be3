"""What honours hold about people and businesses: who decided, who said what of being named, and whose they are."""

from typing import Any

from sqlalchemy import delete, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourRelease
from models.identity import id_of
from models.members import Member
from models.people import Person
from services.ground.holding_types import FilePart, Merging, Moved, NumberKept, OfMember, OfPerson


def _decided(person: Person) -> Any:
    return (
        select(Honour, Member)
        .join(Member, col(Member.id) == col(Honour.member_id))
        .where(or_(col(Honour.decided_by_id) == id_of(person), col(Honour.named_by_id) == id_of(person)))
        .order_by(col(Honour.id))
    )


def _released(person: Person) -> Any:
    return select(HonourRelease).where(HonourRelease.released_by_id == id_of(person)).order_by(col(HonourRelease.id))


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the business that is kept have the other's honours; for the same thing it is honoured once."""
    kept = (await session.exec(select(Honour).where(Honour.member_id == merging.kept_id))).all()
    known = {(one.kind, one.incident_id, one.lesson_id) for one in kept}
    theirs = (await session.exec(select(Honour).where(Honour.member_id == merging.other_id))).all()
    twice = [id_of(one) for one in theirs if (one.kind, one.incident_id, one.lesson_id) in known]
    for statement in (
        delete(Honour).where(col(Honour.id).in_(twice)),
        update(Honour).where(col(Honour.member_id) == merging.other_id).values(member_id=merging.kept_id),
    ):
        await session.exec(statement.execution_options(synchronize_session="fetch"))


PARTS = (FilePart("honours", _decided), FilePart("honour-releases", _released))
PEOPLE = (
    OfPerson(col(Honour.decided_by_id), "honours", NumberKept("who is honoured is the office's decision")),
    OfPerson(col(Honour.named_by_id), "honours", NumberKept("whether it is named is the business's word")),
    OfPerson(
        col(HonourRelease.released_by_id), "honour-releases", NumberKept("what the network reads is the office's")
    ),
)
MEMBERS = (OfMember(col(Honour.member_id), Moved(_move)),)
