"""How much is heard of those for whom no business stands in the network."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question, QuestionState
from models.identity import id_of
from models.members import MemberStatus
from models.people import Person
from services.conversations import asking, outsiders
from services.conversations.asking import Spoken
from services.conversations.outsiders import StrangersTooMany, WroteTooOften
from services.ground.arrivals import Arrival
from tests.network import found_network, person
from tests.services.conversations.questions import at


async def write(session: AsyncSession, by: Person, *, minutes: float = 0, sender: str = "") -> Question:
    """Let somebody write to the bot so many minutes after the morning, and send it."""
    now = at(minutes=minutes)
    question = await asking.hold(session, person=by, spoken=Spoken("Ở đâu?", 1, Arrival(now)))
    await asking.send(session, question=question, concern=None, now=now, sender=sender)
    return question


async def test_the_fourth_within_an_hour_waits_until_the_first_of_three_is_an_hour_old(session: AsyncSession) -> None:
    stranger, another = await person(session, 1, "Lạ"), await person(session, 2, "Khác")
    for minutes in (0, 10, 20):
        await write(session, stranger, minutes=minutes)

    with pytest.raises(WroteTooOften) as refused:
        await write(session, stranger, minutes=59)

    assert refused.value.values == {"limit": 3, "at": at(minutes=60)}
    await write(session, another, minutes=59)
    await write(session, stranger, minutes=60)
    with pytest.raises(WroteTooOften) as refused:
        await write(session, stranger, minutes=61)
    assert refused.value.values["at"] == at(minutes=70)


async def test_what_was_not_sent_counts_not_and_what_the_same_account_sent_as_another_person_does(
    session: AsyncSession,
) -> None:
    before, after = await person(session, 1, "Lạ"), await person(session, 2, "Lạ")
    await write(session, before, sender="one")
    await write(session, before, sender="one")
    await asking.hold(session, person=after, spoken=Spoken("Nháp", 1, Arrival(at(minutes=1))))
    await write(session, after, minutes=2, sender="one")

    with pytest.raises(WroteTooOften):
        await write(session, after, minutes=3, sender="one")
    await write(session, after, minutes=3, sender="two")


async def test_of_all_strangers_together_twenty_are_heard_within_an_hour_and_those_of_a_business_always(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()
    await write(session, network.an)
    await write(session, network.chi)
    for number in range(20):
        await write(session, await person(session, number + 1, "Lạ"))
    late = await person(session, 21, "Lạ")

    with pytest.raises(StrangersTooMany):
        await write(session, late, minutes=59)

    await write(session, network.an, minutes=59)
    await write(session, network.chi, minutes=59)
    assert (await write(session, late, minutes=60)).state is QuestionState.OPEN


async def test_of_a_member_of_the_network_a_fourth_is_heard(session: AsyncSession) -> None:
    network = await found_network(session)
    sent = [await write(session, network.chi, minutes=number) for number in range(4)]

    assert [one.state for one in sent] == [QuestionState.OPEN] * 4


async def test_whose_a_message_was_is_forgotten_with_the_hour_and_not_before(session: AsyncSession) -> None:
    first = await write(session, await person(session, 1, "Lạ"), sender="one")
    second = await write(session, await person(session, 2, "Lạ"), minutes=1, sender="two")

    await outsiders.forget_senders(session, now=at(minutes=59))
    assert (first.sender, second.sender) == ("one", "two")
    await outsiders.forget_senders(session, now=at(minutes=60))
    assert (first.sender, second.sender) == ("", "two")


async def test_of_a_stranger_only_the_last_words_are_kept_that_were_not_sent(session: AsyncSession) -> None:
    network = await found_network(session)
    stranger, another = await person(session, 1, "Lạ"), await person(session, 2, "Khác")
    sent = await write(session, stranger)
    first, others = [
        await asking.hold(session, person=one, spoken=Spoken("Nháp", 1, Arrival(at(minutes=1))))
        for one in (stranger, another)
    ]
    of_member = await asking.hold(session, person=network.an, spoken=Spoken("Nháp", 1, Arrival(at(minutes=1))))

    last = await asking.hold(session, person=stranger, spoken=Spoken("Lại", 2, Arrival(at(minutes=2))))

    assert await outsiders.held_by(session, person_id=id_of(stranger)) == [last]
    assert await outsiders.held_by(session, person_id=id_of(another)) == [others]
    assert await outsiders.held_by(session, person_id=id_of(network.an)) == []
    assert await session.get(Question, sent.id) is sent
    assert of_member.state is QuestionState.HELD
    assert first not in session
