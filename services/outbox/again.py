"""What was missed is sent again: a message that never got to its recipient goes out by the same row."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.channels import Channel, Reach
from models.groups import Group
from services.ground.faces import MessageKind
from services.outbox.broadcasts import NOWHERE

# How long after it failed a message is still tried by itself, and how soon one of several is for the first time.
WORTH_TRYING = timedelta(hours=6)
FIRST_TRY = timedelta(minutes=1)
MISSED = (DeliveryState.FAILED, DeliveryState.DROPPED)


@cache
def was_missed() -> ColumnElement[bool]:
    """Make the condition that a message never went out, and does not wait to. For queries over deliveries."""
    return col(Delivery.state).in_(MISSED) & col(Delivery.sent_at).is_(None) & (col(Delivery.address) != NOWHERE)


async def send_missed(
    session: AsyncSession,
    *,
    subject: str,
    subject_ids: Iterable[int] | SelectOfScalar[Any],
    kinds: Iterable[MessageKind],
    now: datetime,
    people: Iterable[int] = (),
    groups: Iterable[int] = (),
) -> None:
    """Send some people and groups (ids) what they have missed about some subjects (ids, or a query for them).

    What is stale by then is dropped again by its composer.
    """
    about = select(col(Broadcast.id)).where(
        col(Broadcast.subject) == subject,
        col(Broadcast.subject_id).in_(subject_ids),
        col(Broadcast.kind).in_([kind.name for kind in kinds]),
    )
    theirs = or_(col(Delivery.person_id).in_(list(people)), col(Delivery.group_id).in_(list(groups)))
    await _send(session, theirs, col(Delivery.broadcast_id).in_(about), was_missed(), now=now)


async def send(session: AsyncSession, *, ids: Collection[int], now: datetime) -> int:
    """Send some messages (delivery ids) that were missed; return how many."""
    return await _send(session, col(Delivery.id).in_(ids), was_missed(), now=now) if ids else 0


async def _send(session: AsyncSession, *which: ColumnElement[bool], now: datetime) -> int:
    """Let messages wait to be sent; return how many. Nobody has got them, so that none is marked as a repeat."""
    moved = await session.exec(
        update(Delivery)
        .where(*which)
        .values(
            state=DeliveryState.PENDING,
            due_at=now,
            attempts=0,
            error=None,
            edit_due_at=None,
            leased_until=None,
            revision=col(Delivery.revision) + 1,
        )
        .execution_options(synchronize_session="fetch")
    )
    return moved.rowcount


@cache
def has_failed() -> ColumnElement[bool]:
    """Make the condition that a message failed though its person, or its group, can be written to."""
    lost = select(Reach.person_id).where(
        Reach.person_id == Delivery.person_id, col(Reach.channel) == col(Delivery.channel)
    )
    left = select(Group.id).where(Group.id == Delivery.group_id, col(Group.left_at).is_not(None))
    failed = and_(col(Delivery.state) == DeliveryState.FAILED, was_missed())
    return and_(failed, ~lost.correlate(Delivery).exists(), ~left.correlate(Delivery).exists())


async def repeat_failed(session: AsyncSession, *, now: datetime) -> None:
    """Send again what failed, once something of the same broadcast has got through after it.

    Where nothing has, one message is tried from time to time, at ever longer distances: it tells whether the cause has
    passed.
    """
    found = await session.exec(_with_failed(), params={"worth_trying_since": now - WORTH_TRYING})
    for broadcast_id, failed_at, began_at in found.all():
        theirs = col(Delivery.broadcast_id) == broadcast_id
        under_way, through_at = (await session.exec(_progress(broadcast_id))).one()
        if under_way:
            continue
        if through_at is not None:
            await _send(session, theirs, has_failed(), col(Delivery.due_at) < through_at, now=now)
        if now - failed_at >= max(FIRST_TRY, failed_at - began_at):
            oldest = select(col(Delivery.id)).where(theirs, has_failed())
            first = (await session.exec(oldest.order_by(col(Delivery.due_at), col(Delivery.id)).limit(1))).first()
            await send(session, ids=[first] if first is not None else [], now=now)


@cache
def _with_failed() -> Select[int, datetime, datetime]:
    return (
        select(col(Delivery.broadcast_id), func.max(Delivery.due_at), Broadcast.created_at)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(has_failed(), col(Delivery.due_at) > bindparam("worth_trying_since"))
        .group_by(col(Delivery.broadcast_id), col(Broadcast.created_at))
    )


def _progress(broadcast_id: int) -> Select[int, datetime | None]:
    """Select how many messages of a broadcast (id) wait or are on their way, and when the last one got through."""
    waits = col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING))
    return select(func.count().filter(waits), func.max(Delivery.sent_at)).where(Delivery.broadcast_id == broadcast_id)


async def wait_no_longer(session: AsyncSession, *, now: datetime, channel: Channel) -> None:
    """Send at once what rests before it is repeated: the channel is there again."""
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.channel) == channel, col(Delivery.state) == DeliveryState.PENDING, col(Delivery.due_at) > now
        )
        .values(due_at=now)
    )
