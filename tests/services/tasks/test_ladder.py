"""The ladders of a task: planned by severity, climbed rung by rung, dropped when there is nothing left to say."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from models.incidents import Severity
from models.tasks import TaskReminder, TaskState, TaskStep, TaskWatch
from models.tlp import Tlp
from services.incidents import notices
from services.incidents.sharing import naming
from services.privacy import withdrawal
from services.tasks import ladder
from services.tasks import steps as task_steps
from services.wings import WINGS
from tests.network import MORNING, TIME_ZONE, found_group, found_network
from tests.services.tasking import after, assignment, deliver, give, ids, take, told


@pytest.mark.parametrize(
    ("severity", "minutes"),
    [
        (Severity.LOW, [60, 120, 180]),
        (Severity.MEDIUM, [15, 30, 45]),
        (Severity.SERIOUS, [10, 20, 30]),
        (Severity.CRITICAL, [5, 10, 15]),
    ],
)
async def test_both_ladders_are_planned_by_severity(
    session: AsyncSession, severity: Severity, minutes: list[int]
) -> None:
    network = await found_network(session)

    task = await give(network, assignment(network.telecom, severity=severity))

    rungs = (await session.exec(select(TaskReminder).order_by(col(TaskReminder.due_at)))).all()
    spacing = timedelta(minutes=minutes[0])
    by_watch = {watch: [(one.rung, one.due_at) for one in rungs if one.watch is watch] for watch in TaskWatch}
    assert by_watch == {
        TaskWatch.UNACKNOWLEDGED: [(rung, after(minutes=one)) for rung, one in enumerate(minutes, 1)],
        TaskWatch.OVERDUE: [(rung, task.due_at + (rung - 1) * spacing) for rung in (1, 2, 3)],
    }


async def test_each_rung_is_climbed_once_and_only_in_its_time(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))

    await ladder.remind_due(session, now=after(minutes=14, seconds=59))
    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    for minutes in (15, 15, 29, 30):
        await ladder.remind_due(session, now=after(minutes=minutes))

    everyone = ids(network.an, network.binh)
    assert await told(network, BroadcastKind.TASK_REMINDER) == [
        ("unacknowledged-1", everyone),
        ("unacknowledged-2", everyone),
    ]
    assert await told(network, BroadcastKind.TASK_ALARM) == []
    await ladder.remind_due(session, now=after(minutes=45))
    assert await told(network, BroadcastKind.TASK_ALARM) == [
        ("unacknowledged", ids(network.coordinator, network.colleague))
    ]
    assert len(await told(network, BroadcastKind.TASK_REMINDER)) == 2


@pytest.mark.parametrize("step", [TaskStep.ACKNOWLEDGED, TaskStep.DECLINED])
async def test_who_has_answered_is_not_asked_to_acknowledge(session: AsyncSession, step: TaskStep) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, step, note="Bận")

    await ladder.remind_due(session, now=after(hours=1))

    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    left = (await session.exec(select(TaskReminder.watch))).all()
    assert set(left) == ({TaskWatch.OVERDUE} if step is TaskStep.ACKNOWLEDGED else set())


@pytest.mark.parametrize("state", [TaskState.ACKNOWLEDGED, TaskState.STARTED, TaskState.ON_SITE, TaskState.BLOCKED])
async def test_whatever_is_under_way_is_overdue_at_its_deadline(session: AsyncSession, state: TaskState) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    steps = [TaskStep.ACKNOWLEDGED]
    if state is not TaskState.ACKNOWLEDGED:
        steps.append(TaskStep(state))
    await take(network, task, network.an, *steps, note="Thiếu xe")

    await ladder.remind_due(session, now=task.due_at)

    assert await told(network, BroadcastKind.TASK_REMINDER) == [("overdue-1", ids(network.an, network.binh))]


async def test_done_verified_or_cancelled_ends_both_ladders(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE)
    assert (await session.exec(select(TaskReminder))).all() == []

    other = await give(network, assignment(network.it), draft_key="1:other")
    await task_steps.cancel(session, task_id=id_of(other), reason=None, by=network.coordinator, now=after(minutes=1))

    assert (await session.exec(select(TaskReminder))).all() == []


async def test_a_task_that_was_sent_back_or_passed_on_is_watched_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE)
    await task_steps.send_back(
        session,
        task_id=id_of(task),
        reason="Thiếu biên bản",
        by=network.coordinator,
        now=after(minutes=20),
        time_zone=TIME_ZONE,
    )
    await deliver(network)

    await ladder.remind_due(session, now=after(minutes=34))
    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    await ladder.remind_due(session, now=after(minutes=35))
    assert await told(network, BroadcastKind.TASK_REMINDER) == [("unacknowledged-1", ids(network.an, network.binh))]

    await task_steps.reassign(
        session,
        task_id=id_of(task),
        member_id=id_of(network.it),
        by=network.coordinator,
        now=after(minutes=36),
        time_zone=TIME_ZONE,
    )
    await deliver(network)
    await ladder.remind_due(session, now=after(minutes=51))
    assert (await told(network, BroadcastKind.TASK_REMINDER))[1:] == [
        ("unacknowledged-1", ids(network.chi, network.dung))
    ]


async def test_where_nobody_speaks_for_the_owner_its_group_hears_nothing_and_the_coordinators_do(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await found_group(network, network.postal)
    task = await give(network, assignment(network.postal))
    await withdrawal.withdraw(session, person=network.chi, wings=WINGS, now=MORNING)

    for minutes in (15, 30, 45):
        await ladder.remind_due(session, now=after(minutes=minutes))

    queued = select(Broadcast.id).where(Broadcast.subject_id == task.id, Broadcast.kind == BroadcastKind.TASK_REMINDER)
    assert (await session.exec(queued)).all() == []
    assert await told(network, BroadcastKind.TASK_ALARM) == [
        ("unacknowledged", ids(network.coordinator, network.colleague))
    ]


async def test_rungs_that_were_missed_are_one_reminder_and_one_alarm(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))

    await ladder.remind_due(session, now=after(hours=5))

    assert await told(network, BroadcastKind.TASK_REMINDER) == [("overdue-2", ids(network.an, network.binh))]
    assert await told(network, BroadcastKind.TASK_ALARM) == [("overdue", ids(network.coordinator, network.colleague))]


async def test_the_rungs_of_one_task_leave_another_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await give(network, assignment(network.telecom))
    await give(network, assignment(network.postal), draft_key="1:other")
    await take(network, first, network.an, TaskStep.DECLINED, note="Bận")

    await ladder.remind_due(session, now=after(minutes=15))

    assert await told(network, BroadcastKind.TASK_REMINDER) == [("unacknowledged-1", ids(network.chi))]


async def test_nobody_is_reminded_of_what_has_ended_unless_the_end_is_taken_back(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await give(network, assignment(network.telecom, incident=incident))
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=MORNING)

    await ladder.remind_due(session, now=after(hours=9))
    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    assert await told(network, BroadcastKind.TASK_ALARM) == []

    await notices.take_back_the_end(session, incident=incident, by=network.coordinator, now=after(hours=9))
    await ladder.remind_due(session, now=after(hours=9))
    assert len(await told(network, BroadcastKind.TASK_REMINDER)) == 1


async def test_of_what_is_for_named_people_exactly_those_are_reminded_on_every_rung(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await give(network, assignment(network.telecom, incident=incident))
    incident.tlp = Tlp.RED
    await naming.propose(session, incident_id=id_of(incident), people=ids(network.binh))

    for minutes in (10, 20):
        await ladder.remind_due(session, now=after(minutes=minutes))

    assert await told(network, BroadcastKind.TASK_REMINDER) == [
        ("unacknowledged-1", ids(network.binh)),
        ("unacknowledged-2", ids(network.binh)),
    ]
    assert await told(network, BroadcastKind.TASK_ALARM) == []


async def test_a_task_that_nobody_of_its_owner_may_read_any_more_is_at_once_the_word_of_whoever_asked(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await give(network, assignment(network.telecom, incident=incident))
    incident.tlp = Tlp.RED
    await naming.propose(session, incident_id=id_of(incident), people=ids(network.chi))

    await ladder.remind_due(session, now=after(minutes=15))

    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    assert await told(network, BroadcastKind.TASK_ALARM) == [("unacknowledged", ids(network.coordinator))]
