"""How much was asked of an incident, and what still waits."""

from datetime import datetime, timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import AnswerFate, Question, QuestionAnswer, QuestionState
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from services.tally import asked
from tests.network import MORNING, Network, found_network, person, speak


async def question(
    network: Network,
    incident: Incident | None,
    person: Person,
    state: QuestionState,
    *,
    member: Member | None = None,
    fates: tuple[AnswerFate, ...] = (),
) -> Question:
    """Keep a question in a state, with answers of these fates."""
    kept = Question(
        incident_id=incident.id if incident else None,
        member_id=id_of(member or network.telecom),
        person_id=id_of(person),
        message_id=1,
        text="Ở đâu?",
        asked_at=MORNING,
        state=state,
    )
    network.session.add(kept)
    await network.session.flush()
    network.session.add_all(
        QuestionAnswer(
            question_id=id_of(kept), text="Ba Vì", said_by_id=id_of(network.coordinator), said_at=MORNING, fate=fate
        )
        for fate in fates
    )
    await network.session.flush()
    return kept


async def test_only_what_is_open_waits_and_only_of_its_own_incident(session: AsyncSession) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    for state in QuestionState:
        await question(network, mine, network.an, state)
    await question(network, other, network.an, QuestionState.OPEN)
    await question(network, other, network.binh, QuestionState.OPEN)
    await question(network, None, network.an, QuestionState.OPEN)

    assert await asked.waiting(session, incident_id=id_of(mine)) == 1
    assert await asked.waiting(session, incident_id=id_of(other)) == 2


async def test_what_was_asked_are_all_questions_but_those_that_were_taken_back_or_never_sent(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    for state in QuestionState:
        await question(network, mine, network.an, state)
    await question(network, mine, network.chi, QuestionState.NOTED, member=network.postal)
    await question(network, other, network.an, QuestionState.OPEN)

    assert await asked.all_of(session, incident_id=id_of(mine)) == 4
    assert await asked.all_of(session, incident_id=id_of(mine), members=[id_of(network.telecom)]) == 3
    assert await asked.all_of(session, incident_id=id_of(mine), members=[]) == 0


async def test_undelivered_is_what_waits_because_its_answer_was_lost_each_question_once(session: AsyncSession) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    lost, sent = AnswerFate.LOST, AnswerFate.SENT
    await question(network, mine, network.an, QuestionState.OPEN, fates=(lost, lost))
    await question(network, mine, network.an, QuestionState.OPEN, fates=(sent,))
    await question(network, mine, network.an, QuestionState.OPEN)
    await question(network, mine, network.an, QuestionState.ANSWERED, fates=(lost, sent))
    for _ in range(2):
        await question(network, other, network.an, QuestionState.OPEN, fates=(lost,))

    assert await asked.undelivered(session, incident_id=id_of(mine)) == 1
    assert await asked.undelivered(session, incident_id=id_of(other)) == 2


@pytest.mark.parametrize("state", [QuestionState.OPEN, QuestionState.ANSWERED])
async def test_a_person_waits_for_the_answer_to_their_own_question_on_that_incident(
    session: AsyncSession, state: QuestionState
) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    await question(network, mine, network.an, state)

    waits = {
        (one.name, incident is mine): await asked.waits_for(session, incident_id=id_of(incident), person_id=id_of(one))
        for one in (network.an, network.binh)
        for incident in (mine, other)
    }

    assert [key for key, value in waits.items() if value] == (
        [("Nguyễn Văn An", True)] if state is QuestionState.OPEN else []
    )


async def test_when_a_business_last_wrote_is_told_of_those_asked_for_and_of_what_was_sent(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    mine, other = await network.declare(), await network.declare()
    telecom, postal = id_of(network.telecom), id_of(network.postal)
    for minute, (incident, who, member, state) in enumerate(
        (
            (mine, network.an, network.telecom, QuestionState.NOTED),
            (mine, network.binh, network.telecom, QuestionState.OPEN),
            (mine, network.an, network.telecom, QuestionState.TAKEN_BACK),
            (mine, network.an, network.telecom, QuestionState.HELD),
            (mine, network.chi, network.postal, QuestionState.ANSWERED),
            (other, network.an, network.telecom, QuestionState.OPEN),
        )
    ):
        kept = await question(network, incident, who, state, member=member)
        kept.asked_at = MORNING + timedelta(minutes=minute)
    await session.flush()

    async def wrote(incident: Incident, *members: int) -> dict[int, datetime]:
        return dict(await asked.wrote(session, incident_id=id_of(incident), members=members))

    assert await wrote(mine, telecom) == {telecom: MORNING + timedelta(minutes=1)}
    assert await wrote(mine, telecom, postal, id_of(network.it)) == {
        telecom: MORNING + timedelta(minutes=1),
        postal: MORNING + timedelta(minutes=4),
    }
    assert await wrote(other, postal) == {}
    everybody = {network.an.id, network.binh.id, network.chi.id}
    assert await asked.people_of_those_who_wrote(session, incident_id=id_of(mine)) == everybody
    assert await asked.people_of_those_who_wrote(session, incident_id=id_of(other)) == {network.an.id, network.binh.id}


async def test_of_those_who_wrote_only_people_alerted_of_that_incident_count_and_no_words_taken_back(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    mine = await network.declare()
    later = await person(session, 1010, "Đến sau")
    await speak(session, later, network.telecom)
    await network.declare()
    await question(network, mine, network.an, QuestionState.OPEN)
    await question(network, mine, network.dung, QuestionState.TAKEN_BACK, member=network.it)
    await question(network, mine, network.dung, QuestionState.HELD, member=network.it)

    people = await asked.people_of_those_who_wrote(session, incident_id=id_of(mine))

    assert people == {network.an.id, network.binh.id}
