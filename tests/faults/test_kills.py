"""Killed in the middle of a broadcast, the bot loses nothing and says of every repeat that it is one."""

from pathlib import Path

from tests.faults.killing import Plan, carry_out


async def test_kills_in_the_middle_of_a_broadcast_lose_nothing_and_every_repeat_says_so(tmp_path: Path) -> None:
    plan = Plan(people=40, kills=3, rate=60, seed=4, patience=60, leases_run_out=True)

    account = await carry_out(plan, tmp_path)

    assert account.taps >= plan.people // 2
