"""The keeper of the bot: what was killed comes back, what could never start or has ended does not."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.play import keeper
from bot.play.keeper import AT_WORK, Keeper

PATIENCE = 30.0
# A stand-in for the bot: it notes each life in a file, and does in it what the argument of that number says.
LIVES = f"""
import pathlib, signal, sys, time
diary = pathlib.Path(sys.argv[1])
life = len(diary.read_text()) if diary.exists() else 0
deed = sys.argv[2 + life]
diary.open("a").write("x")
if deed.isdigit():
    sys.exit(int(deed))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("{AT_WORK}", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def _without_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "REST_SECONDS", 0.0)


def kept(diary: Path, *lives: str) -> Keeper:
    """Keep a bot that in each life ends with an exit code, or works ("work")."""
    return Keeper(sys.executable, "-c", LIVES, str(diary), *lives)


async def test_a_bot_that_was_killed_comes_back_as_soon_as_it_can_start(tmp_path: Path) -> None:
    bot, stopping = kept(tmp_path / "diary", "work", "1", "work"), asyncio.Event()
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(bot.run(stopping))
        await bot.at_work.wait()
        bot.kill()
        while (tmp_path / "diary").read_text() != "xxx" or not bot.at_work.is_set():
            await asyncio.wait((running,), timeout=0.02)
        stopping.set()

    assert running.result() == 0
    assert not bot.at_work.is_set()


@pytest.mark.parametrize("code", [0, 1])
async def test_a_bot_that_ends_by_itself_or_cannot_start_has_ended(tmp_path: Path, code: int) -> None:
    async with asyncio.timeout(PATIENCE):
        assert await kept(tmp_path / "diary", str(code)).run(asyncio.Event()) == code

    assert (tmp_path / "diary").read_text() == "x"


async def test_told_to_end_before_it_listens_it_ends_all_the_same(tmp_path: Path) -> None:
    stopping = asyncio.Event()
    stopping.set()

    async with asyncio.timeout(PATIENCE):
        assert await kept(tmp_path / "diary", "work").run(stopping) == 0
