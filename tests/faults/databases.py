"""The database is taken away from the bot for a while: locked, full, stopped, its connections cut.

Each time it comes back when the bot has said so, and not before so many seconds. The bot itself never ends, so that
nothing may come twice.
"""

import asyncio
import errno
import os
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

from bot.base.migrate import file_of
from tests.faults.broadcast import Hurt, Play
from tests.faults.postgres import Server

IN_TROUBLE = r"database: .*not all is well|cannot be written down yet|a loop stumbled"
BLOCK = b"\0" * 4096
SIZE = "size=24m,mode=700"
# Bytes that a file may have where no small disk can be had.
SMALLEST_FILE = 1
# What a bot has to say soon in a test, it says when it has waited for two seconds.
IMPATIENT = "import models.database as its; its.BUSY_SECONDS = 2; from bot.cli import app; app(['run'])"


def lock(seconds: float = 0) -> Hurt:
    """Hold the lock of SQLite's file as another program that writes."""

    async def hurt(play: Play) -> int:
        with closing(sqlite3.connect(_file(play), isolation_level=None)) as other:
            async with _in_the_middle(play):
                other.execute("BEGIN IMMEDIATE")
                await _trouble(play, seconds)
                other.execute("ROLLBACK")
        return 0

    return hurt


def fill_the_disk(seconds: float = 0) -> Hurt:
    """Leave no room for SQLite's files."""

    async def hurt(play: Play) -> int:
        async with _in_the_middle(play):
            with _full(play):
                await _trouble(play, seconds)
        return 0

    return hurt


def lock_out(server: Server, seconds: float = 0) -> Hurt:
    """Hold the lock of those who write on the server."""

    async def hurt(play: Play) -> int:
        async with _in_the_middle(play), server.locked():
            await _trouble(play, seconds)
        return 0

    return hurt


def restart(server: Server, modes: Sequence[str], seconds: float = 0) -> Hurt:
    """Stop the server and start it again, once in each of these modes."""

    async def hurt(play: Play) -> int:
        for mode in modes:
            async with _in_the_middle(play):
                lines = len(play.stage.log)
                await server.stop(mode)
                await _trouble(play, seconds, since=lines)
                await server.start()
        return 0

    return hurt


def cut(server: Server, transactions: int) -> Hurt:
    """Cut so many connections in the middle of a transaction."""

    async def hurt(play: Play) -> int:
        lines, left = len(play.stage.log), transactions
        async with _in_the_middle(play):
            while left > 0:
                left -= await server.cut_transactions()
                await play.go_on(1, 0.05)
        await play.stage.says(IN_TROUBLE, since=lines)
        return 0

    return hurt


def one_after_another(*hurts: Hurt) -> Hurt:
    """Hurt the bot in all these ways."""

    async def hurt(play: Play) -> int:
        return sum([await each(play) for each in hurts])

    return hurt


@asynccontextmanager
async def _in_the_middle(play: Play) -> AsyncIterator[None]:
    """Wait for the middle of the broadcast; see to it afterwards that the same bot goes on."""
    starts = play.stage.starts
    await play.go_on(play.plan.people // 6)
    yield
    assert await play.go_on(1), "the bot does not go on"
    assert (play.stage.is_up, play.stage.starts) == (True, starts), play.stage.logged()


async def _trouble(play: Play, seconds: float, *, since: int | None = None) -> None:
    """Let the trouble last until the bot has said so, and for so many seconds."""
    lines = len(play.stage.log) if since is None else since
    async with asyncio.TaskGroup() as both:
        both.create_task(asyncio.sleep(seconds))
        both.create_task(play.stage.says(IN_TROUBLE, since=lines))


def _file(play: Play) -> Path:
    file = file_of(play.stage.url)
    assert file is not None
    return file


@contextmanager
def _full(play: Play) -> Iterator[None]:
    """Fill the disk of the database; where it is not a small one of its own, let no file of the bot grow."""
    folder = _file(play).parent
    if folder.is_mount():
        filler = folder / "filler"
        _fill(filler)
        yield
        filler.unlink()
        return
    assert play.stage.bot is not None
    pid = play.stage.bot.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (SMALLEST_FILE, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def _fill(filler: Path) -> None:
    """Write a file until there is no room."""
    try:
        with filler.open("wb", buffering=0) as file:
            while True:
                file.write(BLOCK)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


@asynccontextmanager
async def small_disk(folder: Path) -> AsyncIterator[Path]:
    """Give a folder on a small disk of its own, where this process may mount one, and else a plain folder."""
    disk = folder / "disk"
    disk.mkdir()
    is_small = os.geteuid() == 0 and await _run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", str(disk)) == 0
    try:
        yield disk
    finally:
        if is_small:
            assert await _run("umount", str(disk)) == 0


async def _run(*command: str) -> int:
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    return await process.wait()
