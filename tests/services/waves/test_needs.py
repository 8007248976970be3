"""What is asked for beside people is weighed against what those bring who join."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.responses import Answer
from services.incidents import offers, responses
from services.incidents.audience import Wanted
from services.members import capabilities
from services.tally import counting as tally
from services.waves import course
from services.waves.needs import Need
from tests.network import CABLE_CUT, MORNING, Network, found_network

LATER = MORNING + timedelta(minutes=20)


async def kind(session: AsyncSession, name: str, unit: Unit) -> int:
    return id_of(await capabilities.add(session, name_vi=name, name_en=name, unit=unit, by=None, now=MORNING))


async def ready(network: Network, incident: Incident, who: Person, quantities: dict[int, int], *ticked: int) -> None:
    """Let somebody join with so much of each, and with what is only ticked."""
    await responses.respond(network.session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
    await offers.offer(
        network.session,
        incident=incident,
        person=who,
        capability_ids=[*quantities, *ticked],
        quantities=quantities,
        now=MORNING,
    )


async def needs(network: Network, incident: Incident) -> list[Need]:
    await network.session.flush()
    return list((await tally.count(network.session, incident=incident, now=LATER)).needs)


async def test_generators_that_are_asked_for_are_weighed_against_those_that_come(session: AsyncSession) -> None:
    network = await found_network(session)
    generators, trucks = await kind(session, "Máy nổ", Unit.MACHINES), await kind(session, "Xe ben", Unit.VEHICLES)
    wanted = Wanted(capability_ids=(trucks, generators), any_capability=True)
    asked = replace(CABLE_CUT, wanted=wanted, headcount_wanted=3, headcount_unit=Unit.MACHINES)
    incident = await network.declare(asked)
    # What is counted like it and was not asked for fills no gap.
    pumps = await kind(session, "Máy bơm", Unit.MACHINES)
    await ready(network, incident, network.an, {generators: 2, trucks: 5, pumps: 7})
    await ready(network, incident, network.chi, {}, generators)
    other = await network.declare(asked)
    await ready(network, other, network.an, {generators: 9})

    assert await needs(network, incident) == [
        Need((generators,), Unit.MACHINES, wanted=3, offered=3),
        Need((trucks,), Unit.VEHICLES, wanted=0, offered=5),
    ]

    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=LATER)

    assert await needs(network, incident) == [
        Need((generators,), Unit.MACHINES, wanted=3, offered=1),
        Need((trucks,), Unit.VEHICLES, wanted=0, offered=0),
    ]


async def test_a_number_of_things_that_are_not_named_takes_whatever_is_counted_so(session: AsyncSession) -> None:
    network = await found_network(session)
    generators, teams = await kind(session, "Máy nổ", Unit.MACHINES), await kind(session, "Đội hàn", Unit.TEAMS)
    incident = await network.declare(replace(CABLE_CUT, headcount_wanted=4, headcount_unit=Unit.TEAMS))
    await ready(network, incident, network.an, {generators: 2, teams: 1})

    assert await needs(network, incident) == [Need((), Unit.TEAMS, wanted=4, offered=1)]


async def test_people_are_a_headcount_and_no_need_of_this_kind(session: AsyncSession) -> None:
    network = await found_network(session)
    helpers = await kind(session, "Tổng đài viên", Unit.PEOPLE)
    generators = await kind(session, "Máy nổ", Unit.MACHINES)
    of_people = Wanted(capability_ids=(helpers,), any_capability=True)
    of_both = Wanted(capability_ids=(helpers, generators), any_capability=True)
    for wanted, expected in (
        (Wanted(), []),
        (of_people, []),
        (of_both, [Need((generators,), Unit.MACHINES, wanted=0, offered=0)]),
    ):
        incident = await network.declare(replace(CABLE_CUT, wanted=wanted, headcount_wanted=10))
        assert await needs(network, incident) == expected


async def test_teams_are_met_by_those_who_say_a_number_and_one_by_one_by_those_who_are_ready_without_one(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    generators = await kind(session, "Máy nổ", Unit.MACHINES)
    incident = await network.declare(replace(CABLE_CUT, headcount_wanted=4, headcount_unit=Unit.TEAMS))
    for who in (network.an, network.chi):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)

    # One answer is An's, two are Chi's.
    assert await needs(network, incident) == [Need((), Unit.TEAMS, wanted=4, offered=3, unsaid=3)]

    said = {Unit.TEAMS: 3, Unit.VEHICLES: 1}
    await offers.offer(session, incident=incident, person=network.an, units=said, people=8, now=LATER)
    # What is ticked afterwards leaves the number of teams as it was said.
    await offers.offer(session, incident=incident, person=network.an, capability_ids=[generators], now=LATER)
    assert await needs(network, incident) == [Need((), Unit.TEAMS, wanted=4, offered=5, unsaid=2)]
    assert await course.is_enough(session, incident=incident)

    # Who helps from afar sends no team, and machines are not taken for granted.
    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.REMOTE, now=LATER)
    assert await needs(network, incident) == [Need((), Unit.TEAMS, wanted=4, offered=3)]
    machines = await network.declare(replace(CABLE_CUT, headcount_wanted=4, headcount_unit=Unit.MACHINES))
    await responses.respond(session, incident=machines, person=network.an, answer=Answer.READY, now=MORNING)
    assert await needs(network, machines) == [Need((), Unit.MACHINES, wanted=4, offered=0, unsaid=1)]
