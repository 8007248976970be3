"""What follows when the operations group did not take a message: it has moved, lost a topic, or is lost itself."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState
from models.identity import id_of
from models.operations import IncidentTopic, OperationsGroup, TopicState
from services.operations import rooms, topics
from services.operations.topics import PINNED
from services.outbox.deliveries import Outcome, Result


async def settle(session: AsyncSession, *, results: Sequence[Result], now: datetime) -> None:
    """Let what depends on it follow what came of messages to topics."""
    ours = [result for result in results if result.claimed.incident_topic_id is not None]
    for result in ours:
        topic = await session.get_one(IncidentTopic, result.claimed.incident_topic_id)
        if topic.ended_at is not None:
            continue
        group = await session.get_one(OperationsGroup, topic.operations_group_id)
        if result.moved_to is not None:
            await move(session, group=group, chat_id=int(result.moved_to), now=now)
        elif result.outcome is Outcome.UNREACHABLE:
            await rooms.lose(session, group=group, now=now)
        elif result.left_topic and topic.state is not TopicState.WITHOUT:
            arrived = [one.claimed.id for one in ours if one.left_topic]
            await topics.lose(session, topic=topic, arrived=arrived, now=now)
        elif result.claimed.is_edit and result.outcome is Outcome.FAILED:
            await _send_anew(session, topic, result)


async def _send_anew(session: AsyncSession, topic: IncidentTopic, result: Result) -> None:
    """Let a card come once more that somebody has deleted, or that went with its topic."""
    if result.claimed.kind in {kind.name for kind in PINNED}:
        delivery = await session.get_one(Delivery, result.claimed.id)
        delivery.state, delivery.edit_due_at = DeliveryState.DROPPED, None
        topic.is_furnished = False


async def move(session: AsyncSession, *, group: OperationsGroup, chat_id: int, now: datetime) -> None:
    """Keep the new chat of a group that has become a supergroup; its cards are sent there anew."""
    if group.chat_id == chat_id:
        return
    newer = (await session.exec(select(OperationsGroup).where(OperationsGroup.chat_id == chat_id))).first()
    if newer is not None:
        # The new chat was registered by itself meanwhile, and what was to be said here is said there.
        await rooms.let_go(session, group=group, by=None, now=now)
        return
    group.chat_id, group.is_forum = chat_id, False
    rooms.check(group, now=now)
    await session.flush()
    for topic, _ in await topics.living(session, group=group):
        theirs = col(Delivery.incident_topic_id) == id_of(topic)
        topic.state, topic.thread_id, topic.pinned, topic.is_furnished = TopicState.WITHOUT, None, [], False
        gone = col(Delivery.state) == DeliveryState.SENT
        await session.exec(update(Delivery).where(theirs, gone).values(state=DeliveryState.DROPPED, edit_due_at=None))
        await session.exec(update(Delivery).where(theirs, ~gone).values(address=str(chat_id)))
