"""What follows when messages were sent, failed or lost."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import NoticeAudience, NoticeKind
from services.ground.attachments import Attachment
from services.incidents import notices, outcomes
from services.incidents.sharing import readers
from services.outbox.deliveries import REPEAT_AFTER, Claimed, Outcome, Result
from services.tasks import orders
from services.wings import KINDS
from tests.network import MORNING, TIME_ZONE, Network, found_group, found_network, lost
from tests.services.sending import edits, sends
from tests.services.tasking import assignment

LATER = MORNING + timedelta(minutes=1)


async def everything_sent(network: Network) -> None:
    """Let everything that waits have been sent, with no edit to come."""
    await network.session.exec(
        update(Delivery).values(state=DeliveryState.SENT, message_id=1, edit_due_at=None, edit_lane=None)
    )


async def with_photo(network: Network) -> Sequence[Claimed]:
    """Let an update with a photo wait for those who were alerted, and be claimed."""
    incident = await network.declare()
    await everything_sent(network)
    await notices.say(
        network.session,
        incident_id=id_of(incident),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Tin mới.",
        by=network.coordinator,
        now=MORNING,
        files=[Attachment(AttachmentKind.PHOTO, "ảnh")],
    )
    return [one for one in await sends(network.session) if one.kind is BroadcastKind.UPDATE]


async def record(network: Network, *results: Result) -> None:
    """Keep what came of messages."""
    await outcomes.record(network.session, results=results, kinds=KINDS, now=LATER)


async def recipients(network: Network, kind: BroadcastKind) -> list[tuple[int | None, int | None]]:
    """List to whom messages of a kind go (person id, group id), in order."""
    query = (
        select(Delivery.person_id, Delivery.group_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind)
        .order_by(col(Delivery.id))
    )
    return [(person_id, group_id) for person_id, group_id in await network.session.exec(query)]


async def tallies(network: Network) -> list[int | None]:
    """List the incidents (ids) of which a tally is to be drawn anew, and let them rest."""
    query = (
        select(Broadcast.subject_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Broadcast.kind == BroadcastKind.TALLY, col(Delivery.edit_due_at).is_not(None))
        .order_by(col(Broadcast.subject_id))
    )
    found = list((await network.session.exec(query)).all())
    await network.session.exec(update(Delivery).values(edit_due_at=None))
    return found


@pytest.mark.parametrize(
    ("outcome", "follows"),
    [
        (Outcome.SENT, True),
        (Outcome.UNKNOWN, True),
        (Outcome.FAILED, False),
        (Outcome.STALE, False),
        (Outcome.REFUSED_FOR_NOW, False),
        (Outcome.IN_DOUBT, False),
    ],
)
async def test_files_follow_the_words_to_whoever_got_them_or_may_have(
    session: AsyncSession, outcome: Outcome, follows: bool
) -> None:
    network = await found_network(session)
    first, second, *_ = await with_photo(network)
    message_id = 7 if outcome is Outcome.SENT else None
    if outcome is Outcome.UNKNOWN:
        # The last of its repeats: before it the words come once more, and the files with them.
        await session.exec(update(Delivery).values(attempts=len(REPEAT_AFTER)))

    await record(
        network,
        Result(first, outcome, message_id=message_id, error="?", again_at=LATER),
        Result(second, Outcome.FAILED, error="Bad Request"),
    )

    expected = [(first.person_id, None)] if follows else []
    assert await recipients(network, BroadcastKind.FILES) == expected


async def test_what_brings_no_files_and_what_was_only_edited_is_followed_by_none(session: AsyncSession) -> None:
    network = await found_network(session)
    for one in await with_photo(network):
        await record(network, Result(one, Outcome.SENT, message_id=7))
    before = await recipients(network, BroadcastKind.FILES)
    assert len(before) == 4
    await session.exec(update(Delivery).values(edit_due_at=MORNING, edit_lane=1))

    claimed = await edits(session, now=LATER)
    assert BroadcastKind.UPDATE in {one.kind for one in claimed}
    await record(network, *(Result(one, Outcome.SENT, message_id=one.message_id) for one in claimed))

    assert await recipients(network, BroadcastKind.FILES) == before


async def test_files_follow_only_from_the_worker_whose_message_it_is(session: AsyncSession) -> None:
    network = await found_network(session)
    first, *_ = await with_photo(network)
    # Another worker took it over meanwhile, and sent it.
    await session.exec(
        update(Delivery)
        .where(col(Delivery.id) == first.id)
        .values(state=DeliveryState.SENT, message_id=99, leased_until=None)
    )

    await record(network, Result(first, Outcome.SENT, message_id=7))

    assert await recipients(network, BroadcastKind.FILES) == []


async def test_tallies_follow_alerts_and_whoever_is_lost_and_nothing_else(session: AsyncSession) -> None:
    network = await found_network(session)
    alerted, other = await network.declare(delivered=False), await network.declare()
    claimed = [one for one in await sends(session) if one.kind is BroadcastKind.ALERT]
    await session.exec(
        update(Delivery)
        .where(col(Delivery.state) != DeliveryState.SENDING)
        .values(state=DeliveryState.SENT, message_id=1, edit_due_at=None)
    )
    await record(network, Result(claimed[0], Outcome.SENT, message_id=7))
    assert await tallies(network) == [alerted.id]

    await notices.say(
        session,
        incident_id=id_of(other),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Tin mới.",
        by=network.coordinator,
        now=MORNING,
    )
    await tallies(network)
    said, lost_one, *_ = [one for one in await sends(session) if one.kind is BroadcastKind.UPDATE]
    await record(network, Result(said, Outcome.SENT, message_id=8))
    assert await tallies(network) == []
    await record(network, Result(lost_one, Outcome.UNREACHABLE, error="Forbidden"))
    assert other.id in await tallies(network)


async def test_who_withdrew_while_it_was_on_its_way_is_not_marked(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(delivered=False)
    by_person = {one.person_id: one for one in await sends(session) if one.kind is BroadcastKind.ALERT}
    network.binh.erased_at = MORNING
    await session.flush()

    for one in (network.an, network.binh):
        await record(network, Result(by_person[one.id], Outcome.UNREACHABLE, error="Forbidden: blocked"))

    assert await lost(network.an, session) == (LATER, "Forbidden: blocked")
    assert await lost(network.binh, session) == (None, None)


@pytest.mark.parametrize(("own", "given"), [(Outcome.SENT, False), (Outcome.FAILED, True)])
async def test_the_card_of_a_group_that_is_lost_goes_to_who_is_called_first_unless_they_have_it(
    session: AsyncSession, own: Outcome, given: bool
) -> None:
    network = await found_network(session)
    group = await found_group(network)
    for key in ("1:a", "1:b"):
        await orders.assign(
            session,
            assignment=assignment(network.telecom, what=key),
            draft_key=key,
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
        )
    tasks = [one for one in await sends(session) if one.kind is BroadcastKind.TASK]
    (in_group, *_) = [one for one in tasks if one.group_id == group.id]
    (to_an,) = [one for one in tasks if one.person_id == network.an.id and one.subject_id == in_group.subject_id]
    await record(network, Result(to_an, own, message_id=7, error="?"))

    await record(network, Result(in_group, Outcome.UNREACHABLE, error="Forbidden: kicked"))

    assert group.left_at == LATER
    waiting = await session.exec(
        select(Broadcast.subject_id, Delivery.person_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Broadcast.kind == BroadcastKind.TASK, col(Delivery.state) == DeliveryState.PENDING)
    )
    expected = [(in_group.subject_id, network.an.id)] if given else []
    assert [(subject_id, person_id) for subject_id, person_id in waiting if person_id is not None] == expected
    told = await recipients(network, BroadcastKind.MEMBERSHIP)
    assert sorted(person_id or 0 for person_id, _ in told) == sorted(
        id_of(one) for one in (network.an, network.coordinator, network.colleague)
    )


async def test_each_card_that_a_lost_group_did_not_take_goes_to_who_is_called_first(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    for key in ("1:a", "1:b"):
        await orders.assign(
            session,
            assignment=assignment(network.telecom, what=key),
            draft_key=key,
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
        )
    tasks = [one for one in await sends(session) if one.kind is BroadcastKind.TASK]
    await record(network, *(Result(one, Outcome.FAILED, error="?") for one in tasks if one.person_id == network.an.id))

    refused = [one for one in tasks if one.group_id == group.id]
    await record(network, *(Result(one, Outcome.UNREACHABLE, error="Forbidden: kicked") for one in refused))

    waiting = await session.exec(
        select(Broadcast.subject_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            Broadcast.kind == BroadcastKind.TASK,
            Delivery.person_id == network.an.id,
            col(Delivery.state) == DeliveryState.PENDING,
        )
    )
    assert set(waiting) == {one.subject_id for one in refused}
    assert len(refused) == 2
    told = await recipients(network, BroadcastKind.MEMBERSHIP)
    assert len(told) == 3


async def test_whoever_is_called_first_is_called_to_what_a_group_that_is_lost_was_called_to(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await found_group(network)
    session.add(
        DutyWeek(
            member_id=id_of(network.telecom),
            monday=date(2026, 11, 16),
            person_id=id_of(network.binh),
            remind_at=MORNING,
        )
    )
    await session.flush()
    incident = await network.declare(delivered=False)
    alerts = [one for one in await sends(session) if one.kind is BroadcastKind.ALERT]
    assert network.an.id not in {one.person_id for one in alerts}
    (in_group,) = [one for one in alerts if one.group_id is not None]

    await record(network, Result(in_group, Outcome.UNREACHABLE, error="Forbidden: kicked"))

    assert network.an.id in await readers.people(session, incident_id=id_of(incident))
    assert (network.an.id, None) in await recipients(network, BroadcastKind.ALERT)
