"""What the tally promises next is what the clock then does, and where it does nothing more, it says why."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import DeliveryState
from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, ReminderKind
from models.people import Person
from models.responses import Answer
from services.incidents import responses
from services.policies.terms import Wave
from services.waves import ahead, calling
from services.waves.ahead import NextStep, Rest
from tests.network import TIME_ZONE, Network, found_network, lose
from tests.services.waves.test_calling import IN_HOAN_KIEM, RINGS, after, found_town, tick


async def answer(network: Network, incident: Incident, *people: Person, said: Answer = Answer.READY) -> None:
    for one in people:
        await responses.respond(network.session, incident=incident, person=one, answer=said, now=after(1))


async def seen(network: Network, incident: Incident, *, minutes: float = 2) -> NextStep | Rest:
    return await ahead.look(network.session, incident=incident, now=after(minutes))


async def test_a_wave_is_promised_with_its_condition_and_no_more_once_enough_are_ready(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    assert await seen(town.network, incident) == NextStep(
        ReminderKind.WAVE, after(10), WaveCircle.NEIGHBOURS, fewer_than=2, ready=0
    )
    await answer(town.network, incident, town.network.an)
    assert (await seen(town.network, incident)) == NextStep(
        ReminderKind.WAVE, after(10), WaveCircle.NEIGHBOURS, fewer_than=2, ready=1
    )

    await answer(town.network, incident, town.network.chi)
    assert await seen(town.network, incident) is Rest.ALL_ANSWERED

    other = await town.network.declare(IN_HOAN_KIEM)
    await answer(town.network, other, town.network.chi)
    await calling.call_now(
        session,
        incident_id=id_of(other),
        circle=WaveCircle.NEIGHBOURS,
        by=town.network.coordinator,
        now=after(2),
        time_zone=TIME_ZONE,
    )
    await town.network.mark(other, DeliveryState.SENT)
    await answer(town.network, other, town.ba_dinh)
    assert await seen(town.network, other) is Rest.ENOUGH_READY


async def test_a_circle_in_which_nobody_is_left_is_passed_over_and_the_last_one_ends_the_plan(
    session: AsyncSession,
) -> None:
    town = await found_town(session, Wave(WaveCircle.NEIGHBOURS, 10), Wave(WaveCircle.PROVINCE, 20))
    incident = await town.network.declare(IN_HOAN_KIEM)
    await tick(session, 10)
    promised = await seen(town.network, incident, minutes=11)
    assert promised == NextStep(ReminderKind.WAVE, after(20), WaveCircle.PROVINCE)

    # Whoever is in the province is called by hand, and nobody is left for the clock.
    await tick(session, 20)
    assert await seen(town.network, incident, minutes=21) is Rest.ALL_CALLED
    everywhere = await town.network.declare()
    assert await seen(town.network, everywhere) is Rest.ALL_CALLED
    # The page of the waves promises as little.
    planned = await calling.of_incident(session, incident=everywhere)
    assert planned
    assert not await ahead.that_widen(session, incident=everywhere, rows=planned, now=after(2))


async def test_nobody_is_said_to_be_reminded_once_all_in_reach_have_answered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    first = await seen(network, incident)
    assert isinstance(first, NextStep)
    assert first.kind is ReminderKind.REMIND
    await answer(network, incident, network.an, said=Answer.CANNOT)
    for one in (network.chi, network.dung):
        await lose(one, session, now=after(1))

    assert await seen(network, incident) is Rest.ALL_ANSWERED
    nobody = await network.declare(delivered=False)
    assert isinstance(await seen(network, nobody), NextStep)
    await network.mark(nobody, DeliveryState.FAILED)
    assert await seen(network, nobody) is Rest.NOBODY_REACHED


async def test_the_severity_is_raised_only_while_nobody_has_answered(session: AsyncSession) -> None:
    town = await found_town(session, raise_after=20)
    incident = await town.network.declare()
    assert await seen(town.network, incident) == NextStep(ReminderKind.RAISE, after(20))

    await answer(town.network, incident, town.network.an, said=Answer.NEEDS_INFO)

    assert await seen(town.network, incident) is Rest.ALL_CALLED


async def test_where_the_plan_has_ended_and_others_could_be_called_it_is_not_said_that_all_were(
    session: AsyncSession,
) -> None:
    town = await found_town(session)
    incident = await town.network.declare(IN_HOAN_KIEM)

    assert await seen(town.network, incident, minutes=60 * 24) is Rest.PLAN_DONE
