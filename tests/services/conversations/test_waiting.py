"""Words that wait for a tap reach the coordinators without one, once."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question, QuestionState
from models.identity import id_of
from models.members import RepresentativeStatus
from models.people import Person
from services.conversations import asking, waiting
from services.conversations.asking import QuestionSettled, Spoken
from services.ground.arrivals import Arrival
from services.people import businesses
from tests.network import CABLE_CUT, MORNING, Network, found_network, person
from tests.services.conversations.questions import at, told

CRY = "Cứu với, trạm cháy rồi!"


async def written(network: Network, text: str, by: Person | None = None) -> Question:
    """Let somebody write words that wait for a tap."""
    spoken = Spoken(text, message_id=7, came=Arrival(MORNING))
    question = await asking.hold(network.session, person=by or network.an, spoken=spoken)
    await waiting.wait(network.session, question=question, now=MORNING)
    return question


async def test_words_without_a_tap_go_once_after_two_minutes(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await written(network, "Ở đâu?")
    await waiting.go_due(session, now=at(minutes=1, seconds=59))
    assert (await told(network), question.state) == ([], QuestionState.HELD)

    for minutes in (2, 3):
        await waiting.go_due(session, now=at(minutes=minutes))

    assert len(await told(network)) == 1
    assert (question.state, question.is_unsorted, question.incident_id) == (QuestionState.OPEN, True, None)


async def test_words_go_as_of_none_where_no_incident_is_open(session: AsyncSession) -> None:
    network = await found_network(session)
    question = await written(network, "Ở đâu?")

    await waiting.go_due(session, now=at(minutes=2))

    assert (question.state, question.is_unsorted) == (QuestionState.OPEN, False)


async def test_a_cry_for_help_goes_at_once_and_a_tap_only_sorts_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    question = await written(network, CRY)
    assert (len(await told(network)), question.goes_at) == (1, None)
    (concern,) = await waiting.concerns(session, question=question)

    await waiting.sort(session, question=question, concern=concern, now=at(minutes=1))

    assert (question.incident_id, question.is_unsorted) == (id_of(incident), False)
    assert len(await told(network)) == 1
    with pytest.raises(QuestionSettled):
        await waiting.sort(session, question=question, concern=None, now=at(minutes=1))


async def of_stranger(network: Network, by: Person, text: str) -> Question:
    """Let a stranger write words that wait for a tap."""
    question = await asking.hold(network.session, person=by, spoken=Spoken(text, message_id=7, came=Arrival(MORNING)))
    await waiting.wait_of_outsider(network.session, question=question, sender="one", now=MORNING)
    return question


async def test_a_strangers_words_go_by_themselves_too_each_of_them(session: AsyncSession) -> None:
    network = await found_network(session)
    stranger = await person(session, 777, "Người lạ")
    written_ones = [await of_stranger(network, stranger, text) for text in ("Mã độc đang lan", "gọi tôi ngay")]
    assert await told(network) == []

    await waiting.go_due(session, now=at(minutes=2))

    assert [one.state for one in written_ones] == [QuestionState.OPEN] * 2
    assert [one.sender for one in written_ones] == ["one"] * 2
    assert len(await told(network)) == 2


async def test_no_more_of_a_strangers_words_go_by_themselves_than_by_a_tap(session: AsyncSession) -> None:
    network = await found_network(session)
    stranger = await person(session, 777, "Người lạ")
    written_ones = [await of_stranger(network, stranger, f"Tin {number}") for number in range(4)]
    assert [one.goes_at is not None for one in written_ones] == [True, True, True, False]

    await waiting.go_due(session, now=at(minutes=2))

    assert [one.state for one in written_ones] == [QuestionState.OPEN] * 3 + [QuestionState.HELD]


async def test_who_speaks_for_the_business_no_more_sends_nothing_by_waiting(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(CABLE_CUT)
    question = await written(network, "Ở đâu?")
    speaker = await businesses.representative(session, member_id=question.member_id or 0, person_id=id_of(network.an))
    assert speaker is not None
    speaker.status = RepresentativeStatus.REJECTED

    await waiting.go_due(session, now=at(minutes=2))

    assert (await told(network), question.state) == ([], QuestionState.HELD)
