"""Broadcasts: what is to be said to many is queued in the transaction that caused it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import SQLColumnExpression, String, case, cast, func, insert, literal, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel
from models.columns import UtcDateTime
from models.groups import Group
from models.identity import id_of
from models.lists import listed
from models.people import Person
from services.ground.faces import MessageKind
from services.people import reach

# The messages that show where a task stands, to its owner's people and to coordinators.
TASK_CARDS = (
    BroadcastKind.TASK,
    BroadcastKind.TASK_REMINDER,
    BroadcastKind.TASK_WATCH,
    BroadcastKind.TASK_ALARM,
)
DELIVERIES = SQLModel.metadata.tables[Delivery.__tablename__]
# The address of messages to people who withdrew consent: nobody knows any more where they are.
NOWHERE = ""


async def queue(
    session: AsyncSession,
    *,
    kind: MessageKind,
    people: Iterable[int],
    now: datetime,
    groups: Iterable[int] = (),
    incident_id: int | None = None,
    notice_id: int | None = None,
    application_id: int | None = None,
    task_id: int | None = None,
    member_id: int | None = None,
    invitation_id: int | None = None,
    topic: str | None = None,
    update_id: int | None = None,
) -> Broadcast:
    """Queue one message for each person and each group (ids); whoever stands in a list twice gets one."""
    broadcast = Broadcast(
        kind=kind.name,
        lane=kind.lane,
        incident_id=incident_id,
        notice_id=notice_id,
        application_id=application_id,
        task_id=task_id,
        member_id=member_id,
        invitation_id=invitation_id,
        topic=topic,
        update_id=update_id,
        created_at=now,
    )
    session.add(broadcast)
    await session.flush()
    await _address_people(session, broadcast, list(people))
    rooms = {"group_id": col(Group.id), "address": cast(col(Group.chat_id), String)}
    await _address(session, broadcast, Channel.TELEGRAM, rooms, groups)
    return broadcast


async def _address_people(session: AsyncSession, broadcast: Broadcast, people: Sequence[int]) -> None:
    """Write the deliveries to people (ids): to each by every channel that has an address of theirs."""
    for channel, address in reach.ADDRESSES.items():
        columns = {"person_id": col(Person.id), "address": address}
        reachable = (col(Person.erased_at).is_(None), address.is_not(None))
        await _address(session, broadcast, channel, columns, people, *reachable)


async def _address(
    session: AsyncSession,
    broadcast: Broadcast,
    channel: Channel,
    columns: Mapping[str, SQLColumnExpression[Any]],
    ids: Iterable[int],
    *conditions: ColumnElement[bool],
) -> None:
    """Write the deliveries by one channel, in the order of the ids given; an alert may have 60,000 of them.

    `columns` say where a delivery's recipient (the first one, which is looked for) and address are taken from.
    """
    each = list(dict.fromkeys(ids))
    if not each:
        return
    chosen = listed(session, each)
    same = {
        "broadcast_id": broadcast.id,
        "channel": channel,
        "lane": broadcast.lane,
        "state": DeliveryState.PENDING,
        "due_at": broadcast.created_at,
        "attempts": 0,
        "revision": 0,
    }
    recipient, *_ = columns.values()
    taken = [*columns.values(), *(literal(value, DELIVERIES.c[name].type) for name, value in same.items())]
    rows = sqlalchemy.select(*taken).join(chosen, chosen.c.value == recipient).where(*conditions)
    addressed = insert(DELIVERIES).from_select([*columns, *same], rows.order_by(chosen.c.key))
    await (await session.connection()).execute(addressed)


async def redraw(
    session: AsyncSession,
    *,
    kinds: Collection[BroadcastKind],
    lane: Lane,
    now: datetime,
    incident_id: int | None = None,
    application_id: int | None = None,
    task_id: int | None = None,
    member_id: int | None = None,
    invitation_id: int | None = None,
    people: Iterable[int] | None = None,
    groups: Iterable[int] = (),
) -> None:
    """Have the messages of a kind about one thing edited in place: some people's and groups' (ids), or everybody's.

    A message that is being sent at this moment shows what was true before; it is edited right after.
    """
    things = {
        col(Broadcast.incident_id): incident_id,
        col(Broadcast.application_id): application_id,
        col(Broadcast.task_id): task_id,
        col(Broadcast.member_id): member_id,
        col(Broadcast.invitation_id): invitation_id,
    }
    about = select(col(Broadcast.id)).where(
        col(Broadcast.kind).in_(kinds), *(column == one for column, one in things.items() if one is not None)
    )
    chosen = update(Delivery).where(
        col(Delivery.broadcast_id).in_(about),
        col(Delivery.state).in_((DeliveryState.SENDING, DeliveryState.SENT)),
        col(Delivery.address) != NOWHERE,
    )
    more_urgent = col(Delivery.edit_due_at).is_not(None) & (col(Delivery.edit_lane) < lane)
    drawn_anew = chosen.values(
        edit_due_at=func.coalesce(col(Delivery.edit_due_at), literal(now, UtcDateTime())),
        edit_lane=case((more_urgent, col(Delivery.edit_lane)), else_=lane),
        revision=col(Delivery.revision) + 1,
    )
    if people is None:
        await session.exec(drawn_anew)
        return
    # One statement for both would go through all messages of the broadcast, and an alert may have 60,000.
    for recipient, wanted in ((col(Delivery.person_id), list(people)), (col(Delivery.group_id), list(groups))):
        if wanted:
            await session.exec(drawn_anew.where(recipient.in_(wanted)))


async def adopt(
    session: AsyncSession,
    *,
    kind: MessageKind,
    kinds: Iterable[MessageKind],
    person: Person,
    message_id: int,
    now: datetime,
    incident_id: int | None = None,
    task_id: int | None = None,
    member_id: int | None = None,
    topic: str | None = None,
) -> None:
    """Keep a message that a person already has true from now on, as one of a kind about an incident or a task.

    It is said directly what it shows now; the outbox edits it from the next change on.
    """
    broadcast = Broadcast(
        kind=kind.name,
        lane=kind.lane,
        incident_id=incident_id,
        task_id=task_id,
        member_id=member_id,
        topic=topic,
        created_at=now,
    )
    session.add(broadcast)
    await session.flush()
    address = str(person.telegram_id)
    await let_go(session, kinds=kinds, channel=Channel.TELEGRAM, address=address, message_id=message_id)
    session.add(
        Delivery(
            broadcast_id=id_of(broadcast),
            person_id=id_of(person),
            channel=Channel.TELEGRAM,
            address=address,
            lane=broadcast.lane,
            state=DeliveryState.SENT,
            due_at=now,
            sent_at=now,
            edited_at=now,
            message_id=message_id,
        )
    )


async def let_go(
    session: AsyncSession, *, kinds: Iterable[MessageKind], channel: str, address: str, message_id: int
) -> None:
    """Edit a message no longer: it shows something else now.

    A member's card stays one whatever is tapped on it: the tally counts it, and only a forged tap replaces it.
    """
    staying = [kind.name for kind in kinds if kind.stays]
    cards = select(col(Broadcast.id)).where(col(Broadcast.kind).in_(staying))
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.channel) == channel,
            col(Delivery.address) == address,
            col(Delivery.message_id) == message_id,
            col(Delivery.state) == DeliveryState.SENT,
            col(Delivery.broadcast_id).not_in(cards),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
    )
