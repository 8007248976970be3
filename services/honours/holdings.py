"""What honours hold about people and businesses: who decided, who said what of being named, and whose they are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourRelease, HonourState
from models.identity import id_of
from models.members import Member
from models.people import Person
from services.ground.holding_types import FilePart, Merging, Moved, NumberKept, OfMember, OfPerson
from services.honours import honours
from services.incidents.sharing import honoured


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
    """Let the business that is kept have the other's honours; for the same thing it is honoured once.

    A no of either business counts more than a yes or the silence of the other. The other one's yes is no word of the
    one that is kept, which is thanked and asked anew.
    """
    kept = {_what(one): one for one in await _of(session, merging.kept_id)}
    for one in await _of(session, merging.other_id):
        twin = kept.get(_what(one))
        if twin is None:
            await _hand_over(session, one, merging)
            continue
        if one.may_be_named is False and twin.may_be_named is not False:
            twin.may_be_named, twin.named_by_id = False, one.named_by_id
        for shown in (one, twin):
            await honoured.redraw(session, honour=shown, now=merging.now)
        await session.delete(one)
    await session.flush()


async def _hand_over(session: AsyncSession, honour: Honour, merging: Merging) -> None:
    """Make an honour that of the business which is kept; where the other one agreed to be named, it is asked anew."""
    honour.member_id = merging.kept_id
    if honour.may_be_named is not True:
        return
    honour.may_be_named = honour.named_by_id = None
    await session.flush()
    await honoured.redraw(session, honour=honour, now=merging.now)
    if honour.state is HonourState.CONFIRMED:
        await honours.thank(session, honour=honour, now=merging.now)


async def _of(session: AsyncSession, member_id: int) -> Sequence[Honour]:
    return (await session.exec(select(Honour).where(Honour.member_id == member_id).with_for_update())).all()


def _what(honour: Honour) -> tuple[object, ...]:
    """Tell for what a business is honoured."""
    return honour.kind, honour.incident_id, honour.lesson_id


PARTS = (FilePart("honours", _decided), FilePart("honour-releases", _released))
PEOPLE = (
    OfPerson(col(Honour.decided_by_id), "honours", NumberKept("who is honoured is the office's decision")),
    OfPerson(col(Honour.named_by_id), "honours", NumberKept("whether it is named is the business's word")),
    OfPerson(
        col(HonourRelease.released_by_id), "honour-releases", NumberKept("what the network reads is the office's")
    ),
)
MEMBERS = (OfMember(col(Honour.member_id), Moved(_move)),)
