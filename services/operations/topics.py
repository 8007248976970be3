"""An incident's topic follows the incident: opened for it, furnished with its cards, told what is said, closed with it.

All of it is found by the clock from what is stored, so that nothing is told twice, whichever wing it comes from.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Severity
from models.operations import IncidentTopic, OperationsGroup, TopicState
from models.tasks import UNFINISHED, Task, TaskChange
from models.tlp import Tlp
from services.ground.details import Details
from services.ground.faces import MessageKind
from services.incidents import under_way
from services.incidents.kinds import SUBJECT, TALLY
from services.operations import rooms, sources
from services.operations.kinds import CARD, NEWS, TASKS, OfSilence, Trouble
from services.operations.rooms import Checked
from services.operations.sources import SOURCES, NewsSource
from services.outbox import broadcasts

# What is less grave is seen to in private chats.
GRAVE = (Severity.MEDIUM, Severity.SERIOUS, Severity.CRITICAL)
# What was said so short a time before a topic was opened is said there too.
NEWS_FOR = timedelta(minutes=2)
PINNED = (CARD, TALLY, TASKS)
# Under this name a topic keeps that it was said why nothing more is told there.
SILENCE = "silence"
LIVING = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN)


async def follow(session: AsyncSession, *, now: datetime) -> None:
    """Open topics for what is under way, and bring each up to what is known by now."""
    group = await rooms.current(session)
    if group is None or group.checked_at is None:
        # What the group can do is not known yet: Telegram is being asked.
        return
    await _open_topics(session, group, now=now)
    for topic, incident in await living(session, group=group):
        if topic.state is not TopicState.WANTED:
            await _bring_up_to_now(session, topic, incident, now=now)


async def living(session: AsyncSession, *, group: OperationsGroup) -> Sequence[tuple[IncidentTopic, Incident]]:
    """List the topics of a group that are in use, each with its incident."""
    query = (
        select(IncidentTopic, Incident)
        .join(Incident, col(Incident.id) == col(IncidentTopic.incident_id))
        .where(IncidentTopic.operations_group_id == id_of(group), col(IncidentTopic.ended_at).is_(None))
        .order_by(col(IncidentTopic.id))
    )
    return (await session.exec(query)).all()


async def of_incident(session: AsyncSession, *, incident_id: int) -> IncidentTopic | None:
    """Find the topic of an incident (id) that is in use."""
    query = select(IncidentTopic).where(IncidentTopic.incident_id == incident_id, col(IncidentTopic.ended_at).is_(None))
    return (await session.exec(query)).first()


async def of_thread(session: AsyncSession, *, group: OperationsGroup, thread_id: int) -> IncidentTopic | None:
    """Find the incident's topic that is this thread of a group."""
    query = select(IncidentTopic).where(
        IncidentTopic.operations_group_id == id_of(group),
        IncidentTopic.thread_id == thread_id,
        col(IncidentTopic.ended_at).is_(None),
    )
    return (await session.exec(query)).first()


async def _open_topics(session: AsyncSession, group: OperationsGroup, *, now: datetime) -> None:
    """Want a topic for each grave incident under way that has none; without topics the group itself serves.

    What is for the people alone who are named is not told to a group.
    """
    having = select(IncidentTopic.incident_id).where(col(IncidentTopic.ended_at).is_(None))
    not_red = col(Incident.tlp).is_(None) | (col(Incident.tlp) != Tlp.RED)
    query = under_way.every().where(col(Incident.severity).in_(GRAVE), col(Incident.id).not_in(having), not_red)
    for incident in (await session.exec(query.order_by(col(Incident.id)))).all():
        session.add(
            IncidentTopic(
                incident_id=id_of(incident),
                operations_group_id=id_of(group),
                state=TopicState.WANTED if rooms.has_topics(group) else TopicState.WITHOUT,
                made_at=now,
                due_at=now,
                told=await sources.told_before(session, incident_id=id_of(incident), since=now - NEWS_FOR),
            )
        )
        if not rooms.has_topics(group):
            await tell_without(session, group=group, now=now)
    await session.flush()


async def tell_without(session: AsyncSession, *, group: OperationsGroup, now: datetime) -> None:
    """Tell once that there are no topics, until there were some again."""
    if group.troubled_at is None:
        group.troubled_at = now
        await rooms.tell(session, group=group, what=Trouble.WITHOUT_TOPICS, now=now)


async def _bring_up_to_now(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    if topic.state is TopicState.CLOSED and incident.status is IncidentStatus.CLOSED:
        return
    if incident.tlp is Tlp.RED:
        await _fall_silent(session, topic, incident, now=now)
        return
    if SILENCE in topic.told:
        topic.told = {name: row_id for name, row_id in topic.told.items() if name != SILENCE}
        await _redraw_cards(session, incident, now=now)
    if not topic.is_furnished:
        await _furnish(session, topic, incident, now=now)
    await _show_incident(session, topic, incident, now=now)
    await _show_tasks(session, topic, incident, now=now)
    await _tell_news(session, topic, incident, now=now)


async def _fall_silent(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    """Tell nothing more of what is for named people alone, say so once, and have the cards there say no more either.

    What is said meanwhile is not told there later either, should the label become wider.
    """
    if SILENCE not in topic.told:
        await _redraw_cards(session, incident, now=now)
        await _queue(session, NEWS, topic, details=OfSilence(), now=now)
    topic.shown = _look(incident)
    before = await sources.told_before(session, incident_id=id_of(incident), since=now + NEWS_FOR)
    turns = {turn.name: turn.mark for turn in await sources.turns(session, incident=incident)}
    told = {**topic.told, **before, **turns, SILENCE: 1}
    if topic.told != told:
        topic.told = told


async def _furnish(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    """Send the cards that do not stand in the topic: the declaration and the tally, and tasks where there are any."""
    there = await _kinds_there(session, topic)
    for kind in (CARD, TALLY):
        if kind.name not in there:
            await _queue(session, kind, topic, now=now)
    if TASKS.name not in there:
        topic.tasks_shown = ""
    topic.is_furnished, topic.shown = True, _look(incident)


async def _kinds_there(session: AsyncSession, topic: IncidentTopic) -> Collection[BroadcastKind]:
    query = (
        select(Broadcast.kind)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.incident_topic_id == id_of(topic), col(Delivery.state).in_(LIVING))
        .distinct()
    )
    return {BroadcastKind(kind) for kind in await session.exec(query)}


async def _queue(
    session: AsyncSession, kind: MessageKind, topic: IncidentTopic, *, now: datetime, details: Details | None = None
) -> None:
    await broadcasts.queue(
        session,
        kind=kind,
        people=(),
        topics=[id_of(topic)],
        subject_id=topic.incident_id,
        details=details,
        now=now,
    )


def _look(incident: Incident) -> str:
    """Tell two looks of an incident apart."""
    facts = (
        incident.title,
        incident.description,
        incident.severity,
        incident.status,
        incident.headcount_wanted,
        incident.headcount_unit,
        incident.began_at,
        incident.until_at,
        incident.closed_at,
        incident.any_place,
        incident.any_capability,
        incident.tlp,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


async def _show_incident(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    """Have the declaration edited where the incident looks otherwise than on it."""
    look = _look(incident)
    if topic.shown != look:
        topic.shown = look
        await _redraw(session, CARD, incident, now=now)


async def _show_tasks(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    """Send the card of tasks once there are any, and have it edited where they look otherwise than on it."""
    look = await _look_of_tasks(session, incident, now=now)
    if look == topic.tasks_shown:
        return
    if topic.tasks_shown:
        await _redraw(session, TASKS, incident, now=now)
    else:
        await _queue(session, TASKS, topic, now=now)
    topic.tasks_shown = look


async def _look_of_tasks(session: AsyncSession, incident: Incident, *, now: datetime) -> str:
    overdue = col(Task.state).in_(UNFINISHED) & (col(Task.due_at) <= now)
    query = (
        select(
            func.count(col(Task.id).distinct()),
            func.max(TaskChange.id),
            func.max(Task.due_at),
            func.count(col(Task.id).distinct()).filter(overdue),
        )
        .outerjoin(TaskChange, col(TaskChange.task_id) == col(Task.id))
        .where(Task.incident_id == id_of(incident))
    )
    count, change, due_at, late = (await session.exec(query)).one()
    return f"{count}:{change}:{due_at}:{late}" if count else ""


async def _redraw_cards(session: AsyncSession, incident: Incident, *, now: datetime) -> None:
    for kind in PINNED:
        await _redraw(session, kind, incident, now=now)


async def _redraw(session: AsyncSession, kind: MessageKind, incident: Incident, *, now: datetime) -> None:
    await broadcasts.redraw(
        session, kinds=(kind,), subject=SUBJECT, subject_id=id_of(incident), lane=Lane.TALLY, now=now
    )


async def lags(session: AsyncSession, *, topic: IncidentTopic, incident: Incident) -> bool:
    """Tell whether a topic is still to be told something of its incident."""
    if incident.tlp is Tlp.RED:
        return SILENCE not in topic.told
    return topic.shown != _look(incident) or bool(await _untold(session, topic))


async def _tell_news(session: AsyncSession, topic: IncidentTopic, incident: Incident, *, now: datetime) -> None:
    """Tell the topic what was said and done about its incident, in its order, and what has come to a turn."""
    for turn in await sources.turns(session, incident=incident):
        if topic.told.get(turn.name) != turn.mark:
            await _queue(session, NEWS, topic, details=turn.details, now=now)
            topic.told = {**topic.told, turn.name: turn.mark}
    for source, row_id in await _untold(session, topic):
        await _queue(session, NEWS, topic, details=source.details(row_id), now=now)
        topic.told = {**topic.told, source.name: row_id}


async def _untold(session: AsyncSession, topic: IncidentTopic) -> Sequence[tuple[NewsSource, int]]:
    found = []
    for source in SOURCES:
        told = topic.told.get(source.name, 0)
        rows = await sources.newer(session, source=source, incident_id=topic.incident_id, told=told)
        found += [(source, row_id) for row_id in rows]
    return found


async def lose(session: AsyncSession, *, topic: IncidentTopic, arrived: Collection[int] = (), now: datetime) -> None:
    """Let the group itself serve from now on: the topic takes nothing more.

    Its cards are sent anew, but for the messages (delivery ids) that have `arrived` in the group already.
    """
    group = await session.get_one(OperationsGroup, topic.operations_group_id)
    topic.state, topic.pinned, topic.is_furnished = TopicState.WITHOUT, [], False
    await _let_go_of_sent(session, topic, keeping=arrived)
    rooms.check(group, now=now)
    await tell_without(session, group=group, now=now)


async def let_go_of_cards(session: AsyncSession, topic: IncidentTopic) -> None:
    """Let the cards be sent anew into a topic that is made, those too that wait to be sent without one."""
    cards = select(Broadcast.id).where(col(Broadcast.kind).in_([kind.name for kind in PINNED]))
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.incident_topic_id) == id_of(topic),
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENT)),
            col(Delivery.broadcast_id).in_(cards),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
        .execution_options(synchronize_session="fetch")
    )
    topic.is_furnished = False


async def _let_go_of_sent(session: AsyncSession, topic: IncidentTopic, *, keeping: Collection[int] = ()) -> None:
    """Edit no message any more that stands where nobody reads it."""
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.incident_topic_id) == id_of(topic),
            col(Delivery.state) == DeliveryState.SENT,
            col(Delivery.id).not_in(keeping),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
        .execution_options(synchronize_session="fetch")
    )


async def learn(session: AsyncSession, *, group: OperationsGroup, found: Checked, now: datetime) -> None:
    """Keep what Telegram says of the group; where topics have become possible, open incidents get theirs."""
    before = rooms.has_topics(group)
    await rooms.keep(session, group=group, found=found, now=now)
    if not before:
        await want_again(session, group=group, now=now)


async def want_again(session: AsyncSession, *, group: OperationsGroup, now: datetime) -> None:
    """Want topics for the open incidents that have none, if the group can have them."""
    if not rooms.has_topics(group):
        return
    group.troubled_at = None
    for topic, incident in await living(session, group=group):
        if topic.state is TopicState.WITHOUT and incident.status is not IncidentStatus.CLOSED:
            topic.state, topic.thread_id, topic.pinned = TopicState.WANTED, None, []
            topic.attempts, topic.due_at, topic.is_furnished = 0, now, False
            topic.name, topic.renamed = "", 0
            await let_go_of_cards(session, topic)
