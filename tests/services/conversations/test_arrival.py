"""What is known of an answer decides alone what becomes of its question."""

from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.conversations import Question, QuestionAnswer, QuestionState
from models.identity import id_of
from models.people import Person
from services.conversations import answering, arrival, asking, ladder
from services.conversations.asking import Spoken
from services.ground.arrivals import Arrival
from tests.network import MORNING, Network, found_network, lose
from tests.services.conversations.questions import ask, at, come_to, told


async def answered(network: Network, question: Question, text: str, by: Person, *, minute: float = 1) -> None:
    """Let a coordinator answer a question, or add to an answer."""
    await answering.answer(
        network.session, question_id=id_of(question), text=text, by=by, now=at(minutes=minute), further=True
    )


async def fates(session: AsyncSession) -> list[str]:
    """List what became of each answer, in order."""
    return [str(one) for one in await session.exec(select(QuestionAnswer.fate).order_by(col(QuestionAnswer.id)))]


async def edits(session: AsyncSession, kind: BroadcastKind, subject_id: int | None) -> list[datetime | None]:
    """Tell of each message of a kind about a subject (id) for when it is to be edited, and forget that."""
    about = select(Broadcast.id).where(Broadcast.kind == kind, Broadcast.subject_id == subject_id)
    chosen = col(Delivery.broadcast_id).in_(about)
    due = (await session.exec(select(Delivery.edit_due_at).where(chosen).order_by(col(Delivery.id)))).all()
    await session.exec(update(Delivery).where(chosen).values(edit_due_at=None, state=DeliveryState.SENT))
    return list(due)


async def test_each_answer_has_its_own_fate_and_an_older_one_that_is_lost_opens_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question, other = await ask(network, network.dung, "Ở đâu?"), await ask(network, network.chi, "Mang gì?")
    await lose(network.chi, session, now=MORNING)
    await answered(network, question, "Ba Vì", network.coordinator)
    await come_to(network, question, DeliveryState.FAILED)
    await answered(network, question, "Ở cổng sau", network.colleague)
    await come_to(network, question, DeliveryState.SENT)
    await answered(network, other, "Máy hàn", network.coordinator)

    await arrival.follow(session, now=at(minutes=2))

    assert await fates(session) == ["lost", "sent", "lost"]
    assert (question.state, question.settled_by_id) == (QuestionState.ANSWERED, network.colleague.id)
    assert other.state is QuestionState.OPEN


async def test_an_answer_that_is_lost_opens_its_question_though_others_were_answered_since(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    lost, later = await ask(network, network.chi, "Mang gì?"), await ask(network, network.an, "Ở đâu?")
    await lose(network.chi, session, now=MORNING)
    await lose(network.dung, session, now=MORNING)
    await answered(network, later, "Ba Vì", network.coordinator)
    await come_to(network, later, DeliveryState.SENT)
    await answered(network, lost, "Máy hàn", network.colleague)
    await answered(network, later, "Cổng sau", network.coordinator)
    lost_answer = (await session.exec(select(QuestionAnswer).where(QuestionAnswer.question_id == lost.id))).one()

    lost.state = QuestionState.ANSWERED
    await arrival.lose(session, question=lost, answer=lost_answer, now=at(minutes=9))

    assert (lost.state, lost.settled_by_id, lost.settled_at) == (QuestionState.OPEN, None, None)
    before = len(await told(network))
    await ladder.climb_due(session, now=at(minutes=18, seconds=59))
    assert len(await told(network)) == before
    await ladder.climb_due(session, now=at(minutes=19))
    assert len(await told(network)) == before + 1


async def test_what_was_erased_meanwhile_waits_for_nothing_though_its_answer_is_lost(session: AsyncSession) -> None:
    network = await found_network(session)
    stranger = network.an
    spoken = Spoken("Ở đâu?", 1, Arrival(MORNING))
    question = await asking.hold(session, person=stranger, spoken=spoken)
    await asking.send(session, question=question, concern=None, now=MORNING)
    question.member_id = None
    await session.flush()
    await answered(network, question, "Ba Vì", network.coordinator)
    await asking.forget_old(session, now=at(days=31))
    await come_to(network, question, DeliveryState.FAILED)

    await arrival.follow(session, now=at(days=31))

    assert await fates(session) == ["lost"]
    assert question.state is QuestionState.TAKEN_BACK
    before = len(await told(network))
    await ladder.climb_due(session, now=at(days=32))
    assert len(await told(network)) == before


async def test_cards_and_tallies_say_what_became_of_an_answer_as_soon_as_it_is_known(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question, alike = await ask(network, network.chi), await ask(network, network.an)
    for one in (question, alike):
        await edits(session, BroadcastKind.QUESTION, one.id)
    await answered(network, question, "Ba Vì", network.coordinator)
    for one in (question, alike):
        assert set(await edits(session, BroadcastKind.QUESTION, one.id)) == {at(minutes=1)}
    await arrival.follow(session, now=at(minutes=2))
    assert set(await edits(session, BroadcastKind.QUESTION, question.id)) == {None}

    await come_to(network, question, DeliveryState.SENT)
    await arrival.follow(session, now=at(minutes=3))

    assert set(await edits(session, BroadcastKind.QUESTION, question.id)) == {at(minutes=3)}
    assert set(await edits(session, BroadcastKind.QUESTION, alike.id)) == {None}
    said = (await session.exec(select(QuestionAnswer))).one()
    await arrival.lose(session, question=question, answer=said, now=at(minutes=4))
    for one in (question, alike):
        assert set(await edits(session, BroadcastKind.QUESTION, one.id)) == {at(minutes=4)}


async def test_who_was_sent_an_answer_in_vain_is_not_sent_it_again_and_nobody_twice(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    await answered(network, question, "Ba Vì", network.coordinator)
    sent = select(Delivery.person_id).join(Broadcast).where(Broadcast.kind == BroadcastKind.QUESTION_ANSWER)
    for minute in (2, 3, 4):
        await come_to(network, question, DeliveryState.FAILED)
        await arrival.follow(session, now=at(minutes=minute))

    assert (await session.exec(sent.order_by(col(Delivery.id)))).all() == [network.an.id, network.binh.id]
    assert (await told(network))[1:] == [{id_of(network.coordinator)}]


async def test_where_the_coordinator_who_answered_is_one_no_more_all_hear_that_it_was_lost(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.chi)
    await answered(network, question, "Ba Vì", network.colleague)
    await come_to(network, question, DeliveryState.FAILED)
    network.colleague.staff_role = None
    await session.flush()

    await arrival.follow(session, now=at(minutes=2))

    assert (await told(network))[1:] == [{id_of(network.coordinator)}]


async def get_through(network: Network, question: Question) -> None:
    """Let what failed of the answers to a question have been sent after all."""
    about = select(Broadcast.id).where(
        Broadcast.kind == BroadcastKind.QUESTION_ANSWER, Broadcast.subject_id == question.id
    )
    failed = update(Delivery).where(col(Delivery.broadcast_id).in_(about), col(Delivery.state) == DeliveryState.FAILED)
    await network.session.exec(failed.values(state=DeliveryState.SENT, sent_at=at(minutes=9)))


async def test_an_answer_that_gets_through_after_all_settles_its_question_as_when_it_was_said(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    question, other = await ask(network, network.an, "Ở đâu?"), await ask(network, network.an, "Mang gì?")
    for one in (question, other):
        await answered(network, one, "Ba Vì", network.coordinator)
    for minute in (2, 3):
        for one in (question, other):
            await come_to(network, one, DeliveryState.FAILED)
        await arrival.follow(session, now=at(minutes=minute))
    assert await fates(session) == ["lost", "lost"]
    await get_through(network, question)

    await arrival.follow(session, now=at(minutes=10))

    assert await fates(session) == ["sent", "lost"]
    settled = (question.state, question.settled_by_id, question.settled_at)
    assert settled == (QuestionState.ANSWERED, network.coordinator.id, at(minutes=1))
    assert other.state is QuestionState.OPEN
    before = len(await told(network))
    await ladder.climb_due(session, now=at(hours=1))
    # Only the other one climbs.
    assert len(await told(network)) == before + 1


async def test_an_older_answer_that_gets_through_settles_nothing_where_a_newer_one_was_lost(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.dung, "Ở đâu?")
    await answered(network, question, "Ba Vì", network.coordinator)
    for minute in (2, 3):
        await come_to(network, question, DeliveryState.FAILED)
        await arrival.follow(session, now=at(minutes=minute))
    await get_through(network, question)
    await lose(network.dung, session, now=MORNING)
    await lose(network.chi, session, now=MORNING)
    await answered(network, question, "Cổng sau", network.coordinator, minute=4)
    assert question.state is QuestionState.OPEN

    await arrival.follow(session, now=at(minutes=10))

    assert await fates(session) == ["sent", "lost"]
    assert question.state is QuestionState.OPEN
