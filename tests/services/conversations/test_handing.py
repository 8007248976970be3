"""What comes back from a colleague who coordinates no longer."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.conversations import QuestionState
from models.identity import id_of
from models.people import Role
from services.conversations import answering, handing, ladder
from tests.network import found_network
from tests.services.conversations.questions import ask, at, told


async def test_what_comes_back_climbs_from_then_on_and_what_is_settled_stays_where_it_was(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    waiting, settled = await ask(network, network.an), await ask(network, network.chi)
    for question in (waiting, settled):
        await answering.hand_over(
            session,
            question_id=id_of(question),
            colleague_id=id_of(network.colleague),
            by=network.coordinator,
            now=at(minutes=1),
        )
    await answering.take_note(session, question_id=id_of(settled), by=network.coordinator, now=at(minutes=2))
    network.colleague.staff_role = None
    await session.flush()

    await handing.give_back(session, now=at(minutes=5))

    assert (waiting.handed_to_id, settled.handed_to_id) == (None, network.colleague.id)
    assert settled.state is QuestionState.NOTED
    said = select(Broadcast.details).where(Broadcast.kind == BroadcastKind.QUESTION, Broadcast.subject_id == waiting.id)
    details = (await session.exec(said.order_by(col(Broadcast.id)))).all()
    assert [(one or {}).get("returned", False) for one in details] == [False, False, True]
    before = len(await told(network))
    await ladder.climb_due(session, now=at(minutes=14))
    assert len(await told(network)) == before
    await ladder.climb_due(session, now=at(minutes=15))
    assert len(await told(network)) == before + 1


async def test_every_role_that_coordinates_keeps_what_was_handed_to_it(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    await answering.hand_over(
        session,
        question_id=id_of(question),
        colleague_id=id_of(network.colleague),
        by=network.coordinator,
        now=at(minutes=1),
    )
    for role in (Role.DUTY_OFFICER, Role.COORDINATOR, Role.OWNER):
        network.colleague.staff_role = role
        await session.flush()
        await handing.give_back(session, now=at(minutes=2))
        assert question.handed_to_id == network.colleague.id
