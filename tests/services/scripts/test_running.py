"""Runs of scripts: by the clock, one after the other, at rest, stepped forward by hand, and over."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentStatus
from models.scripts import RunStepState, ScriptKind
from services.scripts import running
from services.scripts.running import (
    NothingToStepTo,
    RunOver,
    RunStepSettled,
    RunUnknown,
    SkipReasonLength,
    SkipReasonMissing,
)
from tests.network import MORNING, found_network
from tests.services.scripting import at_place, states, then, tick, timed, write
from tests.services.tasking import after

WAITING, DUE, DONE, SKIPPED = RunStepState


async def test_each_step_comes_due_once_at_its_minute(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0, within=20), timed("Hai", 10), timed("Ba", 10))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)

    assert await tick(network) == ["Một"]
    assert await tick(network, minutes=9, seconds=59) == []
    assert await tick(network, minutes=10) == ["Hai", "Ba"]
    assert await tick(network, hours=9) == []
    assert (await at_place(network, run, 1)).row.until_at == after(minutes=20)
    assert run.ended_at is None


async def test_a_step_that_waits_for_the_one_before_begins_when_that_is_done_or_left_out(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, then("Một", 5), then("Hai"), then("Ba", 15))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    assert await tick(network, minutes=4) == []
    assert await tick(network, minutes=5) == ["Một"]
    assert await tick(network, hours=1) == []

    one = await at_place(network, run, 1)
    await running.settle(session, one=one, by=network.coordinator, now=after(hours=1))
    assert await tick(network, hours=1) == ["Hai"]
    two = await at_place(network, run, 2)
    await running.skip(session, one=two, reason="Không có", by=network.coordinator, now=after(hours=2))
    assert await tick(network, hours=2, minutes=14) == []
    assert await tick(network, hours=2, minutes=15) == ["Ba"]

    await running.settle(session, one=await at_place(network, run, 3), by=None, now=after(hours=3))
    assert await states(network, run) == [DONE, SKIPPED, DONE]
    assert run.ended_at == after(hours=3)


async def test_a_step_is_over_once_and_is_left_out_only_for_a_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0), timed("Hai", 0))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    one = await at_place(network, run, 1)

    for reason, refusal in (("", SkipReasonMissing), ("x" * 301, SkipReasonLength)):
        with pytest.raises(refusal):
            await running.skip(session, one=one, reason=reason, by=network.coordinator, now=MORNING)
    await running.settle(session, one=one, by=network.coordinator, now=MORNING)
    with pytest.raises(RunStepSettled):
        await running.settle(session, one=one, by=network.colleague, now=MORNING)

    assert one.row.done_by_id == network.coordinator.id
    with pytest.raises(RunUnknown):
        await running.by_id(session, run_step_id=9999)


async def test_while_a_run_rests_nothing_comes_and_afterwards_all_is_so_much_later(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0, within=30), timed("Hai", 20))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    await tick(network)

    assert await running.pause(session, run=run, by=network.coordinator, now=after(minutes=10))
    assert not await running.pause(session, run=run, by=network.colleague, now=after(minutes=11))
    assert await tick(network, minutes=50) == []
    assert await running.go_on(session, run=run, by=network.coordinator, now=after(minutes=60))
    assert not await running.go_on(session, run=run, by=network.colleague, now=after(minutes=61))

    assert (await at_place(network, run, 1)).row.until_at == after(minutes=80)
    assert await tick(network, minutes=69) == []
    assert await tick(network, minutes=70) == ["Hai"]


async def test_what_is_done_while_a_run_rests_lets_the_next_step_begin_when_it_goes_on(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0), then("Hai", 5))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    await tick(network)
    await running.pause(session, run=run, by=network.coordinator, now=after(minutes=10))

    one = await at_place(network, run, 1)
    await running.settle(session, one=one, by=network.coordinator, now=after(minutes=40))
    await running.go_on(session, run=run, by=network.coordinator, now=after(minutes=60))

    assert await tick(network, minutes=64) == []
    assert await tick(network, minutes=65) == ["Hai"]


@pytest.mark.parametrize(("minutes", "until"), [(29, 30), (30, 60)])
async def test_the_time_for_a_step_begins_anew_only_where_it_has_run_out(
    session: AsyncSession, minutes: int, until: int
) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0, within=30))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    await tick(network)

    one = await at_place(network, run, 1)
    running.count_from(one, now=after(minutes=minutes))

    assert one.row.until_at == after(minutes=until)


async def test_by_hand_the_next_moment_comes_at_once_and_the_rest_so_much_earlier(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 30), timed("Hai", 40), then("Ba"))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)

    due = await running.step_forward(session, run=run, by=network.coordinator, now=after(minutes=5))
    assert [one.step.text for one in due] == ["Một"]
    assert await tick(network, minutes=14) == []
    assert await tick(network, minutes=15) == ["Hai"]
    with pytest.raises(NothingToStepTo):
        await running.step_forward(session, run=run, by=network.coordinator, now=after(minutes=16))


async def test_stepping_forward_leaves_the_time_for_what_is_under_way_as_it_was(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 0, within=30), timed("Hai", 20))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    await tick(network)

    await running.step_forward(session, run=run, by=network.coordinator, now=after(minutes=5))

    assert (await at_place(network, run, 1)).row.until_at == after(minutes=30)


async def test_a_run_at_rest_is_stepped_forward_as_well(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Một", 10), timed("Hai", 25))
    run = await running.start(session, script=script, by=network.coordinator, now=MORNING)
    await running.pause(session, run=run, by=network.coordinator, now=after(minutes=4))

    due = await running.step_forward(session, run=run, by=network.coordinator, now=after(hours=1))
    assert [one.step.text for one in due] == ["Một"]
    await running.go_on(session, run=run, by=network.coordinator, now=after(hours=2))

    assert await tick(network, hours=2, minutes=14) == []
    assert await tick(network, hours=2, minutes=15) == ["Hai"]


async def test_each_kind_is_asked_for_its_own_and_what_is_over_brings_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    script = await write(network, timed("Một", 0), timed("Hai", 5), kind=ScriptKind.DRILL)
    run = await running.start(session, script=script, incident_id=id_of(incident), by=network.coordinator, now=MORNING)
    assert await running.under_way(session, incident_id=id_of(incident), kind=ScriptKind.DRILL) == [run]
    assert await running.under_way(session, incident_id=id_of(incident), kind=ScriptKind.PLAYBOOK) == []

    assert await tick(network, kind=ScriptKind.PLAYBOOK) == []
    incident.status = IncidentStatus.CLOSED
    assert await tick(network, kind=ScriptKind.DRILL) == []
    incident.status = IncidentStatus.OPEN
    assert await tick(network, kind=ScriptKind.DRILL) == ["Một"]
    await running.end(session, run=run, by=network.coordinator, now=after(minutes=1))
    assert await tick(network, kind=ScriptKind.DRILL, minutes=5) == []

    with pytest.raises(RunOver):
        await running.pause(session, run=run, by=network.coordinator, now=after(minutes=6))
    with pytest.raises(RunOver):
        await running.settle(session, one=await at_place(network, run, 2), by=None, now=after(minutes=6))
