"""What waits is told by lane; late is only what waits longer than was promised while less goes out than could."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.people import Language, Person
from services.ground import inbox
from services.outbox import broadcasts
from services.watch import backlog
from services.watch.backlog import INBOX_PROMISE, PROMISES, LaneBacklog
from services.wings import KINDS
from tests.network import MORNING

SECOND = timedelta(seconds=1)
PACE = 30


async def queue(session: AsyncSession, kind: BroadcastKind, recipients: int, *, at: datetime = MORNING) -> None:
    people = [
        Person(telegram_id=number, name="", language=Language.VIETNAMESE, created_at=at)
        for number in range(1, recipients + 1)
    ]
    known = {person.telegram_id: person for person in await session.exec(select(Person))}
    people = [known.get(person.telegram_id, person) for person in people]
    session.add_all(people)
    await session.flush()
    await broadcasts.queue(session, kind=KINDS[kind], people=[id_of(person) for person in people], now=at)


async def send(session: AsyncSession, *, first: int, last: int, at: datetime) -> None:
    """Let the deliveries between two ids be sent at an instant."""
    await session.exec(
        update(Delivery)
        .where(col(Delivery.id).between(first, last))
        .values(state=DeliveryState.SENT, sent_at=at, edited_at=at)
    )


async def late(session: AsyncSession, *, now: datetime) -> Sequence[Lane]:
    lanes = await backlog.of_lanes(session, now=now)
    found = await backlog.late_lanes(session, lanes=lanes, messages_per_second=PACE, now=now)
    return [one.lane for one in found]


async def test_messages_and_edits_wait_in_their_lanes_since_they_were_queued(session: AsyncSession) -> None:
    await queue(session, BroadcastKind.UPDATE, 3)
    await queue(session, BroadcastKind.ALERT, 2, at=MORNING + SECOND)
    await send(session, first=1, last=1, at=MORNING)
    await session.exec(
        update(Delivery).where(col(Delivery.id) == 1).values(edit_due_at=MORNING + SECOND, edit_lane=Lane.TALLY)
    )
    # Put off, as by Telegram: it waits all the same.
    await session.exec(update(Delivery).where(col(Delivery.id) == 2).values(due_at=MORNING + 90 * SECOND))

    assert await backlog.of_lanes(session, now=MORNING + 10 * SECOND) == [
        LaneBacklog(Lane.ALERT, 2, 9 * SECOND),
        LaneBacklog(Lane.UPDATE, 2, 10 * SECOND),
        LaneBacklog(Lane.TALLY, 1, 9 * SECOND),
    ]


@pytest.mark.parametrize("kind", [BroadcastKind.ALERT, BroadcastKind.TASK, BroadcastKind.CONFIRMATION])
async def test_a_lane_is_late_when_its_promise_has_passed(session: AsyncSession, kind: BroadcastKind) -> None:
    await queue(session, kind, 1)
    lane = KINDS[kind].lane

    assert await late(session, now=MORNING + PROMISES[lane]) == []
    assert await late(session, now=MORNING + PROMISES[lane] + SECOND) == [lane]


async def test_a_long_broadcast_that_keeps_the_pace_is_not_late_and_one_that_stands_still_is(
    session: AsyncSession,
) -> None:
    await queue(session, BroadcastKind.ALERT, 3000)
    # Ninety seconds at the full pace.
    await send(session, first=1, last=2700, at=MORNING + 60 * SECOND)

    assert await late(session, now=MORNING + 100 * SECOND) == []
    assert await late(session, now=MORNING + 140 * SECOND) == []
    assert await late(session, now=MORNING + 150 * SECOND) == [Lane.ALERT]


async def test_the_inbox_is_late_when_a_tap_waits_and_not_while_many_are_being_applied(session: AsyncSession) -> None:
    updates = [{"update_id": number, "message": {"from": {"id": 1}}} for number in range(200)]
    await inbox.store(session, updates=updates, now=MORNING)
    now = MORNING + INBOX_PROMISE + 2 * SECOND
    waiting = await backlog.of_inbox(session, now=now)
    assert (waiting.waiting, waiting.age, waiting.quarantined) == (200, now - MORNING, 0)

    assert await backlog.is_inbox_late(session, inbox=waiting, now=now)
    for number in range(150):
        await inbox.finish(session, update_ids=[number], now=MORNING + SECOND)
    waiting = await backlog.of_inbox(session, now=now)
    assert not await backlog.is_inbox_late(session, inbox=waiting, now=now)
    waiting = await backlog.of_inbox(session, now=now + 2 * SECOND)
    assert await backlog.is_inbox_late(session, inbox=waiting, now=now + 2 * SECOND)


async def test_nothing_waits_in_an_empty_house(session: AsyncSession) -> None:
    assert await backlog.of_lanes(session, now=MORNING) == []
    waiting = await backlog.of_inbox(session, now=MORNING)
    assert (waiting.waiting, waiting.age) == (0, timedelta(0))


async def test_an_edit_waits_only_of_what_was_sent_and_updates_stand_aside_apart(session: AsyncSession) -> None:
    await queue(session, BroadcastKind.UPDATE, 2)
    await send(session, first=1, last=1, at=MORNING)
    await session.exec(update(Delivery).values(edit_due_at=MORNING, edit_lane=Lane.TALLY))

    lanes = await backlog.of_lanes(session, now=MORNING + SECOND)

    assert [(one.lane, one.waiting) for one in lanes] == [(Lane.UPDATE, 1), (Lane.TALLY, 1)]


async def test_what_went_out_before_the_oldest_came_excuses_no_lateness(session: AsyncSession) -> None:
    await queue(session, BroadcastKind.ALERT, 2401)
    # A hundred seconds at four fifths of the pace, but all of it before the alert was given.
    await send(session, first=1, last=2400, at=MORNING - SECOND)
    assert await late(session, now=MORNING + 40 * SECOND) == [Lane.ALERT]

    await send(session, first=1, last=2400, at=MORNING)
    assert await late(session, now=MORNING + 129 * SECOND) == []
    assert await late(session, now=MORNING + 131 * SECOND) == [Lane.ALERT]


async def test_edits_keep_the_pace_as_messages_do(session: AsyncSession) -> None:
    await queue(session, BroadcastKind.ALERT, 300)
    await send(session, first=1, last=240, at=MORNING - 9 * SECOND)
    await session.exec(update(Delivery).where(col(Delivery.id).between(1, 240)).values(edited_at=MORNING + SECOND))

    assert await late(session, now=MORNING + 39 * SECOND) == []
    assert await late(session, now=MORNING + 41 * SECOND) == [Lane.ALERT]
