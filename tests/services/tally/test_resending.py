"""What failed is sent again: by a coordinator's tap, once, or by itself where the cause has passed."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, NoticeAudience, NoticeKind
from models.people import Person
from services.incidents import lifecycle, notices, outcomes
from services.outbox import again
from services.outbox.deliveries import Outcome, Result
from services.tally import resending
from services.tasks import orders
from services.wings import KINDS
from tests.network import MORNING, TIME_ZONE, Network, found_network, lose
from tests.services.sending import sends
from tests.services.tasking import assignment

FAILED, PENDING, SENT = DeliveryState.FAILED, DeliveryState.PENDING, DeliveryState.SENT


def after(**duration: float) -> datetime:
    return MORNING + timedelta(**duration)


async def post(network: Network, outcome: Outcome, *, now: datetime = MORNING, limit: int = 50) -> int:
    """Let messages that wait come out in a way; return how many there were."""
    claimed = await sends(network.session, now=now, limit=limit)
    results = [Result(one, outcome, message_id=one.id, error="Bad Request: no") for one in claimed]
    await outcomes.record(network.session, results=results, kinds=KINDS, now=now)
    return len(claimed)


async def failed_incident(network: Network) -> Incident:
    """Declare an incident of which every alert fails; tallies go first, so that they are out of the way."""
    incident = await network.declare(delivered=False)
    await network.mark(incident, SENT, kind=BroadcastKind.TALLY)
    assert await post(network, Outcome.FAILED) == 4
    return incident


async def states(network: Network, *people: Person) -> list[DeliveryState]:
    query = select(Delivery.state).where(col(Delivery.person_id).in_([id_of(one) for one in people]))
    return [DeliveryState(one) for one in (await network.session.exec(query.order_by(col(Delivery.id)))).all()]


async def test_what_failed_is_counted_and_sent_again_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)

    assert await resending.count(session, incident=incident) == 4
    assert await resending.send_again(session, incident=incident, by=network.coordinator, now=after(minutes=1)) == 4
    assert await resending.count(session, incident=incident) == 0
    with pytest.raises(resending.NothingFailed):
        await resending.send_again(session, incident=incident, by=network.colleague, now=after(minutes=1))

    assert await post(network, Outcome.SENT, now=after(minutes=1)) == 4


async def test_who_cannot_be_written_to_is_not_counted_and_not_tried(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await lose(network.an, session, now=MORNING)

    assert await resending.count(session, incident=incident) == 3
    await resending.send_again(session, incident=incident, by=network.coordinator, now=MORNING)

    assert await states(network, network.an) == [FAILED]
    assert await states(network, network.binh) == [PENDING]


async def test_of_an_incident_that_is_over_only_the_all_clear_is_sent_again(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await notices.say(
        session,
        incident_id=id_of(incident),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Tin mới.",
        by=network.coordinator,
        now=MORNING,
    )
    await post(network, Outcome.FAILED)
    assert await resending.count(session, incident=incident) == 8
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=MORNING)
    await post(network, Outcome.FAILED)

    assert await resending.count(session, incident=await lifecycle.by_id(session, incident_id=id_of(incident))) == 4


async def test_where_nothing_gets_through_one_is_tried_at_ever_longer_distances(session: AsyncSession) -> None:
    network = await found_network(session)
    await failed_incident(network)
    tried = []
    for minute in range(70):
        await again.repeat_failed(session, now=after(minutes=minute))
        if await post(network, Outcome.FAILED, now=after(minutes=minute)):
            tried.append(minute)

    assert tried == [1, 2, 4, 8, 16, 32, 64]


async def test_where_one_gets_through_the_others_follow(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await again.repeat_failed(session, now=after(minutes=1))
    assert await post(network, Outcome.SENT, now=after(minutes=1)) == 1

    await again.repeat_failed(session, now=after(minutes=1, seconds=1))

    assert await post(network, Outcome.SENT, now=after(minutes=1, seconds=1)) == 3
    assert await resending.count(session, incident=incident) == 0


async def test_what_fails_alone_is_repeated_once_after_the_others_and_then_rarely(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(delivered=False)
    await post(network, Outcome.FAILED, limit=1)
    await post(network, Outcome.SENT, now=after(seconds=1))
    tried = []
    for second in range(2, 120):
        await again.repeat_failed(session, now=after(seconds=second))
        if await post(network, Outcome.FAILED, now=after(seconds=second)):
            tried.append(second)

    assert tried == [2, 62]


async def test_nothing_is_tried_by_itself_that_failed_long_ago(session: AsyncSession) -> None:
    network = await found_network(session)
    await failed_incident(network)

    await again.repeat_failed(session, now=after(hours=6, seconds=1))

    assert await post(network, Outcome.SENT, now=after(hours=7)) == 0


async def test_cards_of_its_own_tasks_are_sent_again_and_nothing_else_that_is_said_of_tasks(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    await network.mark(mine, SENT, kind=BroadcastKind.TALLY)
    await network.mark(other, SENT, kind=BroadcastKind.TALLY)
    for key, incident in (("1:a", mine), ("1:b", None)):
        await orders.assign(
            session,
            assignment=assignment(network.telecom, incident=incident, what=key),
            draft_key=key,
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
        )
    claimed = await sends(session)
    cards = [one for one in claimed if one.kind is BroadcastKind.TASK]
    beside = [one for one in claimed if one.kind is not BroadcastKind.TASK]
    assert len(cards) == 4
    for one in (*cards, *beside):
        await outcomes.record(session, results=[Result(one, Outcome.FAILED, error="?")], kinds=KINDS, now=MORNING)

    assert await resending.count(session, incident=mine) == 2
    assert await resending.count(session, incident=other) == 0
    assert await resending.send_again(session, incident=mine, by=network.coordinator, now=after(minutes=1)) == 2
    again_claimed = await sends(session, now=after(minutes=1))
    assert {one.kind for one in again_claimed} == {BroadcastKind.TASK}
