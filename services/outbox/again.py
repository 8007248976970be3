"""What was missed is sent again: a message that never got to its recipient goes out by the same row."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import or_, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Broadcast, Delivery, DeliveryState
from services.ground.faces import MessageKind
from services.outbox.broadcasts import NOWHERE

MISSED = (DeliveryState.FAILED, DeliveryState.DROPPED)


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
