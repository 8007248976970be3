"""Told to end while everybody taps, the bot ends within ten seconds, and every tap is applied once."""

from pathlib import Path

from tests.faults.broadcast import Plan, carry_out
from tests.faults.storm import end_in_a_storm, end_while_telegram_is_slow


async def test_ends_in_a_storm_of_taps_come_soon_and_lose_nothing(tmp_path: Path) -> None:
    plan = Plan(people=20, rate=1000, seed=5, patience=60, answering=0)

    account = await carry_out(plan, tmp_path, end_in_a_storm(2, taps=8))

    assert account.wrong == []
    assert account.applied == plan.people * 2 * 8


async def test_an_end_waits_for_no_slow_answer_and_what_was_on_its_way_comes_again_marked(tmp_path: Path) -> None:
    plan = Plan(people=40, rate=60, seed=8, patience=120, answering=0)

    account = await carry_out(plan, tmp_path, end_while_telegram_is_slow(30))

    assert account.wrong == []
    assert account.applied > 0
