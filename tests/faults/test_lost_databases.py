"""The real program loses its database in the middle of a broadcast: it says so, waits, goes on, and loses nothing."""

from dataclasses import replace
from pathlib import Path

from tests.faults.broadcast import Plan, carry_out
from tests.faults.databases import IMPATIENT, fill_the_disk, lock, small_disk

PLAN = Plan(people=60, rate=30, seed=6, patience=90)


async def test_a_database_that_another_program_locks_is_waited_for(tmp_path: Path) -> None:
    account = await carry_out(replace(PLAN, program=("-c", IMPATIENT)), tmp_path, lock(seconds=6))

    assert account.wrong == []


async def test_on_a_full_disk_everything_waits_until_there_is_room(tmp_path: Path) -> None:
    async with small_disk(tmp_path) as disk:
        plan = replace(PLAN, url=f"sqlite+aiosqlite:///{disk / 'network.db'}")
        account = await carry_out(plan, tmp_path, fill_the_disk(seconds=3))

    assert account.wrong == []
