"""All that may go wrong, tried in one run: `make faults`, or `make faults ARGS="--people 500 --kills 20 --seed 3"`.

First the tests that name each fault, then the real program in its own processes, hurt for as long as it is hurt in
earnest; at the end a verdict.
"""

import argparse
import asyncio
import re
import sys
import tempfile
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

import aiohttp
from sqlalchemy.exc import SQLAlchemyError

from tests.bot.command_line import ROOT
from tests.faults.broadcast import Hurt, Plan, carry_out
from tests.faults.colleagues import wait_over_a_stop
from tests.faults.databases import cut, fill_the_disk, lock, lock_out, restart, small_disk
from tests.faults.foreign import ANSWERS, answer_for_telegram
from tests.faults.killing import kill
from tests.faults.named import FAULTS
from tests.faults.outage import be_away
from tests.faults.postgres import PROGRAMS, Server, serving
from tests.faults.steps import kill_between_steps
from tests.faults.storm import end_in_a_storm, end_while_telegram_is_slow
from tests.faults.waves import kill_between_waves
from tests.faults.wrong_clock import PROGRAM, set_clock, set_right_and_back

TRIED = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED) (\S+?)(?:\[.*)?$", re.MULTILINE)
# Times of trouble as they are in earnest, in seconds.
LOCKED, FULL, RESTARTING, AWAY = 31, 31, 10, 600
# Telegram's place is taken for less, for it is taken in many ways.
FOREIGN, AHEAD = 6, 7
SEVERAL = ("-m", "tests.faults.several")
# By what a story ends that does not come to its end.
WRONG = (AssertionError, ExceptionGroup, OSError, TimeoutError, SQLAlchemyError, aiohttp.ClientError)
Place = Callable[[Path], AbstractAsyncContextManager[str]]


class Came(Protocol):
    """What came of a story: whatever is wrong, and all of it in lines."""

    @property
    def wrong(self) -> Sequence[str]:
        """List what does not add up."""
        ...

    def as_lines(self) -> Iterator[str]:
        """Say it."""
        ...


Played = Callable[[Plan, Path], Awaitable[Came]]


@dataclass(frozen=True)
class Story:
    """What is done to the real program, and where its database is."""

    name: str
    plan: Plan
    played: Played
    place: Place


def _hurt(hurt: Hurt) -> Played:
    return partial(carry_out, hurt=hurt)


def _with_a_clock_ahead(place: Place, hours: float) -> Place:
    @asynccontextmanager
    async def there(folder: Path) -> AsyncIterator[str]:
        set_clock(folder, hours)
        async with place(folder) as url:
            yield url

    return there


def on_either(named: str, few: Plan, place: Place) -> Iterator[Story]:
    """List what is done to the program on a database of either kind: Telegram's place taken, clocks, waiting taps."""
    for what, kind in ANSWERS.items():
        yield Story(f"{named}: {what} for {FOREIGN} s", few, _hurt(answer_for_telegram(kind, FOREIGN)), place)
    yield Story(f"{named}: colleagues' taps wait over a stop", few, wait_over_a_stop, place)
    if few.program == SEVERAL:
        return
    ahead = replace(few, program=("-c", PROGRAM))
    right = _hurt(set_right_and_back(back=1))
    yield Story(
        f"{named}: a clock {AHEAD} h ahead, set right and back", ahead, right, _with_a_clock_ahead(place, AHEAD)
    )


@dataclass(frozen=True)
class Verdict:
    """What came of a story or of the tests for a fault; `lines` tell more."""

    name: str
    is_kept: bool
    lines: Sequence[str]


@asynccontextmanager
async def _in_a_file(folder: Path) -> AsyncIterator[str]:
    yield f"sqlite+aiosqlite:///{folder / 'network.db'}"


@asynccontextmanager
async def _on_a_small_disk(folder: Path) -> AsyncIterator[str]:
    async with small_disk(folder) as disk, _in_a_file(disk) as url:
        yield url


def _on(server: Server) -> Place:
    @asynccontextmanager
    async def place(_folder: Path) -> AsyncIterator[str]:
        await server.empty()
        yield server.url

    return place


def on_sqlite(many: Plan, kills: int) -> Sequence[Story]:
    """List what is done to the program on SQLite."""
    few = replace(many, people=min(200, many.people))
    stormy, slow = replace(few, people=60, answering=0), _hurt(end_while_telegram_is_slow(30))
    return (
        Story(f"SQLite: locked for {LOCKED} s", few, _hurt(lock(LOCKED)), _in_a_file),
        Story(f"SQLite: disk full for {FULL} s", few, _hurt(fill_the_disk(FULL)), _on_a_small_disk),
        Story("SIGTERM five times in a storm of taps", stormy, _hurt(end_in_a_storm(5, taps=8)), _in_a_file),
        Story("SIGTERM while each answer of Telegram takes 30 s", stormy, slow, _in_a_file),
        *on_either("SQLite", replace(few, rate=30), _in_a_file),
        Story("SQLite: killed between waves and in them", replace(few, rate=30), kill_between_waves, _in_a_file),
        Story("SQLite: killed between injects and steps", replace(few, rate=30), kill_between_steps, _in_a_file),
        Story(f"SQLite: killed {kills} times", many, _hurt(kill(kills)), _in_a_file),
    )


def on_postgresql(server: Server, many: Plan, kills: int) -> Sequence[Story]:
    """List what is done to the program on PostgreSQL."""
    few, place = replace(many, people=min(300, many.people)), _on(server)
    fewer = replace(many, people=min(200, many.people), rate=30)
    modes = ("immediate", "fast", "immediate")
    quarter = replace(many, people=many.people // 4)
    return (
        Story("PostgreSQL: stopped three times", few, _hurt(restart(server, modes, RESTARTING)), place),
        Story(f"PostgreSQL: locked for {LOCKED} s", few, _hurt(lock_out(server, LOCKED)), place),
        Story("PostgreSQL: 200 transactions cut", few, _hurt(cut(server, 200)), place),
        *on_either("PostgreSQL", fewer, place),
        Story("PostgreSQL: killed between waves and in them", fewer, kill_between_waves, place),
        Story("PostgreSQL: killed between injects and steps", fewer, kill_between_steps, place),
        *on_either("Four processes on PostgreSQL", replace(fewer, program=SEVERAL), place),
        Story(f"PostgreSQL: killed {kills // 4} times", quarter, _hurt(kill(kills // 4)), place),
    )


async def tell(story: Story) -> Verdict:
    """Play a story in a folder of its own, and say what came of it."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        try:
            async with story.place(folder) as url:
                came = await story.played(replace(story.plan, url=url), folder)
        except WRONG as error:
            return _shown(Verdict(story.name, is_kept=False, lines=[*_causes(error)]))
    return _shown(Verdict(story.name, is_kept=not came.wrong, lines=[*came.as_lines()]))


def _causes(error: BaseException) -> Iterator[str]:
    """Say what went wrong, each of several things on a line of its own."""
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _causes(one)
    else:
        where = traceback.extract_tb(error.__traceback__)[-1]
        yield f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"


async def try_named() -> Sequence[Verdict]:
    """Run the tests that name the faults; a fault stands when all its tests passed."""
    tests = sorted({test for named in FAULTS.values() for test in named})
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "pytest", "-rA", "--color=no", *tests), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    output = (await process.communicate())[0].decode()
    came = {(outcome, test) for outcome, test in TRIED.findall(output)}
    if process.returncode:
        sys.stdout.write(output)
    return [_shown(_stands(fault, named, came)) for fault, named in FAULTS.items()]


def _stands(fault: str, named: Sequence[str], came: set[tuple[str, str]]) -> Verdict:
    outcomes = [(outcome, test) for outcome, test in came if any(f"{test}::".startswith(f"{one}::") for one in named)]
    tried = all(any(f"{test}::".startswith(f"{one}::") for _, test in outcomes) for one in named)
    wrong = sorted(test for outcome, test in outcomes if outcome != "PASSED")
    return Verdict(fault, is_kept=tried and not wrong, lines=[f"{len(outcomes)} tests", *wrong])


def _shown(verdict: Verdict) -> Verdict:
    """Print a verdict as it comes."""
    lines = "".join(f"    {line}\n" for line in verdict.lines)
    sys.stdout.write(f"{'✔' if verdict.is_kept else '✖'} {verdict.name}\n{lines}")
    sys.stdout.flush()
    return verdict


async def try_all(many: Plan, kills: int, only: str) -> Sequence[Verdict]:
    """Try everything, or the stories in whose names these words stand; the long outage beside the rest, as it waits."""
    verdicts = [] if only else [*await try_named()]
    waiting = replace(many, people=60, answering=3)
    outage = Story(f"Telegram away for {AWAY} s", waiting, _hurt(be_away(AWAY)), _in_a_file)
    async with asyncio.TaskGroup() as beside:
        outages = [beside.create_task(tell(story)) for story in (outage,) if only in story.name]
        verdicts += [await tell(story) for story in on_sqlite(many, kills) if only in story.name]
        if PROGRAMS is None:
            verdicts.append(_shown(Verdict("PostgreSQL", is_kept=False, lines=["not installed, so not tried"])))
        else:
            async with serving() as server:
                verdicts += [await tell(story) for story in on_postgresql(server, many, kills) if only in story.name]
    return [*verdicts, *(each.result() for each in outages)]


def main() -> int:
    """Try all that may go wrong, and give the verdict."""
    asked = argparse.ArgumentParser(prog="make faults", description=main.__doc__)
    asked.add_argument("--people", type=int, default=5000)
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--rate", type=int, default=60, help="messages a second that Telegram takes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="", help="stories whose names have these words, and no others")
    asked.add_argument("--patience", type=float, default=1800, help="seconds to wait for the end after the last hurt")
    given = asked.parse_args()
    many = Plan(people=given.people, rate=given.rate, seed=given.seed, patience=given.patience)
    verdicts = asyncio.run(try_all(many, given.kills, given.only))
    kept = sum(verdict.is_kept for verdict in verdicts)
    broken = [verdict.name for verdict in verdicts if not verdict.is_kept]
    sys.stdout.write(f"VERDICT: {kept} of {len(verdicts)} kept{f'; broken: {broken}' if broken else ''}\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
