"""What is attached to a message follows it: queued once the message was sent, for those alone who have it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, Lane
from models.identity import id_of
from services.ground import attachments
from services.ground.attachments import Attachment, parts_of
from services.ground.faces import Kinds
from services.outbox import broadcasts
from services.outbox.deliveries import Claimed
from services.outbox.kinds import FILES, Under

IncidentOf = Callable[[Broadcast], int | None]

BRINGING = (
    select(Broadcast, Delivery.person_id, Delivery.group_id, Delivery.incident_topic_id)
    .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
    .where(
        col(Delivery.id).in_(bindparam("deliveries", expanding=True)),
        col(Broadcast.kind).in_(bindparam("bringing", expanding=True)),
    )
    .order_by(col(Delivery.id))
)


async def follow(
    session: AsyncSession, *, deliveries: Collection[int], kinds: Kinds, incident_of: IncidentOf, now: datetime
) -> None:
    """Queue the files of messages (delivery ids) that were sent just now, each part as a message of its own.

    Kept in the transaction that keeps that the message was sent, so that its files go out once for each that has it.
    """
    bringing = [kind.name for kind in kinds.values() if kind.brings is not None]
    asked = {"deliveries": list(deliveries), "bringing": bringing}
    having: defaultdict[int, list[tuple[int | None, int | None, int | None]]] = defaultdict(list)
    sent: dict[int, Broadcast] = {}
    for broadcast, *recipient in (await session.exec(BRINGING, params=asked)).all():
        sent[id_of(broadcast)] = broadcast
        having[id_of(broadcast)].append((recipient[0], recipient[1], recipient[2]))
    for broadcast_id, broadcast in sent.items():
        for number in range(len(await parts(session, broadcast=broadcast, kinds=kinds))):
            await broadcasts.queue(
                session,
                kind=FILES,
                lane=Lane(broadcast.lane),
                people=[one for one, _, _ in having[broadcast_id] if one is not None],
                groups=[one for _, one, _ in having[broadcast_id] if one is not None],
                topics=[one for _, _, one in having[broadcast_id] if one is not None],
                details=Under(broadcast_id, number, incident_of(broadcast)),
                now=now,
            )


async def parts(session: AsyncSession, *, broadcast: Broadcast, kinds: Kinds) -> Sequence[Sequence[Attachment]]:
    """Give the files that a broadcast brings, as they go out: what one album holds together."""
    brings = kinds[broadcast.kind].brings
    kept = await brings(session, broadcast.subject_id, broadcast.details) if brings is not None else None
    if kept is None:
        return ()
    subject, subject_id = kept
    return parts_of(await attachments.of(session, subject=subject, subject_id=subject_id))


async def message_above(session: AsyncSession, *, claimed: Claimed, broadcast_id: int) -> int | None:
    """Find the message (id) of a broadcast under which files go, in the chat of their recipient."""
    query = select(Delivery.message_id).where(
        Delivery.broadcast_id == broadcast_id,
        Delivery.channel == claimed.channel,
        Delivery.person_id == claimed.person_id,
        Delivery.group_id == claimed.group_id,
        Delivery.incident_topic_id == claimed.incident_topic_id,
    )
    return (await session.exec(query)).first()


async def name_of(session: AsyncSession, *, broadcast: Broadcast, kinds: Kinds) -> str:
    """Tell the code of what a broadcast is about, or nothing."""
    named = kinds[broadcast.kind].named
    if named is None:
        return ""
    name = (await session.exec(select(named(broadcast.subject_id)))).first()
    return str(name or "")
