"""Playbooks under way: steps become tasks or the office's own, follow each other, and each comes once."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.members import MemberStatus
from models.scripts import RunStepState, Script, ScriptRun, StepRole
from models.tasks import Task, TaskState, TaskStep
from services.incidents.lifecycle import IncidentClosed
from services.incidents.sharing.labels import LabelStricter
from services.playbooks import runs
from services.playbooks.runs import PlaybookUnderWay, StepHasTask, StepNotDue
from services.scripts import running, versions
from services.scripts.running import RunOver, RunStepNotDone, RunStepSettled, SkipReasonMissing
from services.scripts.writing import StepWords
from services.tasks import steps as task_steps
from services.tasks.orders import TaskOwnerMissing
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.scripting import at_place, states, then, timed, write
from tests.services.tasking import after, deliver, ids, take, told

WAITING, DUE, DONE, SKIPPED = RunStepState


async def strike(network: Network, **duration: float) -> None:
    """Let the clock strike, and all that it queues arrive."""
    await runs.do_due(network.session, now=after(**duration), time_zone=TIME_ZONE)
    await deliver(network)


async def cable_cut(network: Network) -> tuple[Incident, Script]:
    """Declare an incident, and write a playbook: the telecom business, then it again, beside them the office."""
    script = await write(
        network,
        timed("Đo tuyến", 0, StepRole.TELECOM, within=20),
        then("Hàn nối", 0, StepRole.TELECOM, within=60),
        timed("Báo cấp trên", 5),
    )
    return await network.declare(), script


async def begun(network: Network) -> ScriptRun:
    """Start that playbook, its first two steps with the telecom business."""
    incident, script = await cable_cut(network)
    first, second, _ = await versions.steps_of(network.session, script_id=id_of(script))
    owners = {id_of(first): id_of(network.telecom), id_of(second): id_of(network.telecom)}
    return await runs.start(
        network.session,
        script_id=id_of(script),
        incident_id=id_of(incident),
        owners=owners,
        by=network.coordinator,
        now=MORNING,
    )


async def tasks_of(network: Network) -> list[Task]:
    return list(await network.session.exec(select(Task).order_by(col(Task.id))))


async def waiting(network: Network) -> list[str]:
    """Tell what waits for the office itself."""
    return [one.step.text for one, _ in await runs.with_office(network.session, limit=5)]


async def test_a_step_becomes_a_task_with_owner_place_and_deadline_once(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await begun(network)
    for _ in range(3):
        await strike(network)

    (task,) = await tasks_of(network)
    assert (task.member_id, task.what, task.incident_id) == (network.telecom.id, "Đo tuyến", run.incident_id)
    assert (task.due_at, task.asked_by_id) == (after(minutes=20), network.coordinator.id)
    assert task.place
    assert await told(network, BroadcastKind.PLAYBOOK_STEP) == []


async def test_what_the_office_does_goes_to_every_coordinator_once_and_is_done_by_one(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network, minutes=5)
    await strike(network, minutes=6)
    assert await told(network, BroadcastKind.PLAYBOOK_STEP) == [(None, ids(network.coordinator, network.colleague))]

    step = await at_place(network, run, 3)
    # What is with a business is none of the office's.
    assert await waiting(network) == ["Báo cấp trên"]
    run.paused_at = after(minutes=6)
    await session.flush()
    assert await waiting(network) == []
    run.paused_at = None
    await session.flush()
    await runs.finish(session, run_step_id=id_of(step.row), by=network.colleague, now=after(minutes=7))
    assert await waiting(network) == []
    with pytest.raises(RunStepSettled):
        await runs.finish(session, run_step_id=id_of(step.row), by=network.coordinator, now=after(minutes=7))
    assert step.row.done_by_id == network.colleague.id


async def test_what_the_office_has_not_done_in_time_comes_once_more_to_every_coordinator_and_no_more(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network, minutes=5)
    step = (await at_place(network, run, 3)).row
    assert step.until_at is not None
    both = ids(network.coordinator, network.colleague)
    await runs.do_due(session, now=step.until_at - timedelta(seconds=1), time_zone=TIME_ZONE)
    assert await told(network, BroadcastKind.PLAYBOOK_STEP) == [(None, both)]

    run.paused_at = step.until_at
    await runs.do_due(session, now=step.until_at, time_zone=TIME_ZONE)
    run.paused_at = None
    assert await told(network, BroadcastKind.PLAYBOOK_STEP) == [(None, both)]

    for _ in range(2):
        await runs.do_due(session, now=step.until_at, time_zone=TIME_ZONE)
    # What is with a business is late as well, and reminds nobody here.
    assert await told(network, BroadcastKind.PLAYBOOK_STEP) == [(None, both), (None, both)]


async def test_when_a_is_reported_done_b_is_given_in_the_same_stroke_and_the_run_ends_with_the_last(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network)
    (first,) = await tasks_of(network)
    await take(network, first, network.an, TaskStep.ACKNOWLEDGED)
    await strike(network, minutes=6)
    assert await states(network, run) == [DUE, WAITING, DUE]

    await take(network, first, network.an, TaskStep.DONE, now=after(minutes=7))
    await strike(network, minutes=8)
    first, second = await tasks_of(network)
    assert (second.what, second.due_at) == ("Hàn nối", after(minutes=68))
    office = await at_place(network, run, 3)
    await runs.finish(session, run_step_id=id_of(office.row), by=network.coordinator, now=after(minutes=9))
    await take(network, second, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE, now=after(minutes=10))
    await strike(network, minutes=11)

    assert await states(network, run) == [DONE, DONE, DONE]
    assert run.ended_at == after(minutes=11)


async def test_a_task_that_is_taken_back_leaves_its_step_out_and_what_follows_goes_on(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network)
    (task,) = await tasks_of(network)
    await task_steps.cancel(
        session, task_id=id_of(task), reason="Đã đo rồi", by=network.coordinator, now=after(minutes=1)
    )
    await strike(network, minutes=2)

    step = await at_place(network, run, 1)
    assert (step.row.state, step.row.reason) == (SKIPPED, "Đã đo rồi")
    assert len(await tasks_of(network)) == 2


async def test_leaving_a_step_out_takes_its_task_back_and_needs_a_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network)
    step_id = id_of((await at_place(network, run, 1)).row)
    with pytest.raises(SkipReasonMissing):
        await runs.skip(session, run_step_id=step_id, reason="", by=network.coordinator, now=after(minutes=1))
    assert [task.state for task in await tasks_of(network)] == [TaskState.ASSIGNED]

    await runs.skip(session, run_step_id=step_id, reason="Trùng", by=network.coordinator, now=after(minutes=1))
    assert [task.state for task in await tasks_of(network)] == [TaskState.CANCELLED]
    with pytest.raises(RunStepSettled):
        await runs.skip(session, run_step_id=step_id, reason="Trùng", by=network.colleague, now=after(minutes=1))


async def test_a_reason_that_names_a_stricter_label_than_the_incident_has_goes_to_no_business(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await begun(network)
    await strike(network)
    step_id = id_of((await at_place(network, run, 1)).row)

    with pytest.raises(LabelStricter):
        await runs.skip(
            session, run_step_id=step_id, reason="TLP:RED Lộ khóa", by=network.coordinator, now=after(minutes=1)
        )

    assert [task.state for task in await tasks_of(network)] == [TaskState.ASSIGNED]


async def test_where_the_business_left_meanwhile_the_office_hears_and_gives_the_step_to_another(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await begun(network)
    network.telecom.status = MemberStatus.LEFT
    await session.flush()
    await strike(network)
    assert await tasks_of(network) == []
    assert len(await told(network, BroadcastKind.PLAYBOOK_STEP)) == 1
    one = await at_place(network, run, 1)
    step_id = id_of(one.row)
    assert await runs.lost_doer(session, one=one) == network.telecom

    said: dict[str, Any] = {"run_step_id": step_id, "by": network.colleague, "time_zone": TIME_ZONE}
    with pytest.raises(TaskOwnerMissing):
        await runs.give(session, member_id=id_of(network.telecom), now=after(hours=1), **said)
    task = await runs.give(session, member_id=id_of(network.it), now=after(hours=1), **said)
    assert (task.member_id, task.due_at) == (network.it.id, after(hours=1, minutes=20))
    assert await runs.lost_doer(session, one=one) is None
    with pytest.raises(StepHasTask):
        await runs.give(session, member_id=id_of(network.it), now=after(hours=1), **said)
    with pytest.raises(StepHasTask):
        await runs.finish(session, run_step_id=step_id, by=network.coordinator, now=after(hours=1))
    waiting = await at_place(network, run, 2)
    with pytest.raises(StepNotDue):
        await runs.finish(session, run_step_id=id_of(waiting.row), by=network.coordinator, now=after(hours=1))


async def test_one_playbook_runs_once_on_an_incident_and_never_on_one_that_is_over(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await begun(network)
    again: dict[str, Any] = {
        "script_id": run.script_id,
        "incident_id": run.incident_id,
        "owners": {},
        "now": after(minutes=1),
    }
    with pytest.raises(PlaybookUnderWay):
        await runs.start(session, by=network.colleague, **again)

    incident = await session.get_one(Incident, run.incident_id)
    incident.status = IncidentStatus.CLOSED
    await strike(network, minutes=1)
    assert await tasks_of(network) == []
    with pytest.raises(IncidentClosed):
        await runs.start(session, by=network.colleague, **again)


async def of_the_office(network: Network, *steps: StepWords) -> ScriptRun:
    """Start a playbook of steps that are the office's, and let the first come due."""
    script = await write(network, *steps)
    incident = await network.declare()
    run = await runs.start(
        network.session,
        script_id=id_of(script),
        incident_id=id_of(incident),
        owners={},
        by=network.coordinator,
        now=MORNING,
    )
    await strike(network)
    return run


async def test_what_waits_for_a_step_waits_again_where_the_office_has_not_done_it_after_all(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await of_the_office(network, timed("Báo cấp trên", 0), then("Họp", 5))
    first, second = await running.of_run(session, run_id=id_of(run))
    await runs.finish(session, run_step_id=id_of(first.row), by=network.coordinator, now=after(minutes=1))

    await runs.undo(session, run_step_id=id_of(first.row), by=network.colleague, now=after(minutes=2))

    assert (first.row.state, second.row.due_at, await waiting(network)) == (DUE, None, ["Báo cấp trên"])
    await strike(network, minutes=30)
    assert await waiting(network) == ["Báo cấp trên"]
    with pytest.raises(RunStepNotDone):
        await runs.undo(session, run_step_id=id_of(first.row), by=network.colleague, now=after(minutes=2))


async def test_what_has_come_due_since_stays_where_a_step_is_taken_back(session: AsyncSession) -> None:
    network = await found_network(session)
    run = await of_the_office(network, timed("Báo cấp trên", 0), then("Họp", 0))
    first, _ = await running.of_run(session, run_id=id_of(run))
    await runs.finish(session, run_step_id=id_of(first.row), by=network.coordinator, now=after(minutes=1))
    await strike(network, minutes=1)

    await runs.undo(session, run_step_id=id_of(first.row), by=network.coordinator, now=after(minutes=2))

    assert sorted(await waiting(network)) == ["Báo cấp trên", "Họp"]


async def test_a_playbook_that_ended_with_a_step_goes_on_where_that_is_taken_back_until_the_incident_ends(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    run = await of_the_office(network, timed("Báo cấp trên", 0), timed("Họp", 0))
    first, last = await running.of_run(session, run_id=id_of(run))
    for minute, one in enumerate((first, last)):
        await runs.finish(session, run_step_id=id_of(one.row), by=network.coordinator, now=after(minutes=minute))
    with pytest.raises(RunOver):
        await runs.undo(session, run_step_id=id_of(first.row), by=network.coordinator, now=after(minutes=2))

    await runs.undo(session, run_step_id=id_of(last.row), by=network.coordinator, now=after(minutes=2))

    assert (run.ended_at, await waiting(network)) == (None, ["Họp"])
    await runs.finish(session, run_step_id=id_of(last.row), by=network.coordinator, now=after(minutes=3))
    incident = await session.get_one(Incident, run.incident_id)
    incident.status = IncidentStatus.CLOSED
    with pytest.raises(IncidentClosed):
        await runs.undo(session, run_step_id=id_of(last.row), by=network.coordinator, now=after(minutes=4))
