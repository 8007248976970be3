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
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp
from sqlalchemy.exc import SQLAlchemyError

from tests.bot.command_line import ROOT
from tests.faults.account import Account
from tests.faults.broadcast import Hurt, Plan, carry_out
from tests.faults.databases import cut, fill_the_disk, lock, lock_out, restart, small_disk
from tests.faults.killing import kill
from tests.faults.named import FAULTS
from tests.faults.outage import be_away
from tests.faults.postgres import PROGRAMS, Server, serving
from tests.faults.storm import end_in_a_storm, end_while_telegram_is_slow

TRIED = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED) (\S+?)(?:\[.*)?$", re.MULTILINE)
# Times of trouble as they are in earnest, in seconds.
LOCKED, FULL, RESTARTING, AWAY = 31, 31, 10, 600
# By what a story ends that does not come to its end.
WRONG = (AssertionError, ExceptionGroup, OSError, TimeoutError, SQLAlchemyError, aiohttp.ClientError)
Place = Callable[[Path], AbstractAsyncContextManager[str]]


@dataclass(frozen=True)
class Story:
    """What is done to the real program in a broadcast, and where its database is."""

    name: str
    plan: Plan
    hurt: Hurt
    place: Place


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
    stormy = replace(few, people=60, answering=0)
    return (
        Story(f"SQLite: locked for {LOCKED} s", few, lock(LOCKED), _in_a_file),
        Story(f"SQLite: disk full for {FULL} s", few, fill_the_disk(FULL), _on_a_small_disk),
        Story("SIGTERM five times in a storm of taps", stormy, end_in_a_storm(5, taps=8), _in_a_file),
        Story("SIGTERM while each answer of Telegram takes 30 s", stormy, end_while_telegram_is_slow(30), _in_a_file),
        Story(f"SQLite: killed {kills} times", many, kill(kills), _in_a_file),
    )


def on_postgresql(server: Server, many: Plan, kills: int) -> Sequence[Story]:
    """List what is done to the program on PostgreSQL."""
    few, place = replace(many, people=min(300, many.people)), _on(server)
    modes = ("immediate", "fast", "immediate")
    quarter = replace(many, people=many.people // 4)
    return (
        Story("PostgreSQL: stopped three times", few, restart(server, modes, RESTARTING), place),
        Story(f"PostgreSQL: locked for {LOCKED} s", few, lock_out(server, LOCKED), place),
        Story("PostgreSQL: 200 transactions cut", few, cut(server, 200), place),
        Story(f"PostgreSQL: killed {kills // 4} times", quarter, kill(kills // 4), place),
    )


async def tell(story: Story) -> Verdict:
    """Play a story in a folder of its own, and say what came of it."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        try:
            async with story.place(folder) as url:
                account = await carry_out(replace(story.plan, url=url), folder, story.hurt)
        except WRONG as error:
            return _shown(Verdict(story.name, is_kept=False, lines=[*_causes(error)]))
    return _shown(_judged(story.name, account))


def _causes(error: BaseException) -> Iterator[str]:
    """Say what went wrong, each of several things on a line of its own."""
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _causes(one)
    else:
        where = traceback.extract_tb(error.__traceback__)[-1]
        yield f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"


def _judged(name: str, account: Account) -> Verdict:
    return Verdict(name, is_kept=not account.wrong, lines=[*account.as_lines()])


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


async def try_all(many: Plan, kills: int) -> Sequence[Verdict]:
    """Try everything; the long outage beside the rest, for it is nothing but waiting."""
    verdicts = [*await try_named()]
    outage = Story(f"Telegram away for {AWAY} s", replace(many, people=60, answering=3), be_away(AWAY), _in_a_file)
    async with asyncio.TaskGroup() as beside:
        waiting = beside.create_task(tell(outage))
        verdicts += [await tell(story) for story in on_sqlite(many, kills)]
        if PROGRAMS is None:
            verdicts.append(_shown(Verdict("PostgreSQL", is_kept=False, lines=["not installed, so not tried"])))
        else:
            async with serving() as server:
                verdicts += [await tell(story) for story in on_postgresql(server, many, kills)]
    return [*verdicts, waiting.result()]


def main() -> int:
    """Try all that may go wrong, and give the verdict."""
    asked = argparse.ArgumentParser(prog="make faults", description=main.__doc__)
    asked.add_argument("--people", type=int, default=5000)
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--rate", type=int, default=60, help="messages a second that Telegram takes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--patience", type=float, default=1800, help="seconds to wait for the end after the last hurt")
    given = asked.parse_args()
    many = Plan(people=given.people, rate=given.rate, seed=given.seed, patience=given.patience)
    verdicts = asyncio.run(try_all(many, given.kills))
    kept = sum(verdict.is_kept for verdict in verdicts)
    broken = [verdict.name for verdict in verdicts if not verdict.is_kept]
    sys.stdout.write(f"VERDICT: {kept} of {len(verdicts)} kept{f'; broken: {broken}' if broken else ''}\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
