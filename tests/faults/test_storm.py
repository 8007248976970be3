"""Told to end while everybody taps, the bot ends within ten seconds, and every tap is applied once."""

from pathlib import Path

from tests.faults.broadcast import Plan, carry_out
from tests.faults.storm import end_in_a_storm


async def test_an_end_in_a_storm_of_taps_comes_soon_and_loses_nothing(tmp_path: Path) -> None:
    plan = Plan(people=20, rate=1000, seed=5, patience=60, answering=0)

    account = await carry_out(plan, tmp_path, end_in_a_storm(1, taps=16))

    assert account.wrong == []
    assert account.applied == plan.people * 16
