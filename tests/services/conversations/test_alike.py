"""Questions that ask the same: of one incident, and of businesses that wait."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.conversations import alike, asking, threads
from services.conversations.asking import Spoken
from services.conversations.meaning import Concern
from services.ground.arrivals import Arrival
from tests.network import MORNING, Network, found_network


async def ask(network: Network, person: Person, incident: Incident | None, *, minute: int = 0) -> Question:
    """Let a person ask where it is, of an incident or of none."""
    came = Arrival(MORNING.replace(minute=minute))
    question = await asking.hold(network.session, person=person, spoken=Spoken("Sự cố ở đâu?", minute, came))
    concern = Concern(incident, question.member_id or 0) if incident is not None else None
    await asking.send(network.session, question=question, concern=concern, now=came.at)
    return question


def test_a_longer_question_asks_more_than_a_shorter_one_whose_words_it_has() -> None:
    assert alike.are_alike("Sự cố ở đâu?", "su co o dau vay")
    assert not alike.are_alike("Sự cố ở đâu?", "Sự cố ở đâu, cần bao nhiêu người và máy phát?")


async def test_only_questions_of_the_same_incident_ask_the_same(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = await network.declare(), await network.declare()
    mine, theirs = await ask(network, network.an, first), await ask(network, network.chi, first)
    elsewhere, of_none = await ask(network, network.dung, second), await ask(network, network.binh, None)

    found = {one.id: await alike.to(session, question=one) for one in (mine, theirs, elsewhere, of_none)}
    counts = await alike.businesses(session, questions=[mine, theirs, elsewhere, of_none])

    assert found == {mine.id: [theirs], theirs.id: [mine], elsewhere.id: [], of_none.id: ()}
    assert counts == {id_of(mine): 1, id_of(theirs): 1, id_of(elsewhere): 0, id_of(of_none): 0}


async def test_of_those_that_wait_the_newest_stands_first_whenever_it_was_stored(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    newer = await ask(network, network.an, incident, minute=9)
    older = await ask(network, network.chi, incident, minute=2)

    shown = await threads.newest_waiting(session, by=network.binh, limit=5)

    assert [one.question.id for one in shown] == [newer.id, older.id]


async def test_nobody_is_offered_to_answer_what_they_asked_themselves(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ask(network, network.an, incident, minute=9)
    theirs = await ask(network, network.chi, incident, minute=2)

    shown = await threads.newest_waiting(session, by=network.an, limit=5)

    assert [one.question.id for one in shown] == [theirs.id]
