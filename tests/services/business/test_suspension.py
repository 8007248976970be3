"""A business is suspended with a reason and reinstated: what stops, what follows, and who is told."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, Severity
from models.latecomers import Latecomer
from models.members import Member, MemberStatus, RepresentativeStatus
from models.tasks import Task, TaskState
from services.business import suspension
from services.business.suspension import MemberUnknown, NotInNetwork, NotSuspended, SuspensionReasonLength
from services.incidents import lifecycle
from services.outbox import broadcasts
from services.people import businesses
from services.wings import KINDS
from tests.network import MORNING, Network, found_group, found_network, person
from tests.services.cast import told


def at(**after: float) -> datetime:
    """Give a moment after the morning."""
    return MORNING + timedelta(**after)


async def suspend(network: Network, *, now: datetime = MORNING) -> None:
    """Suspend the telecom business."""
    await suspension.suspend(
        network.session, member_id=id_of(network.telecom), reason="Chưa trả lời", by=network.coordinator, now=now
    )


async def give_task(network: Network, member: Member, state: TaskState, *, hours: int, number: int) -> Task:
    """Give a business a task that is due so many hours after the morning, told to An."""
    task = Task(
        year=2026,
        number=number,
        code=f"NV-2026-{number:04}",
        member_id=id_of(member),
        severity=Severity.LOW,
        what="Nối cáp",
        due_at=at(hours=hours),
        state=state,
        place="Ba Vì",
        state_at=MORNING,
        asked_by_id=id_of(network.coordinator),
        asked_at=MORNING,
        draft_key=f"test:{number}",
    )
    network.session.add(task)
    await network.session.flush()
    await broadcasts.queue(
        network.session,
        kind=KINDS[BroadcastKind.TASK],
        people=[id_of(network.an)],
        subject_id=id_of(task),
        now=MORNING,
    )
    return task


async def sent(network: Network) -> None:
    """Let everything that waits have been sent, with no edit to come."""
    await network.session.exec(
        update(Delivery).values(state=DeliveryState.SENT, message_id=1, edit_due_at=None, edit_lane=None)
    )


async def edited(network: Network, kind: BroadcastKind, subject_id: int) -> list[tuple[int | None, int | None]]:
    """List whose messages (person ids, group ids) of a kind about a subject (id) are to be edited."""
    query = (
        select(Delivery.person_id, Delivery.group_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind, Broadcast.subject_id == subject_id, col(Delivery.edit_due_at).is_not(None))
        .order_by(col(Delivery.id))
    )
    return [(person_id, group_id) for person_id, group_id in await network.session.exec(query)]


async def test_its_people_are_told_and_the_other_coordinators_and_nobody_else(session: AsyncSession) -> None:
    network = await found_network(session)
    removed = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.binh))
    assert removed is not None
    removed.status = RepresentativeStatus.REMOVED
    await session.flush()

    await suspend(network)
    assert (network.telecom.status, network.telecom.suspended_because) == (MemberStatus.SUSPENDED, "Chưa trả lời")
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.an.id, network.colleague.id]
    assert network.an.menu_wanted == "stranger:vi"
    assert network.binh.menu_wanted != "stranger:vi"

    await suspension.reinstate(session, member_id=id_of(network.telecom), by=network.colleague, now=at(hours=1))
    assert (network.telecom.status, network.telecom.suspended_because) == (MemberStatus.APPROVED, None)
    assert (await told(session, BroadcastKind.MEMBERSHIP))[2:] == [network.an.id, network.coordinator.id]
    assert network.an.menu_wanted == "representative:vi"


async def test_who_is_reinstated_is_given_what_is_under_way_and_who_is_suspended_is_not(session: AsyncSession) -> None:
    network = await found_network(session)
    await suspend(network)
    assert (await session.exec(select(Latecomer))).all() == []

    await suspension.reinstate(session, member_id=id_of(network.telecom), by=network.coordinator, now=at(hours=1))

    late = (await session.exec(select(Latecomer))).one()
    assert (late.member_id, late.person_id, late.due_at) == (network.telecom.id, None, at(hours=1))


async def test_only_who_is_in_the_network_is_suspended_and_only_who_is_suspended_reinstated(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    with pytest.raises(MemberUnknown):
        await suspension.to_suspend(session, member_id=999)
    with pytest.raises(NotSuspended) as refused:
        await suspension.reinstate(session, member_id=id_of(network.telecom), by=network.coordinator, now=MORNING)
    assert refused.value.values == {"name": "Viễn thông Sông Hồng"}
    await suspend(network)
    with pytest.raises(NotInNetwork):
        await suspend(network)


def test_a_reason_has_at_least_one_character_and_at_most_three_hundred() -> None:
    assert suspension.check_reason("x") == "x"
    assert suspension.check_reason("x" * 300) == "x" * 300
    for wrong in ("", "x" * 301):
        with pytest.raises(SuspensionReasonLength) as refused:
            suspension.check_reason(wrong)
        assert refused.value.values == {"limit": 300, "length": len(wrong)}


async def test_what_a_suspension_would_stop_is_named_the_first_due_first(session: AsyncSession) -> None:
    network = await found_network(session)
    over, open_one, open_two = await network.declare(), await network.declare(), await network.declare()
    await lifecycle.close(session, incident_id=id_of(over), summary="Xong", by=network.coordinator, now=MORNING)
    tasks = [
        await give_task(network, member, state, hours=hours, number=number)
        for number, (member, state, hours) in enumerate(
            (
                (network.telecom, TaskState.ACKNOWLEDGED, 9),
                (network.telecom, TaskState.ASSIGNED, 3),
                (network.telecom, TaskState.VERIFIED, 1),
                (network.it, TaskState.ASSIGNED, 2),
            )
        )
    ]

    ahead = await suspension.to_suspend(session, member_id=id_of(network.telecom))

    assert ahead.people == 2
    assert list(ahead.tasks) == [tasks[1], tasks[0]]
    assert [one.id for one in ahead.incidents] == [open_one.id, open_two.id]


async def test_the_cards_and_tallies_of_what_is_under_way_follow_and_no_others(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    over, under_way = await network.declare(), await network.declare()
    await lifecycle.close(session, incident_id=id_of(over), summary="Xong", by=network.coordinator, now=MORNING)
    task = await give_task(network, network.telecom, TaskState.ASSIGNED, hours=3, number=1)
    done = await give_task(network, network.telecom, TaskState.VERIFIED, hours=3, number=2)
    others = await give_task(network, network.it, TaskState.ASSIGNED, hours=3, number=3)
    await sent(network)

    await suspend(network)

    assert await shown(network, under_way, BroadcastKind.ALERT) == {network.an.id, network.binh.id, -id_of(group)}
    assert await shown(network, over, BroadcastKind.ALERT) == set()
    assert await shown(network, under_way, BroadcastKind.TALLY) == {network.colleague.id}
    assert await shown(network, over, BroadcastKind.TALLY) == set()
    assert await edited(network, BroadcastKind.TASK, id_of(task)) == [(network.an.id, None)]
    assert await edited(network, BroadcastKind.TASK, id_of(done)) == []
    assert await edited(network, BroadcastKind.TASK, id_of(others)) == []


async def shown(network: Network, incident: Incident, kind: BroadcastKind) -> set[int | None]:
    """Tell whose messages about an incident are to be edited: people's ids, and those of groups below zero."""
    rows = await edited(network, kind, id_of(incident))
    return {-group_id if group_id is not None else person_id for person_id, group_id in rows}


async def test_without_a_group_only_the_peoples_cards_follow(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await sent(network)
    stranger = await person(session, 77, "Lạ")

    await suspend(network)

    assert await shown(network, incident, BroadcastKind.ALERT) == {network.an.id, network.binh.id}
    assert stranger.menu_wanted == ""
