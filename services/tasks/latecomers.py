"""Whoever can be called only now: the clock looks for them, and gives them the incidents and tasks that are theirs."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.identity import id_of
from models.tasks import OVER, TASK_SUBJECT, UNFINISHED, Task
from services.conversations import arrival
from services.duty import watchers as duty
from services.ground.details import id_field
from services.groups import bindings
from services.incidents import latecomers as incidents
from services.outbox import again
from services.people import latecomers
from services.people.businesses import speaking_for
from services.people.latecomers import Latecomers
from services.tasks import cards
from services.tasks.kinds import TASK, TASK_ALARM, TASK_REMINDER

CARDS = (TASK.name, TASK_REMINDER.name)


async def call_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Give latecomers, and those whose duty has begun, what is under way for them."""
    late = await latecomers.due(session, now=now)
    if late is not None:
        await incidents.call(session, late=late, now=now, time_zone=time_zone)
        await arrival.give_to_latecomers(session, late=late, now=now)
        await call(session, late=late, now=now, time_zone=time_zone)
        await latecomers.let_go(session, now=now)
    await incidents.call_whose_duty_began(session, now=now, time_zone=time_zone)
    await call_whose_duty_began(session, now=now, time_zone=time_zone)


@dataclass(frozen=True)
class _Holders:
    """Who has a task's card or is about to get it, and the newest card of whom it went astray (delivery ids)."""

    having: set[int] = field(default_factory=set)
    missed: dict[int, int] = field(default_factory=dict)


async def call(session: AsyncSession, *, late: Latecomers, now: datetime, time_zone: ZoneInfo) -> None:
    """Give latecomers the card of every task that their business has not ended; others of it wait for the ladder.

    Coordinators among them get the alarms that they missed.
    """
    speaking = await speaking_for(session, people=late.people, members=late.members)
    members = {member_id for member_id, _ in speaking}
    query = select(Task).where(col(Task.member_id).in_(members), col(Task.state).not_in(OVER))
    tasks = (await session.exec(query.order_by(col(Task.id)))).all()
    held = await _holders(session, tasks)
    on_duty = await duty.on_duty(session, members=members, now=now, time_zone=time_zone)
    for task in tasks:
        owners = {person_id for member_id, person_id in speaking if member_id == task.member_id}
        watching = on_duty.get(task.member_id, frozenset())
        called = await _called(session, task, held[id_of(task)], owners=owners, late=late, watching=watching)
        await _give(session, task, held[id_of(task)], called, now=now)
        await cards.redraw(session, task=task, now=now)
    await _send_missed(session, [id_of(task) for task in tasks], late=late, now=now)


async def _called(
    session: AsyncSession,
    task: Task,
    holders: _Holders,
    *,
    owners: Collection[int],
    late: Latecomers,
    watching: Collection[int],
) -> Sequence[int]:
    """List who of the owner's people (ids) gets the card: whom it did not reach, and latecomers unless all wait."""
    everyone = await cards.readers(session, member_id=task.member_id, incident_id=task.incident_id)
    without = [one for one in everyone if one not in holders.having]
    wait = any(one not in late.people and one not in holders.missed for one in without)
    reached = [one for one in without if one in holders.missed and one in owners]
    come = [one for one in without if one in late.people and one not in reached and (one in watching or not wait)]
    return [*reached, *come]


async def _send_missed(session: AsyncSession, ids: Sequence[int], *, late: Latecomers, now: datetime) -> None:
    """Send businesses' groups the cards that they missed, and coordinators the alarms."""
    groups = await bindings.bound_to(session, members=late.members)
    await again.send_missed(session, subject=TASK_SUBJECT, subject_ids=ids, kinds=(TASK,), groups=groups, now=now)
    still_open = select(Task.id).where(col(Task.state).not_in(OVER))
    await again.send_missed(
        session, subject=TASK_SUBJECT, subject_ids=still_open, kinds=(TASK_ALARM,), people=late.people, now=now
    )


async def call_whose_duty_began(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Give whose duty has begun the tasks that their business still has to do."""
    on_duty = await _watching(session, now=now, time_zone=time_zone)
    if not on_duty:
        return
    query = select(Task).where(col(Task.state).in_(UNFINISHED), col(Task.member_id).in_(on_duty))
    tasks = (await session.exec(query.order_by(col(Task.id)))).all()
    held = await _holders(session, tasks)
    for task in tasks:
        holders = held[id_of(task)]
        called = [one for one in on_duty[task.member_id] if one not in holders.having and one not in holders.missed]
        await _give(session, task, holders, called, now=now)


async def _watching(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> Mapping[int, frozenset[int]]:
    """Tell who is on duty now for which of the businesses that have something to do."""
    busy = select(Task.member_id).where(col(Task.state).in_(UNFINISHED)).distinct()
    return await duty.on_duty(session, members=(await session.exec(busy)).all(), now=now, time_zone=time_zone)


async def _give(session: AsyncSession, task: Task, holders: _Holders, called: Sequence[int], *, now: datetime) -> None:
    """Send a task's card to people (ids): the one that went astray, or a new one."""
    await again.send(session, ids=[holders.missed[one] for one in called if one in holders.missed], now=now)
    new = [one for one in called if one not in holders.missed]
    if new:
        await cards.give_to(session, task=task, people=new, now=now)


async def _holders(session: AsyncSession, tasks: Collection[Task]) -> Mapping[int, _Holders]:
    """Tell who has the cards of some tasks as those of their owner now, by task id."""
    found: defaultdict[int, _Holders] = defaultdict(_Holders)
    owners = {id_of(task): task.member_id for task in tasks}
    query = (
        select(Broadcast, Delivery)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            Broadcast.subject == TASK_SUBJECT,
            col(Broadcast.subject_id).in_(owners),
            col(Broadcast.kind).in_(CARDS),
            col(Delivery.person_id).is_not(None),
        )
        .order_by(col(Delivery.id))
    )
    for broadcast, delivery in await session.exec(query):
        task_id, person_id = broadcast.subject_id or 0, delivery.person_id or 0
        if (broadcast.details or {}).get(id_field("member")) != owners[task_id]:
            continue
        if delivery.state not in again.MISSED or delivery.sent_at is not None:
            found[task_id].having.add(person_id)
        elif broadcast.kind is TASK.name:
            found[task_id].missed[person_id] = id_of(delivery)
    return found
