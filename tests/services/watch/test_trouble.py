"""What failed of a broadcast is said as it is: which businesses nobody reached, and of one incident once."""

from datetime import datetime, timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, DeliveryState
from models.identity import id_of
from models.incidents import Incident
from models.people import Role
from services.incidents import lifecycle as incidents
from services.incidents.kinds import ALL_CLEAR
from services.outbox import broadcasts
from services.watch import trouble
from services.watch.kinds import Failing
from services.watch.trouble import Failures
from tests.network import MORNING, Network, found_network, person, speak

FAILED = DeliveryState.FAILED


async def larger_network(session: AsyncSession) -> Network:
    """Let six people be in the network, of whom three speak for the telecom business."""
    network = await found_network(session)
    for number, name in enumerate(("Giang", "Hải"), 1):
        await speak(session, await person(session, 1100 + number, name), network.telecom)
    return network


async def newest(session: AsyncSession, incident: Incident) -> int:
    query = select(Broadcast).where(Broadcast.kind == BroadcastKind.ALERT, Broadcast.subject_id == id_of(incident))
    return id_of((await session.exec(query)).one())


async def end(network: Network, incident: Incident, now: datetime) -> int:
    """End an incident, and send the word of it."""
    incident_id = id_of(incident)
    await incidents.close(network.session, incident_id=incident_id, summary="Xong.", by=network.coordinator, now=now)
    sent = await broadcasts.queue(
        network.session, kind=ALL_CLEAR, people=[id_of(network.an)], subject_id=incident_id, now=now
    )
    return id_of(sent)


async def alert_of_which_failed(network: Network, failed: int) -> tuple[Incident, Failing]:
    incident = await network.declare()
    people = (network.an, network.chi, network.dung)[:failed]
    await network.mark(incident, FAILED, *people)
    return incident, Failing(await newest(network.session, incident), failed, 6)


async def test_businesses_are_to_be_called_only_where_nobody_was_reached(session: AsyncSession) -> None:
    network = await larger_network(session)
    _, of_one = await alert_of_which_failed(network, 1)
    assert (await trouble.failures_of(session, failing=of_one, now=MORNING)).unreached == 0

    incident, of_all_three = await alert_of_which_failed(network, 3)
    assert await trouble.failures_of(session, failing=of_all_three, now=MORNING) == Failures(
        BroadcastKind.ALERT, incident.code, 3, 6, unreached=2
    )

    all_clear = Failing(await end(network, incident, MORNING), 3, 6)
    for over in (of_all_three, all_clear):
        assert (await trouble.failures_of(session, failing=over, now=MORNING)).unreached is None


async def test_the_end_that_misses_the_same_people_is_not_told_again(session: AsyncSession) -> None:
    network = await larger_network(session)
    incident, alert = await alert_of_which_failed(network, 2)
    later = MORNING + timedelta(hours=2)
    network.coordinator.staff_role = Role.OWNER
    await session.flush()
    assert await trouble.tell_failures(session, failing=[alert], now=MORNING)

    all_clear = await end(network, incident, later)
    other, another_alert = await alert_of_which_failed(network, 2)

    assert not await trouble.tell_failures(session, failing=[alert, Failing(all_clear, 2, 6)], now=later)
    assert await trouble.tell_failures(session, failing=[Failing(all_clear, 3, 6)], now=later)
    assert await trouble.tell_failures(session, failing=[another_alert], now=later + timedelta(hours=1))
    assert other.code != incident.code
