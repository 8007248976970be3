"""Where nobody matches, what is nearest to what was wished for is offered first."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.members import Sector
from services.declarations import alternatives
from services.declarations.alternatives import WayOut
from services.incidents.audience import Wanted
from tests.network import BA_VI, MORNING, TIME_ZONE, found_network


async def test_the_nearest_come_before_those_of_any_place_and_both_before_any_sector(session: AsyncSession) -> None:
    network = await found_network(session)
    wanted = Wanted(sectors=(Sector.TELECOM,), commune_codes=(BA_VI,))

    found = await alternatives.find(session, wanted=wanted, now=MORNING, time_zone=TIME_ZONE)

    assert [one.way for one in found] == [WayOut.NEAREST, WayOut.ANY_PLACE, WayOut.ANY_SECTOR]
    assert [member.name for member, _ in found[0].near] == [network.telecom.name]
