"""A review counts each update that was owed and came late, or did not come at all before the end."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentKind
from services.incidents import notices
from services.policies import versions
from services.reviews import facts
from services.updates import situations
from services.updates.situations import Situation
from tests.network import CABLE_CUT, MORNING, Network, found_network

MINUTE = timedelta(minutes=1)


async def declared(network: Network, kind: IncidentKind = IncidentKind.INCIDENT) -> tuple[Incident, timedelta]:
    """Declare an incident; gives how often those alerted are owed an update of it as well."""
    incident = await network.declare(replace(CABLE_CUT, kind=kind))
    policy = await versions.of_incident(network.session, incident=incident)
    return incident, policy.update_every * MINUTE


async def say(network: Network, incident: Incident, *, now: datetime, next_at: datetime | None = None) -> None:
    situation = Situation(id_of(incident), text="Đang nối cáp", next_at=next_at)
    await situations.say(network.session, situation=situation, by=network.coordinator, now=now)


async def end(network: Network, incident: Incident, *, now: datetime) -> None:
    await notices.all_clear(
        network.session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=now
    )


async def late(network: Network, incident: Incident, *, now: datetime) -> list[tuple[timedelta, timedelta | None]]:
    """List what was late: when it was due, from the beginning, and by how much it came late."""
    known = await facts.of(network.session, incident=incident, now=now)
    return [(one.due_at - MORNING, one.by) for one in known.late]


async def test_the_first_one_is_owed_as_the_policy_says_and_may_come_late(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, every = await declared(network)
    assert await late(network, incident, now=MORNING + every) == []
    await say(network, incident, now=MORNING + every + 7 * MINUTE)
    assert await late(network, incident, now=MORNING + every + 8 * MINUTE) == [(every, 7 * MINUTE)]


async def test_where_none_came_before_the_end_or_until_now_it_was_not_sent(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, every = await declared(network)
    assert await late(network, incident, now=MORNING + 2 * every) == [(every, None)]
    await end(network, incident, now=MORNING + 3 * every)
    assert await late(network, incident, now=MORNING + 9 * every) == [(every, None)]


async def test_one_without_a_promise_is_followed_by_another_as_the_policy_says(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, every = await declared(network)
    await say(network, incident, now=MORNING + every)
    await say(network, incident, now=MORNING + 2 * every + MINUTE, next_at=MORNING + 3 * every)
    await end(network, incident, now=MORNING + 3 * every)
    await notices.take_back_the_end(session, incident=incident, by=network.coordinator, now=MORNING + 8 * every)
    assert await late(network, incident, now=MORNING + 9 * every) == [(2 * every, MINUTE)]
    assert (await late(network, incident, now=MORNING + 9 * every + MINUTE))[1:] == [(9 * every, None)]


async def test_none_is_owed_of_a_drill_while_it_rests_for_what_is_real(session: AsyncSession) -> None:
    network = await found_network(session)
    drill, every = await declared(network, IncidentKind.DRILL)
    real = await network.declare(now=MORNING + MINUTE)
    await end(network, real, now=MORNING + 2 * every)
    await end(network, drill, now=MORNING + 3 * every)
    assert await late(network, drill, now=MORNING + 4 * every) == []
