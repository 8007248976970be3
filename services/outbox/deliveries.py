"""Deliveries on their way: claimed with a lease, sent by the engine, recorded with what came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cache
from typing import Any

import sqlalchemy
from sqlalchemy import Select, bindparam, case, func, null, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel
from models.groups import Group
from models.operations import IncidentTopic, OperationsGroup, TopicState
from models.people import Language, Person
from models.public_channels import PublicChannel
from services.ground.details import AnyDetails, read
from services.ground.faces import Kinds, MessageKind
from services.outbox import broadcasts, due_now, pace
from services.outbox.due_now import TALLY_PAUSE, TOPIC_PAUSE

# Longer than the longest wait for Telegram's answer: a lease that ends means that its holder is gone.
LEASE = timedelta(seconds=60)
# The thread of an incident's topic, while there is one in which the bot can write.
THREAD = case((col(IncidentTopic.state).in_((TopicState.OPEN, TopicState.CLOSED)), col(IncidentTopic.thread_id)))
# How long a message that is sent again rests before each repeat. Together longer than ten minutes: an outage of
# Telegram's looks like so many unknown fates.
REPEAT_AFTER = tuple(timedelta(seconds=seconds) for seconds in (0, 30, 60, 120, 240, 300))
# No delivery rests longer: a channel that wants a longer pause keeps to it by itself.
LONGEST_REST = max(REPEAT_AFTER)
# What was on its way in so many crashes may be what makes the bot crash.
MOST_CRASHES = 10
TAKE = (
    update(Delivery)
    .where(col(Delivery.id).in_(bindparam("taken", expanding=True)))
    .values(state=bindparam("as_state"), leased_until=bindparam("lease"))
    .execution_options(synchronize_session=False)
)
COLUMNS = broadcasts.DELIVERIES.c
SENT = (
    broadcasts.DELIVERIES.update()
    .where(
        COLUMNS.id == bindparam("sent_id"),
        COLUMNS.leased_until == bindparam("lease"),
        COLUMNS.address != broadcasts.NOWHERE,
    )
    .values(
        state=DeliveryState.SENT,
        attempts=COLUMNS.attempts + 1,
        leased_until=None,
        error=None,
        sent_at=bindparam("now"),
        edited_at=bindparam("now"),
        address=bindparam("to_address"),
        message_id=bindparam("as_message"),
        shown=bindparam("as_shown"),
        edit_due_at=case((COLUMNS.revision == bindparam("seen"), null()), else_=COLUMNS.edit_due_at),
    )
)
NEWEST = (
    select(func.max(Delivery.id))
    .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
    .where(
        Delivery.channel == bindparam("channel"),
        Delivery.address == bindparam("address"),
        Broadcast.kind == bindparam("kind"),
        Broadcast.subject == bindparam("subject"),
        Broadcast.subject_id == bindparam("subject_id"),
    )
)


class Outcome(Enum):
    """What came of one request to a channel (of Telegram's, docs/telegram.md says which is which).

    IN_DOUBT: something else than the channel answered, so that the request most likely never got there.
    """

    SENT = auto()
    REFUSED_FOR_NOW = auto()
    UNKNOWN = auto()
    IN_DOUBT = auto()
    UNREACHABLE = auto()
    FAILED = auto()
    STALE = auto()


STATE_AFTER = {
    Outcome.UNKNOWN: DeliveryState.UNCERTAIN,
    Outcome.UNREACHABLE: DeliveryState.FAILED,
    Outcome.FAILED: DeliveryState.FAILED,
    Outcome.STALE: DeliveryState.DROPPED,
}


@dataclass(frozen=True)
class Claimed:
    """A delivery that this worker holds until the lease ends."""

    id: int
    broadcast_id: int
    kind: BroadcastKind
    subject: str
    subject_id: int | None
    details: Mapping[str, Any] | None
    person_id: int | None
    group_id: int | None
    incident_topic_id: int | None
    public_channel_id: int | None
    topic_id: int | None
    channel: str
    address: str
    language: Language
    attempts: int
    revision: int
    message_id: int | None
    shown: str | None
    leased_until: datetime

    def read(self, *wanted: type[AnyDetails]) -> AnyDetails | None:
        """Read what it is about beside its subject; None where that is nothing, or of none of these types."""
        return read(self.details, *wanted)

    @property
    def is_edit(self) -> bool:
        """Tell whether the message is there already."""
        return self.message_id is not None

    @property
    def is_repeat(self) -> bool:
        """Tell whether the recipient may have got this message before."""
        return self.attempts > 0 and not self.is_edit


@dataclass(frozen=True)
class Result:
    """What came of one claimed delivery: `again_at` when it should be tried again, `moved_to` its new address.

    `left_topic` where its topic takes nothing and the group got it without one. `paused_until` where the whole channel
    has to rest because of it.
    """

    claimed: Claimed
    outcome: Outcome
    message_id: int | None = None
    shown: str | None = None
    error: str | None = None
    again_at: datetime | None = None
    moved_to: str | None = None
    left_topic: bool = False
    paused_until: datetime | None = None


async def is_newest(session: AsyncSession, *, claimed: Claimed) -> bool:
    """Tell whether a person has no newer message of this kind about the same subject."""
    same = {
        "channel": claimed.channel,
        "address": claimed.address,
        "kind": claimed.kind,
        "subject": claimed.subject,
        "subject_id": claimed.subject_id,
    }
    return (await session.exec(NEWEST, params=same)).one() == claimed.id


async def is_still_shown(session: AsyncSession, *, claimed: Claimed) -> bool:
    """Tell whether a message still shows what it was claimed for, and nothing else was put in its place."""
    delivery = await session.get(Delivery, claimed.id)
    return delivery is not None and delivery.state is DeliveryState.SENT


async def claim_sends(session: AsyncSession, *, now: datetime, limit: int, channel: Channel) -> Sequence[Claimed]:
    """Take the most urgent messages of a channel that are due, by lane, those that have waited longest first."""
    asked = {"now": now, "most": limit}
    return await _take(session, _due_sends(channel), asked, now=now, state=DeliveryState.SENDING)


async def claim_edits(session: AsyncSession, *, now: datetime, limit: int, channel: Channel) -> Sequence[Claimed]:
    """Take a channel's messages that should be edited: some tallies that are late, then those of who just answered."""
    asked = {"now": now, "tally_rested": now - TALLY_PAUSE, "topic_rested": now - TOPIC_PAUSE}
    at_once = {**asked, "stood_still": now - 2 * TALLY_PAUSE, "most": max(1, limit // 4)}
    tallies = await _take(session, _late_tallies(channel), at_once, now=now, state=DeliveryState.SENT)
    left = {**asked, "most": limit - len(tallies)}
    others = await _take(session, _due_edits(channel), left, now=now, state=DeliveryState.SENT)
    return [*tallies, *others]


@cache
def _due_sends(channel: Channel) -> Select[Any]:
    """Select the messages that wait to be sent, once for each channel: they are asked for many times a second."""
    in_order = (col(Delivery.lane), col(Delivery.due_at), col(Delivery.id))
    return _claims().where(*due_now.sends(channel, bindparam("now"))).order_by(*in_order).limit(bindparam("most"))


@cache
def _due_edits(channel: Channel) -> Select[Any]:
    """Select the messages that are to be edited, all cards of one person together: a reminder's is the one they see."""
    due = due_now.edits(channel, bindparam("now"), bindparam("tally_rested"), bindparam("topic_rested"))
    in_order = (col(Delivery.edit_lane), col(Delivery.edit_due_at), col(Delivery.person_id), col(Delivery.id))
    return _claims().where(*due).order_by(*in_order).limit(bindparam("most"))


@cache
def _late_tallies(channel: Channel) -> Select[Any]:
    """Select the tallies that are late: behind the cards of thousands who answer at once they would stand still.

    One that its chat's own pace put off is due anew each time: it has stood still since it was edited.
    """
    stood_still = or_(
        col(Delivery.edit_due_at) <= bindparam("tally_rested"), col(Delivery.edited_at) <= bindparam("stood_still")
    )
    return _due_edits(channel).where(col(Delivery.edit_lane) == Lane.TALLY, stood_still)


def _claims() -> Select[Any]:
    """Select what a Claimed is made of, in the order of its fields; another worker's rows are passed over."""
    return (
        sqlalchemy.select(
            col(Delivery.id),
            col(Delivery.broadcast_id),
            col(Broadcast.kind),
            col(Broadcast.subject),
            col(Broadcast.subject_id),
            col(Broadcast.details),
            col(Delivery.person_id),
            col(Delivery.group_id),
            col(Delivery.incident_topic_id),
            col(Delivery.public_channel_id),
            func.coalesce(col(Group.topic_id), THREAD),
            col(Delivery.channel),
            col(Delivery.address),
            func.coalesce(
                col(Person.language), col(Group.language), col(OperationsGroup.language), col(PublicChannel.language)
            ),
            col(Delivery.attempts),
            col(Delivery.revision),
            col(Delivery.message_id),
            col(Delivery.shown),
        )
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .outerjoin(Person, col(Person.id) == col(Delivery.person_id))
        .outerjoin(Group, col(Group.id) == col(Delivery.group_id))
        .outerjoin(IncidentTopic, col(IncidentTopic.id) == col(Delivery.incident_topic_id))
        .outerjoin(OperationsGroup, col(OperationsGroup.id) == col(IncidentTopic.operations_group_id))
        .outerjoin(PublicChannel, col(PublicChannel.id) == col(Delivery.public_channel_id))
        .with_for_update(skip_locked=True, of=Delivery)
    )


async def _take(
    session: AsyncSession, due: Select[Any], asked: Mapping[str, Any], *, now: datetime, state: DeliveryState
) -> Sequence[Claimed]:
    lease = now + LEASE
    rows = await (await session.connection()).execute(due, asked)
    claimed = [Claimed(*(*row, lease)) for row in rows]
    if claimed:
        taken = {"taken": [one.id for one in claimed], "as_state": state, "lease": lease}
        await session.exec(TAKE, params=taken)
    return claimed


async def record(session: AsyncSession, *, results: Sequence[Result], kinds: Kinds, now: datetime) -> Sequence[Result]:
    """Keep what came of claimed deliveries; return the edits and what could not be sent.

    Nothing is kept of a delivery whose lease was taken over meanwhile, nor is it returned: its new holder knows better.
    """
    for until in {result.paused_until for result in results if result.paused_until is not None}:
        await pace.keep_pause(session, until=until)
    sent = [result for result in results if result.outcome is Outcome.SENT and not result.claimed.is_edit]
    await _record_sent(session, sent, now=now)
    settled = []
    for result in results:
        if result.outcome is Outcome.SENT and not result.claimed.is_edit:
            continue
        delivery = await session.get(Delivery, result.claimed.id, populate_existing=True)
        if delivery is None or delivery.leased_until != result.claimed.leased_until:
            continue
        delivery.leased_until = None
        if result.claimed.is_edit:
            _record_edit(delivery, result, now)
        else:
            _record_unsent(delivery, result, kinds[result.claimed.kind], now)
        settled.append(result)
    await session.flush()
    return settled


async def _record_sent(session: AsyncSession, results: Sequence[Result], *, now: datetime) -> None:
    """Keep that messages were sent, all in one statement; what was changed meanwhile is still to be edited.

    A person who withdrew while the message was on its way has no address any more: it is let go. A group that has
    moved has this message at its old address.
    """
    if not results:
        return
    rows = [
        {
            "sent_id": result.claimed.id,
            "lease": result.claimed.leased_until,
            "now": now,
            "to_address": result.claimed.address,
            "as_message": result.message_id,
            "as_shown": result.shown,
            "seen": result.claimed.revision,
        }
        for result in results
    ]
    await (await session.connection()).execute(SENT, rows)


def _record_unsent(delivery: Delivery, result: Result, kind: MessageKind, now: datetime) -> None:
    if delivery.address == broadcasts.NOWHERE:
        # The person withdrew while it was on its way: whatever came of it, it is let go.
        return
    delivery.error = result.error
    due_at = _again_at(result, now)
    if result.outcome is Outcome.REFUSED_FOR_NOW:
        # It was surely not taken: no copy exists, and it is tried until it goes through or is stale.
        delivery.state, delivery.due_at = DeliveryState.PENDING, due_at
        return
    if result.outcome is Outcome.IN_DOUBT:
        # No trouble of the way there uses up what a message may be repeated for its own sake.
        rest = REPEAT_AFTER[min(delivery.attempts, len(REPEAT_AFTER) - 1)]
        delivery.attempts = max(delivery.attempts, min(delivery.attempts + 1, len(REPEAT_AFTER) - 1))
        delivery.state, delivery.due_at = DeliveryState.PENDING, max(due_at, now + rest)
        return
    again = result.outcome is Outcome.UNKNOWN and may_repeat(kind, attempts=delivery.attempts)
    delivery.attempts += 1
    if again:
        rested = now + REPEAT_AFTER[delivery.attempts - 1]
        delivery.state, delivery.due_at = DeliveryState.PENDING, max(due_at, rested)
        return
    delivery.state, delivery.edit_due_at = STATE_AFTER[result.outcome], None
    if delivery.state is DeliveryState.FAILED:
        # When it failed: what failed is tried again once others get through.
        delivery.due_at = now


def _record_edit(delivery: Delivery, result: Result, now: datetime) -> None:
    if result.outcome in (Outcome.REFUSED_FOR_NOW, Outcome.UNKNOWN, Outcome.IN_DOUBT):
        # An edit is idempotent: it is repeated until its fate is known.
        delivery.edit_due_at = _again_at(result, now)
        return
    delivery.edited_at = now
    delivery.shown = result.shown or delivery.shown
    delivery.error = result.error
    if delivery.revision == result.claimed.revision:
        delivery.edit_due_at = None


def _again_at(result: Result, now: datetime) -> datetime:
    return min(result.again_at or now, now + LONGEST_REST)


async def take_over(
    session: AsyncSession, *, kinds: Kinds, now: datetime
) -> tuple[int, Sequence[tuple[Delivery, Broadcast]]]:
    """Settle the deliveries whose holder is gone: their fate is unknown.

    Return how many there were, and those that may not have been sent with what they are about: tallies count them. What
    must arrive is sent again after each crash, marked as a repeat; edits are due again; the rest is held back.
    """
    query = (
        select(Delivery, Broadcast)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(col(Delivery.leased_until) <= now)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    lost = (await session.exec(query)).all()
    unsettled = [(delivery, broadcast) for delivery, broadcast in lost if delivery.state is DeliveryState.SENDING]
    for delivery, _ in lost:
        delivery.leased_until = None
    for delivery, broadcast in unsettled:
        again = kinds[broadcast.kind].sent_again and delivery.attempts < MOST_CRASHES
        delivery.state = DeliveryState.PENDING if again else DeliveryState.UNCERTAIN
        delivery.attempts += 1
    await session.flush()
    return len(lost), unsettled


def may_repeat(kind: MessageKind, *, attempts: int) -> bool:
    """Tell whether a message whose fate is unknown is sent again (docs/telegram.md, "Failures")."""
    return kind.sent_again and attempts < len(REPEAT_AFTER)
