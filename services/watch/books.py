"""The books of one run as the database has them: what came in and what went out, to be held against Telegram's own."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState
from models.inbox import InboxState, InboxUpdate

UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING)


@dataclass(frozen=True)
class Books:
    """How many updates were stored and applied, and what became of the messages that were due.

    `due` is the sum of `sent`, `waiting`, `failed`, `dropped` and `uncertain`; `repeated` of those sent went out a
    second time, marked as a repeat; `redraws` are sent messages that do not show the newest state yet.
    """

    stored: int
    applied: int
    quarantined: int
    due: int
    sent: int
    waiting: int
    failed: int
    dropped: int
    uncertain: int
    repeated: int
    redraws: int


async def first_delivery(session: AsyncSession) -> int:
    """Find where the books of a run begin: at the oldest message that is not settled yet, or at the next one."""
    unsettled = select(func.min(Delivery.id)).where(col(Delivery.state).in_(UNSETTLED))
    newest = select(func.max(Delivery.id))
    return (await session.exec(unsettled)).one() or ((await session.exec(newest)).one() or 0) + 1


async def count(session: AsyncSession, *, first_update: int, first_delivery: int) -> Books:
    """Count the updates and the deliveries from these ids on."""
    inbox = await _updates_by_state(session, first_update)
    outbox = await _deliveries_by_state(session, first_delivery)
    repeated = select(func.count()).where(
        col(Delivery.id) >= first_delivery, col(Delivery.state) == DeliveryState.SENT, col(Delivery.attempts) > 1
    )
    redraws = select(func.count()).where(
        col(Delivery.edit_due_at).is_not(None), col(Delivery.state) == DeliveryState.SENT
    )
    return Books(
        stored=sum(inbox.values()),
        applied=inbox.get(InboxState.DONE, 0),
        quarantined=inbox.get(InboxState.QUARANTINED, 0),
        due=sum(outbox.values()),
        sent=outbox.get(DeliveryState.SENT, 0),
        waiting=sum(outbox.get(state, 0) for state in UNSETTLED),
        failed=outbox.get(DeliveryState.FAILED, 0),
        dropped=outbox.get(DeliveryState.DROPPED, 0),
        uncertain=outbox.get(DeliveryState.UNCERTAIN, 0),
        repeated=(await session.exec(repeated)).one(),
        redraws=(await session.exec(redraws)).one(),
    )


async def _updates_by_state(session: AsyncSession, first: int) -> dict[InboxState, int]:
    query = select(InboxUpdate.state, func.count()).where(col(InboxUpdate.update_id) >= first)
    rows = await session.exec(query.group_by(col(InboxUpdate.state)))
    return {InboxState(state): number for state, number in rows.all()}


async def _deliveries_by_state(session: AsyncSession, first: int) -> dict[DeliveryState, int]:
    query = select(Delivery.state, func.count()).where(col(Delivery.id) >= first)
    rows = await session.exec(query.group_by(col(Delivery.state)))
    return {DeliveryState(state): number for state, number in rows.all()}
