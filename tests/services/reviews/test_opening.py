"""Reviews open by the clock where an incident was grave, by hand where not, and begin anew after another end."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Lane
from models.identity import id_of
from models.incidents import IncidentKind, Severity
from models.people import Role
from models.reviews import Review, ReviewState
from models.tlp import Tlp
from services.incidents import lifecycle
from services.people import accounts
from services.reviews import lists, opening, reviews
from services.reviews.lists import EndedPage, ReviewHeap
from services.reviews.opening import NobodyToReview, ReviewTooEarly
from tests.network import MORNING, TIME_ZONE, found_network
from tests.services.reviewing import END, after_end, close, ended, opened, told


@pytest.mark.parametrize(
    ("severity", "due_at"),
    [
        # The third day is a Monday; five in the afternoon, whatever the hour of the end.
        (Severity.CRITICAL, datetime(2026, 11, 23, 10, 0, tzinfo=UTC)),
        # From a Friday on, the fifth working day is a Monday: in the week between is a holiday. Five in the afternoon.
        (Severity.SERIOUS, datetime(2026, 11, 30, 10, 0, tzinfo=UTC)),
    ],
)
async def test_what_was_grave_is_looked_back_at_by_its_commander(
    session: AsyncSession, severity: Severity, due_at: datetime
) -> None:
    network = await found_network(session)
    incident = await ended(network, severity=severity)

    await opening.open_due(session, now=after_end(hours=1, minutes=59), time_zone=TIME_ZONE)
    assert await reviews.of_incident(session, incident_id=id_of(incident)) is None
    review = await opened(network, incident)

    assert (review.owner_id, review.state) == (network.coordinator.id, ReviewState.DRAFT)
    assert review.due_at == due_at
    await opening.open_due(session, now=after_end(hours=3), time_zone=TIME_ZONE)
    assert len((await session.exec(select(Review))).all()) == 1


async def test_its_owner_hears_of_it_in_the_morning_and_not_on_top_of_the_end(session: AsyncSession) -> None:
    network = await found_network(session)
    await opened(network, await ended(network))

    await opening.ask_due(session, now=after_end(hours=21))
    assert await told(network, BroadcastKind.REVIEW) == []
    await opening.ask_due(session, now=after_end(hours=22))
    assert await told(network, BroadcastKind.REVIEW) == [{id_of(network.coordinator)}]
    await opening.ask_due(session, now=after_end(hours=23))
    assert len(await told(network, BroadcastKind.REVIEW)) == 1


async def test_a_review_is_due_on_a_whole_minute(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network, severity=Severity.CRITICAL)
    incident.closed_at = END + timedelta(seconds=41)
    await session.flush()
    assert (await opened(network, incident, now=after_end(hours=3))).due_at == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


async def test_what_is_due_first_stands_first_whichever_was_opened_first_and_of_what_is_done_the_newest(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    first, second = [await opened(network, await ended(network)) for _ in range(2)]
    first.due_at = second.due_at + timedelta(minutes=1)
    await session.flush()
    assert await in_order(session, ReviewHeap.OPEN) == [second.id, first.id]
    due = await lists.due(session, since=END, reader_id=id_of(network.coordinator))
    assert [one.review.id for one in due] == [second.id, first.id]

    for one, hours in ((first, 30), (second, 29)):
        one.state, one.done_at = ReviewState.DONE, after_end(hours=hours)
    await session.flush()
    assert await in_order(session, ReviewHeap.DONE) == [first.id, second.id]
    assert await lists.ended(session, number=0) == EndedPage([], 0, 1)


async def in_order(session: AsyncSession, heap: ReviewHeap) -> list[int | None]:
    return [one.review.id for one in (await lists.page(session, heap=heap, number=0)).lines]


async def test_what_ended_last_stands_first_of_what_nobody_has_looked_back_at(session: AsyncSession) -> None:
    network = await found_network(session)
    older, newer = [await ended(network, severity=Severity.LOW) for _ in range(2)]
    older.closed_at, newer.closed_at = after_end(hours=1), END
    await session.flush()
    assert [one.id for one in (await lists.ended(session, number=0)).incidents] == [older.id, newer.id]


async def test_what_was_not_grave_is_opened_by_hand_once_it_is_over(session: AsyncSession) -> None:
    network = await found_network(session)
    running = await network.declare()
    with pytest.raises(ReviewTooEarly):
        await opening.open_by_hand(
            session, incident_id=id_of(running), by=network.colleague, now=MORNING, time_zone=TIME_ZONE
        )
    incident = await ended(network, severity=Severity.LOW)
    await opening.open_due(session, now=after_end(hours=5), time_zone=TIME_ZONE)
    assert await reviews.of_incident(session, incident_id=id_of(incident)) is None

    by_hand = {"incident_id": id_of(incident), "now": after_end(hours=5), "time_zone": TIME_ZONE}
    first = await opening.open_by_hand(session, by=network.colleague, **by_hand)  # type: ignore[arg-type]
    second = await opening.open_by_hand(session, by=network.coordinator, **by_hand)  # type: ignore[arg-type]
    assert first is second
    # The owner did not open it, and is told at once, by day.
    await opening.ask_due(session, now=after_end(hours=5))
    assert await told(network, BroadcastKind.REVIEW) == [{id_of(network.coordinator)}]


async def test_an_end_that_is_taken_back_waits_and_another_end_begins_it_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await lifecycle.reopen(session, incident=incident, by=network.coordinator, now=after_end(hours=1))
    await opening.open_due(session, now=after_end(hours=3), time_zone=TIME_ZONE)
    assert await reviews.of_incident(session, incident_id=id_of(incident)) is None

    await close(network, incident, now=after_end(hours=4))
    review = await opened(network, incident, now=after_end(hours=6))
    review.well, review.state, review.done_at = "Nhanh", ReviewState.DONE, after_end(hours=7)
    await lifecycle.reopen(session, incident=incident, by=network.coordinator, now=after_end(days=1))
    await opening.ask_due(session, now=after_end(days=2))
    assert await told(network, BroadcastKind.REVIEW) == []
    await close(network, incident, now=after_end(days=3))
    anew = await opened(network, incident, now=after_end(days=3, hours=2))

    assert (anew.id, anew.well) == (review.id, "Nhanh")
    assert (anew.state, anew.done_at, anew.asked_at) == (ReviewState.DRAFT, None, None)
    assert anew.due_at > after_end(days=5)


async def test_drills_are_looked_back_at_apart_and_behind_all_that_is_real(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await ended(network, kind=IncidentKind.DRILL, ready=[network.an])
    await opened(network, drill)
    await opening.ask_due(session, now=after_end(hours=23))

    counts = (await lists.page(session, heap=ReviewHeap.OPEN, number=0)).counts
    assert counts == {ReviewHeap.OPEN: 0, ReviewHeap.DONE: 0, ReviewHeap.DRILLS: 1}
    assert await lists.late(session, now=after_end(days=30)) == 0
    kinds = (BroadcastKind.REVIEW, BroadcastKind.REVIEW_ASKED)
    lanes = await session.exec(select(Broadcast.lane).where(col(Broadcast.kind).in_(kinds)))
    assert set(lanes.all()) == {Lane.DRILL}


async def test_whoever_ended_it_owns_it_where_the_commander_coordinates_no_longer(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    incident.severity = Severity.SERIOUS
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.colleague, now=END)
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=END)
    review = await opened(network, incident)
    assert review.owner_id == network.colleague.id


async def test_without_anybody_who_coordinates_there_is_no_owner(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    for person in (network.coordinator, network.colleague):
        await accounts.assign_role(session, person=person, role=Role.OBSERVER, by=None, now=END)
    await opening.open_due(session, now=after_end(hours=2), time_zone=TIME_ZONE)
    with pytest.raises(NobodyToReview):
        await opening.open_by_hand(
            session, incident_id=id_of(incident), by=network.an, now=after_end(hours=2), time_zone=TIME_ZONE
        )


async def test_what_ended_long_ago_is_left_to_whoever_asks_for_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await opening.open_due(session, now=after_end(days=4), time_zone=TIME_ZONE)
    assert await reviews.of_incident(session, incident_id=id_of(incident)) is None
    page = await lists.ended(session, number=0)
    assert [one.id for one in page.incidents] == [incident.id]


async def test_what_is_due_is_listed_for_calendars_of_those_who_may_read_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    reader_id = id_of(network.coordinator)
    assert await lists.due(session, since=END, reader_id=reader_id) == []
    review = await opened(network, incident)

    (line,) = await lists.due(session, since=END, reader_id=reader_id)
    assert (line.review.id, line.about.id) == (review.id, incident.id)
    assert await lists.due(session, since=review.due_at, reader_id=reader_id) == []
    incident.tlp = Tlp.RED
    assert await lists.due(session, since=END, reader_id=reader_id) == []
    incident.tlp, review.state = None, ReviewState.DONE
    assert await lists.due(session, since=END, reader_id=reader_id) == []
