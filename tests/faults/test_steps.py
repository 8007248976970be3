"""Killed between injects and steps, and while they go out, the real program sends each once."""

from pathlib import Path

from tests.faults.broadcast import Plan
from tests.faults.steps import kill_between_steps


async def test_the_killed_program_sends_each_inject_and_each_step_of_a_playbook_once(tmp_path: Path) -> None:
    plan = Plan(people=20, rate=60, seed=6, patience=60)

    came = await kill_between_steps(plan, tmp_path, moments=2, at_the_tick=0)

    assert came.wrong == []
