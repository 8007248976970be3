"""A report that nobody looks at climbs, each rung once; a look ends it."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.people import Role
from services.reports import ladder, triage
from tests.network import found_network, person
from tests.services.reporting import minutes, report, told

KIND = BroadcastKind.REPORT


async def test_it_climbs_from_those_on_duty_to_all_coordinators_to_the_owner_each_once(session: AsyncSession) -> None:
    network = await found_network(session)
    owner = await person(session, 9000, "Chủ", role=Role.OWNER)
    made = await report(network)
    coordinator, on_duty = id_of(network.coordinator), id_of(network.colleague)

    for at in (4.9, 5, 5.5, 9.9, 10, 19.9, 20, 60):
        await ladder.climb_due(session, now=minutes(at))

    assert await told(network, KIND, made) == [
        ("first", {coordinator, on_duty, id_of(owner)}),
        ("1", {on_duty}),
        ("2", {coordinator, on_duty}),
        ("3", {id_of(owner)}),
    ]


async def test_after_a_silence_of_the_bot_whoever_stands_on_any_rung_that_was_passed_is_told_once(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    owner = await person(session, 9000, "Chủ", role=Role.OWNER)
    made = await report(network)

    await ladder.climb_due(session, now=minutes(45))
    await ladder.climb_due(session, now=minutes(46))

    assert (await told(network, KIND, made))[1:] == [
        ("3", {id_of(owner)}),
        ("2", {id_of(network.coordinator), id_of(network.colleague)}),
    ]


async def test_a_look_ends_the_climb(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    await ladder.climb_due(session, now=minutes(5))

    await triage.look(session, report=made, by=network.colleague, now=minutes(6))
    await ladder.climb_due(session, now=minutes(20))

    assert [news for news, _ in await told(network, KIND, made)] == ["first", "1"]


async def test_without_anybody_on_duty_the_first_rung_calls_the_coordinators_and_without_those_the_owner(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    owner = await person(session, 9000, "Chủ", role=Role.OWNER)
    network.colleague.staff_role = None
    made = await report(network)

    await ladder.climb_due(session, now=minutes(5))
    assert (await told(network, KIND, made))[1:] == [("1", {id_of(network.coordinator)})]
    network.coordinator.staff_role = None
    await ladder.climb_due(session, now=minutes(10))

    assert (await told(network, KIND, made))[2:] == [("2", {id_of(owner)})]
