"""Whom an advisory concerns is read from what a coordinator types, a name each part."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Sector
from services.advisories import whom
from services.advisories.circles import AdvisoryCircle
from services.roster.search import Viewer
from tests.network import MORNING, PROVINCE, found_network


async def test_twenty_names_are_read_of_a_line(session: AsyncSession) -> None:
    network = await found_network(session)
    typed = "; ".join([*["viễn thông"] * 19, "bưu chính", "cntt"])

    read = await whom.read(
        session,
        typed=typed,
        circle=AdvisoryCircle(),
        viewer=Viewer(id_of(network.coordinator), coordinates=True, sees_phones=True),
        province_code=PROVINCE,
        now=MORNING,
    )

    assert read.circle == AdvisoryCircle(sectors=(Sector.TELECOM, Sector.POSTAL))
