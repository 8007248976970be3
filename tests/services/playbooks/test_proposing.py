"""Which playbook fits an incident, and which businesses that are ready are proposed for its steps."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentType
from models.people import Person
from models.responses import Answer
from models.scripts import StepRole
from services.incidents import responses
from services.playbooks import proposing
from services.scripts import versions
from services.systems.entries import Party, SystemEntry
from tests.network import CABLE_CUT, MORNING, Network, found_network
from tests.services.scripting import timed, write


async def answer(network: Network, incident: Incident, person: Person, said: Answer) -> None:
    await responses.respond(network.session, incident=incident, person=person, answer=said, now=MORNING)


@pytest.mark.parametrize(
    ("incident_type", "title", "name"),
    [
        (IncidentType.DISASTER, "Đứt cáp quang tại cầu", "fibre-cut"),
        (IncidentType.DISASTER, "mat dien ca huyen", "power-cut"),
        (IncidentType.DISASTER, "Nước lũ lên nhanh", "flood"),
        (IncidentType.ENCRYPTION, "Máy chủ bị khóa", "ransomware"),
        (IncidentType.DENIAL_OF_SERVICE, "Cổng dịch vụ công chậm", "denial-of-service"),
        (IncidentType.DEFACEMENT, "Trang của Sở bị sửa", "defacement"),
        (IncidentType.INTRUSION, "Nghi lộ dữ liệu cá nhân", "leak"),
        (IncidentType.INTRUSION, "Cổng thông tin bị chiếm", "defacement"),
    ],
)
async def test_the_type_chooses_and_of_one_type_the_words_of_the_incident(
    session: AsyncSession, incident_type: IncidentType, title: str, name: str
) -> None:
    network = await found_network(session)
    said = replace(CABLE_CUT, type=incident_type, title=title, description=title)
    incident = await network.declare(said)

    first, *_, last = await proposing.fitting(session, incident=incident, now=MORNING)

    assert first.name == name
    assert incident_type not in last.types


async def test_businesses_that_join_are_proposed_by_sector_and_the_load_is_shared(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    script = await write(
        network,
        timed("Một", 0, StepRole.TELECOM),
        timed("Hai", 0, StepRole.ANY),
        timed("Ba", 0, StepRole.IT),
        timed("Bốn", 0, StepRole.POSTAL),
        timed("Năm", 0, StepRole.COORDINATORS),
    )
    steps = await versions.steps_of(session, script_id=id_of(script))
    assert proposing.owners(await proposing.ready(session, incident_id=id_of(incident)), steps) == {}

    await answer(network, incident, network.an, Answer.READY)
    await answer(network, incident, network.dung, Answer.REMOTE)
    helping = await proposing.ready(session, incident_id=id_of(incident))
    proposed = proposing.owners(helping, steps)

    assert [one.member for one in helping] == [network.telecom, network.it]
    found = {step.text: proposed[id_of(step)].member for step in steps if id_of(step) in proposed}
    assert found == {"Một": network.telecom, "Hai": network.it, "Ba": network.it}


async def test_a_touched_systems_own_people_go_before_their_sector(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    script = await write(network, timed("Lọc", 0, StepRole.CONNECTIVITY), timed("Tắt", 0, StepRole.OPERATOR))
    steps = await versions.steps_of(session, script_id=id_of(script))
    for person in (network.an, network.dung, network.chi):
        await answer(network, incident, person, Answer.READY)
    by_sector = proposing.owners(await proposing.ready(session, incident_id=id_of(incident)), steps)
    assert [by_sector[id_of(step)].member for step in steps] == [network.telecom, network.it]

    entry = SystemEntry(
        "Cổng dịch vụ công", operator=Party("", id_of(network.postal)), connectivity=(id_of(network.it),)
    )
    await network.touch(incident, entry)
    own = proposing.owners(await proposing.ready(session, incident_id=id_of(incident)), steps)
    assert [own[id_of(step)].member for step in steps] == [network.it, network.postal]


async def test_who_cannot_join_or_stood_down_is_proposed_for_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.CANNOT)
    await answer(network, incident, network.dung, Answer.NEEDS_INFO)

    assert await proposing.ready(session, incident_id=id_of(incident)) == []
