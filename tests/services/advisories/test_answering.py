"""Each business says one thing of an advisory; who left the network silent is not counted, and what was said stays."""

from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import Advisory, AdvisoryAnswer
from models.identity import id_of
from models.members import MemberStatus
from models.people import Person
from services.advisories import answering, steps
from services.advisories.answering import AdvisoryHeap, NotAdvised, SaidOfAdvisoryAlready
from services.advisories.steps import NobodyIsLate
from tests.network import MORNING, Network, found_network
from tests.services.advising import advise


async def say(network: Network, advisory: Advisory, person: Person, said: AdvisoryAnswer) -> None:
    """Let a person say something of an advisory."""
    await answering.answer(network.session, advisory_id=id_of(advisory), said=said, by=person, now=MORNING)


async def heaps(network: Network, advisory: Advisory) -> dict[AdvisoryHeap, int]:
    """Count the businesses by what they say, but for heaps that are empty."""
    counted = await answering.count(network.session, advisory_id=id_of(advisory))
    return {heap: number for heap, number in counted.items() if number}


async def test_who_left_the_network_silent_is_not_counted_and_what_it_said_before_is(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network)
    await say(network, advisory, network.an, AdvisoryAnswer.DONE)
    assert await heaps(network, advisory) == {AdvisoryHeap.DONE: 1, AdvisoryHeap.SILENT: 2}

    network.telecom.status = network.postal.status = MemberStatus.LEFT
    await session.flush()

    assert await heaps(network, advisory) == {AdvisoryHeap.DONE: 1, AdvisoryHeap.SILENT: 1}
    listed = await answering.listing(session, advisory_id=id_of(advisory), heaps=list(AdvisoryHeap))
    assert [line.member for line in listed.lines] == ["Công nghệ Hoa Sen", "Viễn thông Sông Hồng"]


async def test_the_latest_word_counts_and_the_same_one_again_is_none(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network)
    await say(network, advisory, network.an, AdvisoryAnswer.ACKNOWLEDGED)
    await say(network, advisory, network.binh, AdvisoryAnswer.DONE)

    assert await heaps(network, advisory) == {AdvisoryHeap.DONE: 1, AdvisoryHeap.SILENT: 2}
    with pytest.raises(SaidOfAdvisoryAlready):
        await say(network, advisory, network.an, AdvisoryAnswer.DONE)
    with pytest.raises(NotAdvised):
        await say(network, advisory, network.coordinator, AdvisoryAnswer.DONE)


async def test_nobody_is_reminded_of_what_all_have_acknowledged(session: AsyncSession) -> None:
    network = await found_network(session)
    advisory = await advise(network)
    for person in (network.an, network.chi):
        await say(network, advisory, person, AdvisoryAnswer.ACKNOWLEDGED)

    later = MORNING + timedelta(hours=2)
    with pytest.raises(NobodyIsLate):
        await steps.nudge(session, advisory_id=id_of(advisory), by=network.coordinator, now=later)
