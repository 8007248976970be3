"""What comes with answers goes out in numbers by their units, and adds up over those who take part."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.responses import Answer
from services.incidents import offers, responses
from services.workbooks import exports, quantities
from tests.network import MORNING, found_network
from tests.services.waves.test_needs import kind, ready


async def test_each_unit_is_added_up_over_those_who_take_part(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    generators = await kind(session, "Máy phát điện", Unit.MACHINES)
    pumps = await kind(session, "Máy bơm", Unit.MACHINES)
    trucks = await kind(session, "Xe cẩu", Unit.VEHICLES)
    await ready(network, incident, network.an, {generators: 3, pumps: 2}, trucks)
    await ready(network, incident, network.dung, {trucks: 4})
    await ready(network, other, network.an, {generators: 50})
    await offers.offer(
        session, incident=incident, person=network.an, people=6, units={Unit.TEAMS: 2}, capability_ids=None, now=MORNING
    )
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.CANNOT, now=MORNING)

    units = await exports.capability_units(session)
    found = await quantities.offered(session, incident_id=id_of(incident), units=units)

    assert found.people == 6
    assert dict(found.totals) == {Unit.TEAMS: 2, Unit.MACHINES: 5}
    rows = [row async for part in exports.answer_rows(session, incident_id=id_of(incident)) for row in part]
    by_business = {row.member.name: dict(quantities.by_unit(row.offered_quantities, units)) for row in rows}
    assert by_business["Viễn thông Sông Hồng"] == {Unit.MACHINES: 5, Unit.TEAMS: 2}


async def test_where_nothing_is_offered_there_is_no_column_and_no_sum(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=MORNING)

    found = await quantities.offered(session, incident_id=id_of(incident), units={})

    assert (list(found.units), found.people, dict(found.totals)) == ([], 0, {})
