"""The real program, as `make run` starts it: a sandbox, a bot and a province, in processes of their own."""

import asyncio
import re
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.demonstration.cast import OWNER_ID
from tests.bot.command_line import Ended, end, start

Json = dict[str, Any]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE = 60.0
END_SECONDS = 10.0
# So many updates tell the bot of its operations group: it joins what is founded and then upgraded, and gets rights.
FOUNDED = 6


@dataclass
class Program:
    """A running program, and the way to its sandbox."""

    process: asyncio.subprocess.Process
    web: aiohttp.ClientSession

    async def say(self, text: str) -> None:
        """Write as the owner."""
        async with self.web.post(f"/sandbox/chats/{OWNER_ID}/say", json={"text": text}) as answer:
            assert answer.status == 200, await answer.text()

    async def replies(self, words: str) -> list[str]:
        """Wait until the bot's newest message to the owner has these words; return all its texts."""
        async with asyncio.timeout(PATIENCE), self.web.get("/sandbox/events") as events:
            texts = await self._texts()
            while not texts or words not in texts[-1]:
                await events.content.readline()
                texts = await self._texts()
        return texts

    async def books(self, verdict: str, *, kills: int) -> Json:
        """Wait until the books have this verdict after so many kills, each time that somebody sees something new."""
        async with asyncio.timeout(PATIENCE), self.web.get("/sandbox/events") as events:
            found = await self._books()
            while (found["verdict"], found["kills"]) != (verdict, kills):
                await events.content.readline()
                found = await self._books()
        return found

    async def _books(self) -> Json:
        async with self.web.get("/sandbox/books") as answer:
            found: Json = await answer.json()
        return found

    async def _texts(self) -> list[str]:
        async with self.web.get(f"/sandbox/chats/{OWNER_ID}") as answer:
            messages: list[Json] = (await answer.json())["messages"]
        return [each.get("text", "") for each in messages if each["from"]["is_bot"]]

    async def interrupt(self) -> Ended:
        """Press Ctrl-C, and wait for the end, which must come soon."""
        begin = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        ended = await end(self.process)
        assert time.monotonic() - begin < END_SECONDS
        return ended

    async def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        await self.process.wait()


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[Program]:
    """Start the program on a free port, and wait for the address that it prints."""
    process = await start(folder, "run", SANDBOX_PORT="0")
    assert process.stdout is not None
    said = ""
    try:
        async with asyncio.timeout(PATIENCE):
            while not (found := ADDRESS.search(said)):
                line = await process.stdout.readline()
                assert line, (await end(process)).complained
                said += line.decode()
        async with aiohttp.ClientSession(found.group()) as web:
            yield Program(process, web)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def look_up(folder: Path, query: str) -> list[Any]:
    """Ask the database of a program that has ended."""
    database = sqlite3.connect(folder / "data" / "sandbox.db")
    rows = database.execute(query).fetchall()
    database.close()
    return rows


async def test_it_starts_answers_ends_at_once_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    async with running(tmp_path) as program:
        async with program.web.get("/") as page:
            assert page.status == 200
        await program.say("/suco Mất điện diện rộng")
        (asked,) = await program.replies("Mất điện diện rộng")
        ended = await program.interrupt()
    assert (ended.code, ended.complained) == (0, "")
    assert "What goes on inside is written to data/sandbox.log" in ended.said
    assert "everything is stored" in ended.said

    async with running(tmp_path) as program:
        assert await program.replies("Mất điện diện rộng") == [asked]
        await program.say("/menu")
        await program.replies("cần làm gì?")
        await program.say("/start")
        assert (await program.replies("Mất điện diện rộng"))[-1] == asked
        ended = await program.interrupt()

    assert ended.code == 0
    assert look_up(tmp_path, "SELECT count(*) > 50 FROM members") == [(1,)]
    assert look_up(tmp_path, "SELECT is_forum, may_manage_topics, may_pin FROM operations_groups") == [(1, 1, 1)]
    assert look_up(tmp_path, "SELECT count(*) FROM drafts") == [(1,)]


async def test_killed_from_the_page_and_by_pulling_the_plug_it_loses_nothing_and_repeats_nothing(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as program:
        await program.say("/menu")
        await program.replies("cần làm gì?")
        assert (await program.books("balanced", kills=0))["counts"]["came"] == FOUNDED + 1
        async with program.web.post("/sandbox/kill") as answer:
            assert answer.status == 200
        for _ in range(3):
            await program.say("/trogiup")
        counts = (await program.books("balanced", kills=1))["counts"]
        await program.say("/trogiup")
        await program.kill()

    assert "the bot was killed" in (tmp_path / "data" / "sandbox.log").read_text()
    assert program.process.stderr is not None
    assert await program.process.stderr.read() == b""
    assert (counts["came"], counts["stored"], counts["applied"]) == (FOUNDED + 4, FOUNDED + 4, FOUNDED + 4)

    async with running(tmp_path) as program:
        await program.say("/ngonngu")
        texts = await program.replies("Please choose a language.")
        await program.interrupt()

    assert look_up(tmp_path, "SELECT state, count(*) FROM inbox GROUP BY state") == [("done", FOUNDED + 6)]
    assert len(texts) <= 6
