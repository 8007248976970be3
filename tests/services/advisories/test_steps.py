"""Whoever is late with an advisory is reminded by day, and left in peace for a while after a coordinator reminded."""

from datetime import datetime, timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from services.advisories import steps
from services.advisories.steps import RemindedLately
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.advising import advise, told

NOTE, PAGE = BroadcastKind.ADVISORY_NOTE, BroadcastKind.ADVISORY_PAGE


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Give a moment of November in Việt Nam."""
    return datetime(2026, 11, day, hour, minute, tzinfo=TIME_ZONE)


async def tick(network: Network, *moments: datetime) -> None:
    """Let the clock ask at some moments."""
    for now in moments:
        await steps.take_due(network.session, now=now, time_zone=TIME_ZONE)


async def test_a_reminder_that_comes_due_at_night_waits_for_the_morning(session: AsyncSession) -> None:
    network = await found_network(session)
    # Sent at nine in the morning; half of the time is over at eleven at night.
    advisory = await advise(network, due_at=at(21, 13))

    await tick(network, at(20, 22, 59), at(20, 23), at(21, 3), at(21, 7, 59))
    assert await told(network, NOTE, advisory) == []

    await tick(network, at(21, 8))
    assert len(await told(network, NOTE, advisory)) == 1
    await tick(network, at(21, 10, 11))
    assert len(await told(network, NOTE, advisory)) == 1
    await tick(network, at(21, 10, 12))
    assert len(await told(network, NOTE, advisory)) == 2
    assert await told(network, PAGE, advisory) == []
    await tick(network, at(21, 13))
    assert len(await told(network, PAGE, advisory)) == 1


async def test_what_is_to_be_done_before_the_morning_is_reminded_of_at_night(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network, due_at=at(21, 2), now=at(20, 20))

    await tick(network, at(20, 23))
    assert len(await told(network, NOTE, advisory)) == 1


async def test_coordinators_hear_in_the_morning_who_is_late_with_what_was_due_at_night(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network, due_at=at(20, 21))

    await tick(network, at(20, 21), at(21, 7, 59))
    assert await told(network, PAGE, advisory) == []
    await tick(network, at(21, 8))
    assert await told(network, PAGE, advisory) == [{id_of(network.coordinator), id_of(network.colleague)}]


async def test_whoever_was_reminded_is_left_in_peace_for_two_hours(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network)

    async def nudge(now: datetime) -> int:
        return await steps.nudge(session, advisory_id=id_of(advisory), by=network.coordinator, now=now)

    with pytest.raises(RemindedLately) as lately:
        await nudge(MORNING + timedelta(hours=1, minutes=59))
    assert lately.value.values["until"] == MORNING + timedelta(hours=2)
    assert await nudge(MORNING + timedelta(hours=2)) == 4
    with pytest.raises(RemindedLately):
        await nudge(MORNING + timedelta(hours=3, minutes=59))
    assert await nudge(MORNING + timedelta(hours=4)) == 4
