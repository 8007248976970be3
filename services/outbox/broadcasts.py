"""Broadcasts: what is to be said to many is queued in the transaction that caused it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy
from sqlalchemy import SQLColumnExpression, String, Update, bindparam, case, cast, func, insert, literal, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel
from models.columns import UtcDateTime
from models.groups import Group
from models.identity import id_of
from models.lists import listed
from models.operations import IncidentTopic, OperationsGroup
from models.people import Person
from models.public_channels import PublicChannel
from services.ground.details import Details, id_field, written
from services.ground.faces import MessageKind
from services.people import reach

DELIVERIES = SQLModel.metadata.tables[Delivery.__tablename__]
# The address of messages to people who withdrew consent: nobody knows any more where they are.
NOWHERE = ""
# The word that shows an adopted message first is said after the tap is stored, on a busy machine seconds later.
SAID_WITHIN = timedelta(seconds=3)
# Where the recipient and the address of a delivery are taken from, which is no person's.
ROOMS = {"group_id": col(Group.id), "address": cast(col(Group.chat_id), String)}
CHAT_OF_TOPIC = (
    select(cast(col(OperationsGroup.chat_id), String))
    .where(col(OperationsGroup.id) == col(IncidentTopic.operations_group_id))
    .correlate(IncidentTopic)
    .scalar_subquery()
)
TOPICS = {"incident_topic_id": col(IncidentTopic.id), "address": CHAT_OF_TOPIC}
PUBLIC = {"public_channel_id": col(PublicChannel.id), "address": cast(col(PublicChannel.chat_id), String)}
LET_GO = (
    update(Delivery)
    .where(
        col(Delivery.channel) == bindparam("from_channel"),
        col(Delivery.address) == bindparam("from_address"),
        col(Delivery.message_id) == bindparam("from_message"),
        col(Delivery.state) == DeliveryState.SENT,
        col(Delivery.broadcast_id).not_in(
            select(col(Broadcast.id)).where(col(Broadcast.kind).in_(bindparam("staying", expanding=True)))
        ),
    )
    .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
)


async def queue(
    session: AsyncSession,
    *,
    kind: MessageKind,
    people: Iterable[int],
    now: datetime,
    groups: Iterable[int] = (),
    topics: Iterable[int] = (),
    posts: Iterable[int] = (),
    subject_id: int | None = None,
    details: Details | None = None,
    lane: Lane | None = None,
) -> Broadcast:
    """Queue one message for each person, group, topic and public channel (ids); whoever stands twice gets one.

    It goes by the lane of its kind, unless another one is given.
    """
    broadcast = await _store(session, kind, subject_id=subject_id, details=details, lane=lane, now=now)
    await _address_people(session, broadcast, list(people))
    await _address(session, broadcast, Channel.TELEGRAM, ROOMS, groups)
    await _address(session, broadcast, Channel.TELEGRAM, TOPICS, topics)
    await _address(session, broadcast, Channel.TELEGRAM, PUBLIC, posts)
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


async def _store(
    session: AsyncSession,
    kind: MessageKind,
    *,
    subject_id: int | None,
    details: Details | None,
    now: datetime,
    lane: Lane | None = None,
) -> Broadcast:
    if details is not None and type(details) not in kind.details:
        raise TypeError(f"no details of {kind.name}: {details!r}")
    broadcast = Broadcast(
        kind=kind.name,
        lane=kind.lane if lane is None else lane,
        subject=kind.subject,
        subject_id=subject_id,
        details=written(details),
        created_at=now,
    )
    session.add(broadcast)
    await session.flush()
    return broadcast


def about(kind: MessageKind, subject_id: Any) -> tuple[ColumnElement[bool], ...]:
    """Make the conditions that a broadcast is of a kind, and about one subject (an id, or the column of one)."""
    of_subject, of_kind = _of_kind(kind.subject, kind.name)
    return of_subject, col(Broadcast.subject_id) == subject_id, of_kind


@cache
def _of_kind(subject: str, name: BroadcastKind) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Broadcast.subject) == subject, col(Broadcast.kind) == name


async def redraw(
    session: AsyncSession,
    *,
    subject: str,
    subject_id: int | SelectOfScalar[Any],
    lane: Lane,
    now: datetime,
    kinds: Iterable[MessageKind] = (),
    people: Iterable[int] | None = None,
    groups: Iterable[int] = (),
    bringing: tuple[str, int] | None = None,
) -> None:
    """Have the messages about a subject (an id, or a query for ids) edited in place, or those of some kinds alone.

    Some people's and groups' (ids) are, or everybody's; of those `bringing` something beside (a word and its id), that
    alone. A message that is being sent at this moment shows what was
    true before; it is edited right after.
    """
    one = col(Broadcast.subject_id)
    meant = select(col(Broadcast.id)).where(
        col(Broadcast.subject) == subject, one == subject_id if isinstance(subject_id, int) else one.in_(subject_id)
    )
    if wanted_kinds := [kind.name for kind in kinds]:
        meant = meant.where(col(Broadcast.kind).in_(wanted_kinds))
    if bringing is not None:
        word, brought_id = bringing
        meant = meant.where(col(Broadcast.details)[id_field(word)].as_integer() == brought_id)
    drawn_anew = _drawn_anew(lane).where(col(Delivery.broadcast_id).in_(meant))
    if people is None:
        await session.exec(drawn_anew, params={"drawn_at": now})
        return
    # One statement for both would go through all messages of the broadcast, and an alert may have 60,000.
    for recipient, wanted in ((col(Delivery.person_id), list(people)), (col(Delivery.group_id), list(groups))):
        if wanted:
            await session.exec(drawn_anew.where(recipient.in_(wanted)), params={"drawn_at": now})


@cache
def _drawn_anew(lane: Lane) -> Update:
    """Make what has sent messages edited by a lane; one that is to be edited by a more urgent lane stays in it."""
    more_urgent = col(Delivery.edit_due_at).is_not(None) & (col(Delivery.edit_lane) < lane)
    return (
        update(Delivery)
        .where(
            col(Delivery.state).in_((DeliveryState.SENDING, DeliveryState.SENT)),
            col(Delivery.address) != NOWHERE,
        )
        .values(
            edit_due_at=func.coalesce(col(Delivery.edit_due_at), bindparam("drawn_at", type_=UtcDateTime())),
            edit_lane=case((more_urgent, col(Delivery.edit_lane)), else_=lane),
            revision=col(Delivery.revision) + 1,
        )
    )


async def hold_back(session: AsyncSession, *, kind: MessageKind, subject_ids: Collection[int]) -> None:
    """Let what is not on its way yet of a kind about some subjects (ids) not go, until it is let on again."""
    await session.exec(
        update(Delivery)
        .where(col(Delivery.broadcast_id).in_(_of(kind, subject_ids)), col(Delivery.state) == DeliveryState.PENDING)
        .values(state=DeliveryState.DROPPED, attempts=col(Delivery.attempts) + 1)
    )


async def let_on(session: AsyncSession, *, kind: MessageKind, subject_ids: Collection[int], now: datetime) -> None:
    """Let go out what was held back of a kind about some subjects (ids), or was stale when its turn came."""
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.broadcast_id).in_(_of(kind, subject_ids)),
            col(Delivery.state) == DeliveryState.DROPPED,
            col(Delivery.message_id).is_(None),
            col(Delivery.address) != NOWHERE,
        )
        # Being held back was no attempt: whoever gets it now reads it for the first time.
        .values(state=DeliveryState.PENDING, attempts=col(Delivery.attempts) - 1, due_at=now)
    )


def _of(kind: MessageKind, subject_ids: Collection[int]) -> SelectOfScalar[Any]:
    return select(col(Broadcast.id)).where(
        Broadcast.kind == kind.name, Broadcast.subject == kind.subject, col(Broadcast.subject_id).in_(subject_ids)
    )


async def move_subject(session: AsyncSession, *, subject: str, before: int, after: int) -> None:
    """Let the messages about one subject (id) be about another, and those whose details name it name the other."""
    theirs = (col(Broadcast.subject) == subject, col(Broadcast.subject_id) == before)
    await session.exec(
        update(Broadcast).where(*theirs).values(subject_id=after).execution_options(synchronize_session="fetch")
    )
    named = id_field(subject)
    naming = select(Broadcast).where(col(Broadcast.details)[named].as_integer() == before)
    for broadcast in (await session.exec(naming)).all():
        broadcast.details = {**(broadcast.details or {}), named: after}
    await session.flush()


async def adopt(
    session: AsyncSession,
    *,
    kind: MessageKind,
    kinds: Iterable[MessageKind],
    person: Person,
    message_id: int,
    now: datetime,
    subject_id: int,
    details: Details | None = None,
) -> None:
    """Keep a message that a person already has true from now on, as one of a kind about a subject (id).

    It is said directly what it shows now; the outbox edits it from the next change on. An edit of a tally that overtook
    those words would be overwritten by what was true before, and would stand so until the figures change again.
    """
    broadcast = await _store(session, kind, subject_id=subject_id, details=details, now=now)
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
            edited_at=now + SAID_WITHIN,
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
    shown = {"from_channel": channel, "from_address": address, "from_message": message_id}
    await session.exec(LET_GO, params={**shown, "staying": staying})
