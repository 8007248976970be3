"""What should have been told by law is late once its time is over, until it is told or does not apply."""

from datetime import timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.systems import IncidentDuty
from services.incidents.touched import duties
from services.papers.lateness import late_notices
from tests.network import MORNING, found_network


async def test_a_notice_is_late_after_its_time_and_not_any_more_once_told(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.touch(incident)
    day = MORNING + timedelta(hours=24)

    assert await late_notices(session, day - timedelta(seconds=1)) == []
    (late,) = await late_notices(session, day)
    assert (late.incident.code, late.rules, late.rule, late.due_at) == (incident.code, "2026", "first-notice", day)

    duty = (await session.exec(select(IncidentDuty).where(IncidentDuty.rule == "first-notice"))).one()
    await duties.tell(session, duty_id=id_of(duty), by=network.coordinator, now=day)
    assert await late_notices(session, day) == []
