"""Who may hear an answer, and who can."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question
from models.identity import id_of
from models.members import RepresentativeStatus
from services.conversations import hearers
from services.people import businesses
from tests.network import MORNING, Network, found_group, found_network, lose
from tests.services.conversations.questions import ask


async def of_stranger(network: Network) -> Question:
    """Let Chi ask as one for whom no business stands in the network."""
    question = await ask(network, network.chi)
    question.member_id = None
    await network.session.flush()
    return question


async def stand(network: Network, status: RepresentativeStatus) -> None:
    """Let An stand so to the telecom business."""
    found = await businesses.representative(
        network.session, member_id=id_of(network.telecom), person_id=id_of(network.an)
    )
    assert found is not None
    found.status = status
    await network.session.flush()


async def test_a_strangers_answer_is_for_the_stranger_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    question = await of_stranger(network)

    assert await hearers.people(session, question=question) == [id_of(network.chi)]
    assert await hearers.may_hear(session, question=question, person_id=id_of(network.chi))
    assert not await hearers.may_hear(session, question=question, person_id=id_of(network.dung))


@pytest.mark.parametrize("way", ["blocked", "erased"])
async def test_a_stranger_who_cannot_be_written_to_or_is_erased_hears_nothing(session: AsyncSession, way: str) -> None:
    network = await found_network(session)
    question = await of_stranger(network)
    if way == "blocked":
        await lose(network.chi, session, now=MORNING)
    else:
        network.chi.erased_at = MORNING
        await session.flush()

    assert await hearers.people(session, question=question) == []


async def test_who_speaks_for_the_business_may_hear_its_answers_and_nobody_else(session: AsyncSession) -> None:
    network = await found_network(session)
    question = await ask(network, network.an)

    may = [
        one.name
        for one in (network.an, network.binh, network.chi, network.coordinator)
        if await hearers.may_hear(session, question=question, person_id=id_of(one))
    ]
    assert may == ["Nguyễn Văn An", "Lê Thị Bình"]


@pytest.mark.parametrize(
    "status", [RepresentativeStatus.PENDING, RepresentativeStatus.REJECTED, RepresentativeStatus.REMOVED]
)
async def test_who_asked_and_speaks_for_the_business_no_more_hears_nothing_and_the_others_do(
    session: AsyncSession, status: RepresentativeStatus
) -> None:
    network = await found_network(session)
    question = await ask(network, network.an)
    await stand(network, status)

    assert await hearers.people(session, question=question) == [id_of(network.binh)]
    assert not await hearers.may_hear(session, question=question, person_id=id_of(network.an))


async def test_who_was_erased_hears_nothing_though_they_spoke_for_the_business(session: AsyncSession) -> None:
    network = await found_network(session)
    question = await ask(network, network.an)
    network.an.erased_at = MORNING
    await session.flush()

    assert await hearers.people(session, question=question) == [id_of(network.binh)]
    assert await hearers.people(session, question=question, but=[id_of(network.binh)]) == []


async def test_the_group_in_which_it_was_asked_hears_the_answer_while_it_is_the_businesss(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    group = await found_group(network)
    await found_group(network, network.it, chat_id=-4_000_002)
    question = await ask(network, network.an)
    assert await hearers.rooms(session, question=question) == ()
    question.group_id = group.id
    assert await hearers.rooms(session, question=question) == [id_of(group)]

    group.left_at = MORNING
    await session.flush()
    assert await hearers.rooms(session, question=question) == []

    group.left_at, group.member_id = None, id_of(network.postal)
    await session.flush()
    assert await hearers.rooms(session, question=question) == []
