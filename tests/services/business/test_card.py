"""A business is away until a moment, and leaves."""

from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.incidents import Severity
from models.members import MemberStatus, RepresentativeStatus
from models.tasks import UNFINISHED, Task, TaskState
from services.business import card as business
from services.business import departures
from services.business.card import LONGEST_ABSENCE, AwayTooLong, NotAway
from services.business.departures import TasksOpen
from services.incidents import audience
from services.incidents.audience import Wanted
from services.members.representatives import NotYourBusiness, PrimaryContactOnly
from services.notation.moments import MomentPast
from services.people import businesses
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.cast import told


async def test_who_is_away_is_not_called_until_then_and_the_others_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    until, member_id = MORNING + timedelta(days=1), id_of(network.telecom)
    for _ in range(2):
        await business.go_away(session, member_id=member_id, until=until, person=network.binh, now=MORNING)
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.an.id]
    before = await audience.find(session, wanted=Wanted(), now=until - timedelta(seconds=1), time_zone=TIME_ZONE)
    after = await audience.find(session, wanted=Wanted(), now=until, time_zone=TIME_ZONE)
    assert network.an.id not in before.people
    assert network.an.id in after.people
    assert businesses.is_away(network.telecom, now=until - timedelta(seconds=1))
    assert not businesses.is_away(network.telecom, now=until)


async def test_an_absence_has_an_end_within_ninety_days_that_is_to_come(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    for until, refusal in ((MORNING + LONGEST_ABSENCE + timedelta(seconds=1), AwayTooLong), (MORNING, MomentPast)):
        with pytest.raises(refusal):
            await business.go_away(session, member_id=member_id, until=until, person=network.an, now=MORNING)
    with pytest.raises(NotAway):
        await business.come_back(session, member_id=member_id, person=network.an, now=MORNING)
    with pytest.raises(NotYourBusiness):
        await business.come_back(session, member_id=member_id, person=network.chi, now=MORNING)


def task(network: Network, state: TaskState) -> Task:
    """Give the telecom business a task in a state."""
    return Task(
        year=2026,
        number=1,
        code="NV-2026-0001",
        member_id=id_of(network.telecom),
        severity=Severity.LOW,
        what="Nối cáp",
        place="Ba Vì",
        due_at=MORNING,
        state=state,
        state_at=MORNING,
        asked_by_id=id_of(network.coordinator),
        asked_at=MORNING,
        draft_key="x",
    )


@pytest.mark.parametrize("state", list(TaskState))
async def test_only_work_under_way_keeps_a_business(session: AsyncSession, state: TaskState) -> None:
    network = await found_network(session)
    session.add(task(network, state))
    await session.flush()
    leaving = departures.leave(session, member_id=id_of(network.telecom), person=network.an, now=MORNING)
    if state not in UNFINISHED:
        assert (await leaving).status is MemberStatus.LEFT
        return
    with pytest.raises(TasksOpen) as refused:
        await leaving
    assert refused.value.values == {"count": 1, "codes": "NV-2026-0001"}


async def test_who_leaves_speaks_no_more_and_coordinators_and_colleagues_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    with pytest.raises(PrimaryContactOnly):
        await departures.leave(session, member_id=member_id, person=network.binh, now=MORNING)
    await departures.leave(session, member_id=member_id, person=network.an, now=MORNING)

    for one in (network.an, network.binh):
        found = await businesses.representative(session, member_id=member_id, person_id=id_of(one))
        assert found is not None
        assert found.status is RepresentativeStatus.REMOVED
    assert await told(session, BroadcastKind.MEMBERSHIP) == [
        network.binh.id,
        network.coordinator.id,
        network.colleague.id,
    ]
    assert network.telecom.confirmation_due_at is None
    with pytest.raises(NotYourBusiness):
        await departures.leave(session, member_id=member_id, person=network.an, now=MORNING)


async def test_leaving_names_the_incidents_to_which_the_business_was_called(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    ahead = await departures.outlook(session, member_id=id_of(network.telecom), person=network.an)
    assert (ahead.incidents, ahead.tasks) == ([incident.code], [])
