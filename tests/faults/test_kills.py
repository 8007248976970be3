"""Killed in the middle of a broadcast, the bot loses nothing and says of every repeat that it is one."""

from pathlib import Path

from tests.faults.broadcast import Plan, carry_out
from tests.faults.killing import kill


async def test_kills_in_the_middle_of_a_broadcast_lose_nothing_and_every_repeat_says_so(tmp_path: Path) -> None:
    plan = Plan(people=40, rate=60, seed=4, patience=60)

    account = await carry_out(plan, tmp_path, kill(3, leases_run_out=True))

    assert account.wrong == []
    assert account.handed_over >= plan.people // 2
