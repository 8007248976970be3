"""Reminders of a review climb: its owner, those who coordinate, whoever owns the network."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.people import Role
from models.reviews import Review, ReviewState
from services.incidents import lifecycle
from services.people import accounts
from services.reviews import reminding
from tests.network import TIME_ZONE, Network, found_network, person
from tests.services.reviewing import after_end, ended, opened, told


async def through(network: Network, review: Review, until: datetime) -> list[set[int]]:
    """Let the clock go on hour by hour, and list whom each reminder went to."""
    now = review.opened_at
    while now < until:
        now += timedelta(hours=1)
        await reminding.remind_due(network.session, now=now, time_zone=TIME_ZONE)
    return await told(network, BroadcastKind.REVIEW_REMINDER)


async def test_the_owner_hears_at_half_and_at_the_date_then_daily_and_then_the_others(session: AsyncSession) -> None:
    network = await found_network(session)
    chief = await person(session, 9003, "Chủ nhiệm", role=Role.OWNER)
    review = await opened(network, await ended(network))
    owner, others = {id_of(network.coordinator)}, {id_of(network.coordinator), id_of(network.colleague)}

    found = await through(network, review, review.due_at + timedelta(days=4))

    # Half, the date, and four mornings.
    assert found == [owner, owner, owner, others, others | {id_of(chief)}, others | {id_of(chief)}]


async def test_who_coordinates_no_longer_is_not_reminded_but_everybody_else_is(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await ended(network))
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=after_end(hours=3))
    assert await through(network, review, review.due_at - timedelta(days=1)) == [{id_of(network.colleague)}]


async def test_what_is_done_or_reopened_is_not_reminded_of(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    review = await opened(network, incident)
    await lifecycle.reopen(session, incident=incident, by=network.coordinator, now=after_end(hours=3))
    assert await through(network, review, review.due_at + timedelta(days=2)) == []
    incident = await ended(network)
    review = await opened(network, incident)
    review.state = ReviewState.DONE
    assert await through(network, review, review.due_at + timedelta(days=2)) == []
