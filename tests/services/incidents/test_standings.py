"""How businesses have answered, as their people, their group and the coordinators are shown it."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import MemberStatus, RepresentativeStatus
from models.people import Person
from models.responses import Answer
from services.ground.arrivals import Arrival
from services.incidents import responses, standings
from services.incidents.responses import Said
from services.people import businesses
from tests.network import MORNING, Network, business, found_network


async def answer(
    network: Network, incident: Incident, one: Person, given: Answer, *, minutes: float = 1, update_id: int = 0
) -> None:
    """Let a person answer."""
    moment = MORNING + timedelta(minutes=minutes)
    said = Said(incident, one, given, came=Arrival(moment, update_id))
    await responses.respond_together(network.session, said=[said], now=moment)


async def test_silent_is_who_speaks_for_businesses_alerted_of_it_that_have_not_answered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    await answer(network, other, network.an, Answer.READY)
    people = [id_of(one) for one in (network.an, network.binh, network.chi, network.dung, network.coordinator)]

    async def silent(*, of: Incident = incident) -> set[int]:
        return set(await standings.silent(session, incident_id=id_of(of), people=people))

    assert await silent() == {network.an.id, network.binh.id, network.chi.id, network.dung.id}
    assert await silent(of=other) == {network.chi.id, network.dung.id}
    assert set(await standings.silent(session, incident_id=id_of(incident), people=[id_of(network.an)])) == {
        network.an.id
    }

    # Chi speaks for two, and has answered for one of them.
    await responses.respond(
        session, incident=incident, person=network.chi, answer=Answer.READY, now=MORNING, only_for=network.postal.id
    )
    assert await silent() == {network.an.id, network.binh.id, network.dung.id}

    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert standing is not None
    standing.status = RepresentativeStatus.REMOVED
    network.it.status = MemberStatus.SUSPENDED
    await session.flush()
    assert await silent() == {network.binh.id}


async def test_a_group_is_shown_its_own_business_while_that_is_in_the_network_and_was_called(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    later = await business(session, "0100000009", "Đến sau", (), "00070")
    await answer(network, incident, network.an, Answer.READY)
    await answer(network, incident, network.chi, Answer.CANNOT)

    (own,) = await standings.standings_of(session, incident=incident, member_id=id_of(network.telecom))
    assert (own.member, own.by) == (network.telecom, "Nguyễn Văn An")
    assert own.response is not None
    assert own.response.answer is Answer.READY
    (elsewhere,) = await standings.standings_of(session, incident=other, member_id=id_of(network.telecom))
    assert (elsewhere.response, elsewhere.by) == (None, None)
    assert await standings.standings_of(session, incident=incident, member_id=id_of(later)) == []
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()
    assert await standings.standings_of(session, incident=incident, member_id=id_of(network.telecom)) == []


async def test_the_history_of_an_answer_is_its_own_and_in_the_order_in_which_it_came_in(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.chi, Answer.CANNOT, minutes=9)
    await answer(network, incident, network.binh, Answer.READY_60, minutes=3, update_id=2)
    await answer(network, incident, network.an, Answer.NEEDS_INFO, minutes=3, update_id=1)
    await answer(network, incident, network.an, Answer.READY, minutes=1)
    (own,) = await standings.standings_of(session, incident=incident, member_id=id_of(network.telecom))
    assert own.response is not None

    steps = await standings.history(session, response=own.response)

    assert [(one.by, one.person_id, one.answer) for one in steps] == [
        ("Nguyễn Văn An", network.an.id, Answer.READY),
        ("Nguyễn Văn An", network.an.id, Answer.NEEDS_INFO),
        ("Lê Thị Bình", network.binh.id, Answer.READY_60),
    ]
    assert steps[0].answered_at == MORNING + timedelta(minutes=1)
