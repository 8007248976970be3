"""The real program: colleagues tap while it is down, something else answers for Telegram, its clock is wrong."""

from dataclasses import replace
from pathlib import Path

from tests.faults.broadcast import Plan, carry_out
from tests.faults.colleagues import wait_over_a_stop
from tests.faults.foreign import answer_for_telegram
from tests.faults.wrong_clock import PROGRAM, set_clock, set_right_and_back

PLAN = Plan(people=24, rate=12, seed=3, patience=60)


async def test_of_colleagues_taps_that_waited_over_a_stop_the_last_counts(tmp_path: Path) -> None:
    came = await wait_over_a_stop(replace(PLAN, rate=200), tmp_path)

    assert came.wrong == []
    assert came.taps == 36


async def test_a_captive_portal_in_the_middle_of_a_broadcast_loses_nothing(tmp_path: Path) -> None:
    account = await carry_out(PLAN, tmp_path, answer_for_telegram("page_200", 2))

    assert account.wrong == []


async def test_a_clock_that_was_ahead_and_is_set_right_and_back_loses_nothing(tmp_path: Path) -> None:
    set_clock(tmp_path, 7)

    account = await carry_out(replace(PLAN, program=("-c", PROGRAM)), tmp_path, set_right_and_back(back=1))

    assert account.wrong == []
