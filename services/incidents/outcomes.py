"""What follows when messages were sent, failed or lost: people are marked, groups let go, tallies drawn anew."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.groups import Group
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.ground.faces import Kinds, MessageKind
from services.groups import bindings, moves
from services.incidents import audience, cards
from services.outbox import broadcasts, deliveries, under
from services.outbox.deliveries import Claimed, Outcome, Result
from services.people import reach

SAID = (BroadcastKind.UPDATE, BroadcastKind.REPLY, BroadcastKind.ALL_CLEAR, BroadcastKind.REOPENED)
LOST = (Outcome.UNREACHABLE, Outcome.FAILED, Outcome.STALE)


async def record(session: AsyncSession, *, results: Sequence[Result], kinds: Kinds, now: datetime) -> None:
    """Keep what came of claimed deliveries, and let everything that depends on it follow."""
    settled = await deliveries.record(session, results=results, kinds=kinds, now=now)
    for result in settled:
        claimed = result.claimed
        if result.moved_to is not None and claimed.group_id is not None:
            await moves.move(session, group_id=claimed.group_id, chat_id=int(result.moved_to), kinds=kinds, now=now)
        if result.outcome is Outcome.UNREACHABLE:
            await _mark_unreachable(session, result, kinds, now)
    await _let_files_follow(session, results, kinds, now=now)
    await _replace_unreached(session, results, now=now)
    counted = {
        cards.incident_of(result.claimed)
        for result in results
        if (result.claimed.kind is BroadcastKind.ALERT and not result.claimed.is_edit)
        or _is_missed(result)
        or result.outcome is Outcome.UNREACHABLE
    }
    await _count_anew(session, counted, now=now)


def _is_missed(result: Result) -> bool:
    """Tell whether a tally has to say that words after the alert were not got, or may not be, or are after all."""
    claimed = result.claimed
    if claimed.kind not in SAID or claimed.is_edit:
        return False
    return result.outcome in (Outcome.FAILED, Outcome.UNKNOWN) or (result.outcome is Outcome.SENT and claimed.is_repeat)


async def take_over(session: AsyncSession, *, kinds: Kinds, now: datetime) -> int:
    """Settle the deliveries whose worker is gone, and redraw the tallies. Return how many there were."""
    settled, unsent = await deliveries.take_over(session, kinds=kinds, now=now)
    counted = {broadcast.subject_id for _, broadcast in unsent if broadcast.kind is BroadcastKind.ALERT}
    may_have_come = [id_of(delivery) for delivery, _ in unsent if delivery.state is DeliveryState.UNCERTAIN]
    await under.follow(session, deliveries=may_have_come, kinds=kinds, incident_of=cards.incident_of, now=now)
    await _count_anew(session, counted, now=now)
    return settled


async def _let_files_follow(session: AsyncSession, results: Sequence[Result], kinds: Kinds, *, now: datetime) -> None:
    """Queue the files of what was sent by this worker, or may have been: nobody gets words without their files."""
    came = {
        result.claimed.id: result.message_id
        for result in results
        if kinds[result.claimed.kind].brings is not None
        and not result.claimed.is_edit
        and result.outcome in (Outcome.SENT, Outcome.UNKNOWN)
    }
    if not came:
        return
    query = select(Delivery.id, Delivery.message_id).where(
        col(Delivery.id).in_(came), col(Delivery.state).in_((DeliveryState.SENT, DeliveryState.UNCERTAIN))
    )
    rows = (await session.exec(query)).all()
    # Another message id is another worker's, who took it over meanwhile.
    ours = [delivery_id for delivery_id, message_id in rows if delivery_id and came[delivery_id] == message_id]
    await under.follow(session, deliveries=ours, kinds=kinds, incident_of=cards.incident_of, now=now)


async def _mark_unreachable(session: AsyncSession, result: Result, kinds: Kinds, now: datetime) -> None:
    """Mark a person who cannot be written to and redraw the tallies that count them. Let a lost group go.

    What becomes of the operations group and of the public channel is their own wings' to settle.
    """
    if result.claimed.incident_topic_id is not None or result.claimed.public_channel_id is not None:
        return
    if result.claimed.group_id is not None:
        await _lose_group(session, result, kinds, group_id=result.claimed.group_id, now=now)
        return
    person = await session.get_one(Person, result.claimed.person_id)
    if person.erased_at is not None:
        # They withdrew while it was on its way: that is why nobody can write to them.
        return
    await reach.lose(session, person=person, channel=result.claimed.channel, reason=result.error or "", now=now)
    await cards.redraw_tallies_counting(session, person=person, now=now)


async def _lose_group(session: AsyncSession, result: Result, kinds: Kinds, *, group_id: int, now: datetime) -> None:
    """Let a group go that cannot be written to: coordinators hear it once, and each card goes to the first called."""
    lost = await bindings.lose(session, group_id=group_id, now=now)
    if lost is not None:
        await bindings.tell_coordinators(session, group=lost, now=now)
    group = await session.get_one(Group, group_id)
    first = await bindings.called_first(session, member_id=group.member_id)
    incident_id = cards.incident_of(result.claimed)
    if incident_id is not None:
        incident = await session.get_one(Incident, incident_id)
        for person_id in first:
            await audience.call_in(session, incident=incident, person=await session.get_one(Person, person_id), now=now)
    await _give_card(session, result.claimed, group.member_id, first, kinds, now=now)


async def _give_card(
    session: AsyncSession, refused: Claimed, member_id: int, people: Sequence[int], kinds: Kinds, *, now: datetime
) -> None:
    """Give people (ids) a business's card that its group did not take, unless they have it; alerts are called in."""
    for kind in kinds.values():
        if kind.open_for is None or kind.subject != refused.subject or kind.name is BroadcastKind.ALERT:
            continue
        having = await _having(session, kind, subject_id=refused.subject_id)
        without = [one for one in people if one not in having]
        for subject_id, details in await kind.open_for(session, member_id):
            if subject_id == refused.subject_id and without:
                await broadcasts.queue(
                    session, kind=kind, people=without, subject_id=subject_id, details=details, now=now
                )


async def _having(session: AsyncSession, kind: MessageKind, *, subject_id: int | None) -> Set[int | None]:
    """Tell who (ids) has a card of a kind, or is about to get it."""
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            Broadcast.kind == kind.name,
            Broadcast.subject_id == subject_id,
            col(Delivery.state).not_in((DeliveryState.FAILED, DeliveryState.DROPPED)),
        )
    )
    return set((await session.exec(query)).all())


async def _replace_unreached(session: AsyncSession, results: Sequence[Result], *, now: datetime) -> None:
    """Call the reserve of businesses whose people on duty could not be written to."""
    unreached: dict[int, set[int]] = {}
    for result in results:
        claimed = result.claimed
        failed = result.outcome in LOST and not claimed.is_edit
        if failed and claimed.kind is BroadcastKind.ALERT and claimed.subject_id and claimed.person_id:
            unreached.setdefault(claimed.subject_id, set()).add(claimed.person_id)
    for incident_id, those in unreached.items():
        incident = await session.get_one(Incident, incident_id)
        await audience.replace_unreached(session, incident=incident, people=those, now=now)


async def _count_anew(session: AsyncSession, incident_ids: Iterable[int | None], *, now: datetime) -> None:
    """Have the tallies of these incidents drawn anew; what belongs to no incident has none."""
    for incident_id in filter(None, incident_ids):
        await cards.redraw_tally(session, incident_id=incident_id, now=now)
