"""What failed by itself is tried again by itself."""

from datetime import timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState
from models.identity import id_of
from services.incidents.kinds import UPDATE
from services.outbox import again, broadcasts
from tests.network import MORNING, found_network


async def test_a_lone_failure_waits_as_long_as_its_own_broadcast_had_taken_whatever_else_was_said_before(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    people = [id_of(network.an)]
    await broadcasts.queue(session, kind=UPDATE, people=people, subject_id=1, now=MORNING - timedelta(hours=5))
    await session.exec(update(Delivery).values(state=DeliveryState.SENT, sent_at=MORNING - timedelta(hours=5)))
    lone = await broadcasts.queue(session, kind=UPDATE, people=people, subject_id=1, now=MORNING)
    failed_at = MORNING + timedelta(minutes=2)
    its = update(Delivery).where(col(Delivery.broadcast_id) == lone.id)
    await session.exec(its.values(state=DeliveryState.FAILED, due_at=failed_at))

    await again.repeat_failed(session, now=failed_at + timedelta(seconds=119))
    assert not await waiting(session)

    await again.repeat_failed(session, now=failed_at + timedelta(minutes=2))
    assert await waiting(session)


async def waiting(session: AsyncSession) -> bool:
    """Tell whether anything waits to be sent."""
    query = select(Delivery.id).where(Delivery.state == DeliveryState.PENDING)
    return (await session.exec(query)).first() is not None
