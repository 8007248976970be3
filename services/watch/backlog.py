"""What waits: messages by lane, updates in the inbox, and whether any has waited longer than was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.inbox import InboxState, InboxUpdate

# How long a message may wait for its first turn, where nothing else goes out before it.
PROMISES = {
    Lane.ASKED: timedelta(seconds=30),
    Lane.ALERT: timedelta(seconds=30),
    Lane.TASK: timedelta(minutes=1),
    Lane.REPLY: timedelta(minutes=1),
    Lane.UPDATE: timedelta(minutes=2),
    Lane.TALLY: timedelta(minutes=2),
    Lane.REMINDER: timedelta(minutes=5),
    Lane.DIGEST: timedelta(minutes=30),
    Lane.DRILL: timedelta(minutes=30),
}
# How long a tap or a message of a person may wait until it is applied, where few others came.
INBOX_PROMISE = timedelta(minutes=1)
# What keeps to the pace is not late: sending at four fifths of the limit, applying so many updates a second.
SHARE_OF_PACE = 0.8
UPDATES_PER_SECOND = 50
ZERO = timedelta(0)


@dataclass(frozen=True)
class LaneBacklog:
    """The messages and edits of a lane that wait: how many, and how long the oldest has waited."""

    lane: Lane
    waiting: int
    age: timedelta


@dataclass(frozen=True)
class InboxBacklog:
    """The updates that wait: how many, how long the oldest has; and how many stand aside for good."""

    waiting: int
    age: timedelta
    quarantined: int


async def of_lanes(session: AsyncSession, *, now: datetime) -> Sequence[LaneBacklog]:
    """Tell what waits in each lane that is not empty, the most urgent first.

    A message waits since it was queued, however often it was put off.
    """
    # Written out, not as parameters: only so are the indexes over what waits used.
    pending = text(f"deliveries.state = '{DeliveryState.PENDING.value}'")
    sends = (
        select(col(Delivery.lane), func.count(), func.min(col(Broadcast.created_at)))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(pending)
        .group_by(col(Delivery.lane))
    )
    edits = (
        select(col(Delivery.edit_lane), func.count(), func.min(col(Delivery.edit_due_at)))
        .where(col(Delivery.edit_due_at).is_not(None), Delivery.state == DeliveryState.SENT)
        .group_by(col(Delivery.edit_lane))
    )
    found: dict[Lane, LaneBacklog] = {}
    for number, count, oldest_at in [*(await session.exec(sends)).all(), *(await session.exec(edits)).all()]:
        lane = Lane(Lane.DIGEST if number is None else number)
        other = found.get(lane, LaneBacklog(lane, 0, ZERO))
        age = now - oldest_at if oldest_at else ZERO
        found[lane] = LaneBacklog(lane, other.waiting + count, max(other.age, age))
    return [found[lane] for lane in sorted(found)]


async def of_inbox(session: AsyncSession, *, now: datetime) -> InboxBacklog:
    """Tell how many updates wait to be applied."""
    stored = text(f"inbox.state = '{InboxState.STORED.value}'")
    waiting, oldest_at = (
        await session.exec(select(func.count(), func.min(col(InboxUpdate.received_at))).where(stored))
    ).one()
    aside = (await session.exec(select(func.count()).where(InboxUpdate.state == InboxState.QUARANTINED))).one()
    return InboxBacklog(waiting=waiting, age=now - oldest_at if oldest_at else ZERO, quarantined=aside)


async def late_lanes(
    session: AsyncSession, *, lanes: Sequence[LaneBacklog], messages_per_second: int, now: datetime
) -> Sequence[LaneBacklog]:
    """Choose the lanes whose oldest message has waited longer than was promised.

    While as much goes out as Telegram allows, a long broadcast takes its time, and nothing is late.
    """
    late = []
    for backlog in lanes:
        over = backlog.age - PROMISES[backlog.lane]
        if over > ZERO and over.total_seconds() > await _sent_since(session, now - backlog.age) / (
            messages_per_second * SHARE_OF_PACE
        ):
            late.append(backlog)
    return late


async def is_inbox_late(session: AsyncSession, *, inbox: InboxBacklog, now: datetime) -> bool:
    """Tell whether an update has waited longer than was promised, and not because of the many before it."""
    over = inbox.age - INBOX_PROMISE
    if over <= ZERO:
        return False
    applied = select(func.count()).where(col(InboxUpdate.done_at) >= now - inbox.age)
    return over.total_seconds() > (await session.exec(applied)).one() / UPDATES_PER_SECOND


async def _sent_since(session: AsyncSession, since: datetime) -> int:
    """Count the messages that were sent or edited since."""
    sent = select(func.count()).where(or_(col(Delivery.sent_at) >= since, col(Delivery.edited_at) >= since))
    return (await session.exec(sent)).one()
