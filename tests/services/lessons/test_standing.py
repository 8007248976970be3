"""A lesson is as narrow as what it was learnt from, and whoever left hears of theirs no more."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.tlp import Tlp
from services.lessons import sending, writing
from services.members import representatives
from tests.network import MORNING, TIME_ZONE, found_network
from tests.services.learning import SAID, told, write

LATER = MORNING + timedelta(hours=1)


async def test_a_lesson_is_as_narrow_as_its_incident_when_it_is_handed_in(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    said = replace(SAID, member_id=None, tlp=Tlp.GREEN, incident_id=id_of(incident))
    incident.tlp = Tlp.RED
    await session.flush()

    lesson = await writing.write(
        session, said=said, draft_key="1", by=network.coordinator, now=LATER, time_zone=TIME_ZONE
    )
    assert lesson.tlp is Tlp.RED


async def test_whoever_left_is_not_told_of_their_lesson(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, by=network.binh)
    await representatives.remove(
        session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=LATER
    )

    await sending.send(session, lesson_id=id_of(lesson), sector=None, by=network.coordinator, now=LATER)
    (people,) = await told(network, BroadcastKind.LESSON, lesson)
    assert people
    assert id_of(network.binh) not in people
