"""A business that takes part in another incident under way is known as such: in the tally, in lists, for tasks."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentKind
from models.responses import Answer
from services.declarations.declaring import Declaration
from services.incidents import lifecycle, responses
from services.presence import engagements, stays
from services.tally import counting, listing
from services.tally.counting import AnswerGroup
from services.tasks import owners
from services.tasks.owners import Narrowing
from tests.network import MORNING, found_network

DRILL = Declaration(kind=IncidentKind.DRILL, title="Diễn tập", description="Diễn tập.")


async def test_who_takes_part_elsewhere_is_marked_while_that_is_under_way_and_is_no_drill(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    first, drill, incident = await network.declare(), await network.declare(DRILL), await network.declare()
    for each in (first, drill, incident):
        await responses.respond(session, incident=each, person=network.an, answer=Answer.READY, now=MORNING)
    await responses.respond(session, incident=first, person=network.chi, answer=Answer.CANNOT, now=MORNING)
    telecom, ids = id_of(network.telecom), [id_of(network.telecom), id_of(network.postal)]

    assert await engagements.elsewhere(session, members=ids, but_not=incident.id) == {telecom: [first.code]}
    assert await engagements.elsewhere(session, members=ids, but_not=None) == {telecom: [first.code, incident.code]}
    assert (await counting.count(session, incident=incident, now=MORNING)).elsewhere == 1
    page = await listing.listing(session, incident=incident, group=AnswerGroup.READY, number=0, now=MORNING)
    assert [line.elsewhere for line in page.lines] == [[first.code]]
    offered = await owners.choose(
        session, incident_id=incident.id, narrowing=Narrowing(), by=network.coordinator, number=0, now=MORNING
    )
    assert {one.member.id: one.elsewhere for one in offered.candidates}[telecom] == [first.code]

    await stays.arrive(session, incident=first, person=network.an, now=MORNING)
    await stays.leave(session, incident=first, person=network.an, now=MORNING)
    assert await engagements.elsewhere(session, members=ids, but_not=incident.id) == {}
    assert (await counting.count(session, incident=incident, now=MORNING)).elsewhere == 0
    await stays.arrive(session, incident=first, person=network.an, now=MORNING)
    assert await engagements.elsewhere(session, members=ids, but_not=incident.id) == {telecom: [first.code]}

    await lifecycle.close(session, incident_id=id_of(first), summary="Xong", by=network.coordinator, now=MORNING)
    assert await engagements.elsewhere(session, members=ids, but_not=incident.id) == {}
    assert (await counting.count(session, incident=incident, now=MORNING)).elsewhere == 0
