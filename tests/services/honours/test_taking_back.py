"""A business that takes back, wherever it was asked, that it may be named is named by no honour either."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.honours import HONOUR_SUBJECT, Honour
from models.identity import id_of
from models.incidents import Incident
from models.reviews import Review, ReviewVoice
from services.honours import consent, deciding, proposing, releasing
from services.honours.releasing import HonourCircle
from services.lessons import writing
from services.reports import naming as report_naming
from services.reviews import voices
from services.reviews.voices import ReviewQuestion
from tests.network import Network, found_network
from tests.services.honours.test_honours import NEXT_DAY, NOON, ended, report, task
from tests.services.learning import sent

# Says yes (True) or no for the telecom business, where it was asked first.
Say = Callable[[bool], Awaitable[object]]


async def of_report(network: Network) -> tuple[Honour, Say]:
    """Let an early report be honoured; its reporter was asked at the end."""
    incident = await ended(network)
    made = await report(network, incident)
    made.naming_asked_at = NOON
    (honour,) = await proposing.propose(network.session, now=NEXT_DAY)

    async def say(accepts: bool) -> None:
        await report_naming.answer(network.session, report_id=id_of(made), accepts=accepts, by=network.an, now=NEXT_DAY)

    return honour, say


async def of_review(network: Network) -> tuple[Honour, Say]:
    """Let an early report be honoured; the review of the incident asked its business."""
    incident = await ended(network)
    await report(network, incident)
    (honour,) = await proposing.propose(network.session, now=NEXT_DAY)
    review = await reviewed(network, incident)
    network.session.add(ReviewVoice(review_id=id_of(review), member_id=id_of(network.telecom)))

    async def say(accepts: bool) -> None:
        await voices.tap(
            network.session,
            review_id=id_of(review),
            question=ReviewQuestion.NAMED,
            says_yes=accepts,
            by=network.an,
            now=NEXT_DAY,
        )

    return honour, say


async def reviewed(network: Network, incident: Incident) -> Review:
    """Let an incident be looked back at."""
    review = Review(
        incident_id=id_of(incident),
        owner_id=id_of(network.coordinator),
        opened_at=NOON,
        ended_at=NOON,
        due_at=NEXT_DAY,
        asks_at=NOON,
        remind_at=NEXT_DAY,
    )
    network.session.add(review)
    await network.session.flush()
    return review


async def of_lesson(network: Network) -> tuple[Honour, Say]:
    """Let a lesson be honoured; whoever wrote it was asked then."""
    lesson = await sent(network)
    (honour,) = await proposing.propose(network.session, now=NEXT_DAY)

    async def say(accepts: bool) -> None:
        await writing.name(network.session, lesson_id=id_of(lesson), accepts=accepts, by=network.an, now=NEXT_DAY)

    return honour, say


@pytest.mark.parametrize("arrange", [of_report, of_review, of_lesson])
async def test_a_no_where_it_was_asked_first_takes_the_name_from_thanks_and_namings(
    session: AsyncSession, arrange: Callable[[Network], Awaitable[tuple[Honour, Say]]]
) -> None:
    network = await found_network(session)
    honour, say = await arrange(network)
    await say(True)
    await deciding.confirm(session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
    assert len(await releasing.batches(session)) == 1
    await arrived(session)

    await say(False)
    assert honour.may_be_named is False
    assert await redrawn(session) == {id_of(network.an), id_of(network.binh)}
    assert await releasing.batches(session) == []

    # What is said later on the thanks counts until it is taken back where it was asked first, once more.
    await consent.say(session, honour_id=id_of(honour), accepts=True, by=network.binh, now=NEXT_DAY)
    by = network.coordinator
    await releasing.release(session, circle=HonourCircle.NETWORK, honour_id=0, by=by, now=NEXT_DAY)
    assert len(await releasing.released(session, release_id=honour.release_id or 0)) == 1
    await say(False)
    assert await releasing.released(session, release_id=honour.release_id or 0) == []


async def test_a_no_in_a_report_holds_for_what_was_done_in_time_too(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident, member=network.it, by=network.dung, named=False)
    await task(network, incident, done_at=NOON, due_at=NEXT_DAY)
    review = await reviewed(network, incident)
    session.add(ReviewVoice(review_id=id_of(review), member_id=id_of(network.it), may_be_named=True, at=NOON))

    for honour in await proposing.propose(session, now=NEXT_DAY):
        await deciding.confirm(session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
        assert honour.may_be_named is False


async def arrived(session: AsyncSession) -> None:
    """Let the thanks have been sent."""
    for one in await session.exec(thanks()):
        one.state, one.message_id = DeliveryState.SENT, id_of(one)
    await session.flush()


async def redrawn(session: AsyncSession) -> set[int | None]:
    """List whose thanks are edited."""
    return {one.person_id for one in await session.exec(thanks()) if one.edit_due_at is not None}


def thanks() -> Any:
    """Select the messages that thank."""
    return (
        select(Delivery)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.subject == HONOUR_SUBJECT)
        .execution_options(populate_existing=True)
    )
