"""How much one person may send within ten minutes, and by which lane it goes."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Lane
from models.conversations import Question
from models.identity import id_of
from services.conversations import answering, asking
from services.conversations.asking import Spoken
from services.conversations.bursts import WroteTooMuch
from services.ground.arrivals import Arrival
from tests.network import Network, found_network
from tests.services.conversations.questions import ask, at


async def lanes(network: Network) -> list[Lane]:
    """List by which lane each message about a question went, in order."""
    query = select(Broadcast.lane).where(Broadcast.kind == BroadcastKind.QUESTION).order_by(col(Broadcast.id))
    return [Lane(one) for one in await network.session.exec(query)]


async def write(network: Network, text: str, *, seconds: float) -> Question:
    """Let An write something so many seconds after the morning."""
    return await ask(network, network.an, text, now=at(seconds=seconds))


async def test_three_within_a_minute_go_as_everybodys_do_and_the_fourth_lets_others_go_first(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    for number, seconds in enumerate((0, 1, 2, 3, 61)):
        await write(network, f"Ở đâu {number}?", seconds=seconds)
    await ask(network, network.chi, now=at(seconds=61))

    assert await lanes(network) == [Lane.TASK, Lane.TASK, Lane.TASK, Lane.UPDATE, Lane.TASK, Lane.TASK]


async def test_what_lies_a_minute_back_counts_no_more_among_those_of_the_moment(session: AsyncSession) -> None:
    network = await found_network(session)
    for number, seconds in enumerate((0, 0.5, 1, 60)):
        await write(network, f"Ở đâu {number}?", seconds=seconds)

    assert await lanes(network) == [Lane.TASK] * 4


async def test_the_eleventh_within_ten_minutes_is_told_when_the_next_may_go(session: AsyncSession) -> None:
    network = await found_network(session)
    for minute in range(8):
        await write(network, f"Ở đâu {minute}?", seconds=60 * minute)
    await write(network, "dạ rõ", seconds=480)
    noted = await write(network, "Đang trên đường", seconds=481)
    await answering.take_note(session, question_id=id_of(noted), by=network.coordinator, now=at(minutes=9))
    await asking.hold(session, person=network.an, spoken=Spoken("Nháp", 1, Arrival(at(minutes=9))))
    await ask(network, network.chi, now=at(minutes=9))
    await write(network, "Cổng nào?", seconds=550)

    with pytest.raises(WroteTooMuch) as refused:
        await write(network, "Mang gì?", seconds=599)

    assert refused.value.values == {"limit": 10, "minutes": 10, "at": at(minutes=10)}
    await write(network, "Mang gì?", seconds=600)


async def test_of_more_than_ten_the_oldest_that_counts_says_when_the_next_may_go(session: AsyncSession) -> None:
    network = await found_network(session)
    for minute in range(11):
        await write(network, f"Ở đâu {minute}?", seconds=60 * minute)

    with pytest.raises(WroteTooMuch) as refused:
        await write(network, "Mang gì?", seconds=630)

    assert refused.value.values["at"] == at(minutes=11)
