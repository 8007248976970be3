"""A group that becomes a supergroup: what was open there goes on in the new chat."""

from collections.abc import Set
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.groups import Group
from services.ground.faces import Kinds
from services.groups import bindings
from services.notation.spelling import tidy_line

# Numbers of supergroups are below this one, those of other groups above.
SUPERGROUPS = -1_000_000_000_000


# What a card shows: its kind, and its subject (id).
_About = tuple[BroadcastKind, int | None]


async def may_be_moving(session: AsyncSession, *, title: str) -> bool:
    """Tell whether a supergroup of this name may be what a bound group becomes, of which we have not heard yet."""
    wanted = tidy_line(title)
    query = select(Group).where(Group.title == wanted, col(Group.left_at).is_(None), col(Group.chat_id) > SUPERGROUPS)
    return bool(wanted) and (await session.exec(query.limit(1))).first() is not None


async def move(session: AsyncSession, *, group_id: int, chat_id: int, kinds: Kinds, now: datetime) -> None:
    """Keep the new chat of a group that has become a supergroup.

    Its old messages can be edited no more: the cards of what is still open are sent there anew.
    """
    group = await session.get_one(Group, group_id)
    if group.chat_id != chat_id:
        newer = (await session.exec(select(Group).where(Group.chat_id == chat_id))).first()
        if newer is not None:
            # Somebody has bound the new chat already, and what was to be said here is said there.
            await bindings.lose(session, group_id=group_id, now=now)
            return
        group.chat_id, group.topic_id = chat_id, None
        await session.flush()
    address = str(chat_id)
    query = (
        select(Delivery, Broadcast)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(col(Delivery.group_id) == group_id, col(Delivery.address) != address)
        .order_by(col(Delivery.id).desc())
        .execution_options(populate_existing=True)
    )
    still_open = await _open_for(session, group, kinds)
    shown: set[_About] = set()
    for delivery, broadcast in (await session.exec(query)).all():
        about = (broadcast.kind, broadcast.subject_id)
        if delivery.state is not DeliveryState.SENT:
            delivery.address = address
        elif about in still_open - shown:
            _send_anew(delivery, address=address, now=now)
        else:
            delivery.state, delivery.edit_due_at = DeliveryState.DROPPED, None
        shown.add(about)
    await session.flush()


async def _open_for(session: AsyncSession, group: Group, kinds: Kinds) -> Set[_About]:
    """List the cards of what is under way for the business of a group."""
    return {
        (kind.name, subject_id)
        for kind in kinds.values()
        if kind.open_for is not None
        for subject_id, _ in await kind.open_for(session, group.member_id)
    }


def _send_anew(delivery: Delivery, *, address: str, now: datetime) -> None:
    delivery.address, delivery.state, delivery.due_at = address, DeliveryState.PENDING, now
    delivery.message_id = delivery.shown = delivery.sent_at = delivery.edited_at = delivery.edit_due_at = None
    delivery.leased_until = None
    delivery.attempts, delivery.revision = 0, delivery.revision + 1
