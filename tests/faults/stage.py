"""The stage: a sandbox that stays up and a bot that may be killed, each a process of its own."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.bot.command_line import environment
from tests.faults.crowd import COLLEAGUE, COORDINATOR, crowd, found

Json = dict[str, Any]
PATIENCE = 60.0
END_SECONDS = 10.0
LONGEST_LINE = 2**22
AT_WORK = re.compile(rb"at work")


@dataclass
class Stage:
    """Where it plays: the folder, the way to the sandbox, and the bot while it lives."""

    folder: Path
    web: aiohttp.ClientSession
    settings: dict[str, str]
    url: str
    program: Sequence[str]
    bot: asyncio.subprocess.Process | None = None
    starts: int = 0
    log: list[str] = field(default_factory=list)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _hearing: set[asyncio.Task[None]] = field(default_factory=set)

    async def spawn(self) -> asyncio.subprocess.Process:
        """Start the bot, and wait for nothing."""
        self.bot = await asyncio.create_subprocess_exec(
            *(sys.executable, *self.program),
            cwd=self.folder,
            env=environment(**self.settings),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        assert self.bot.stderr is not None
        hearing = asyncio.create_task(self._hear(self.bot.stderr))
        self._hearing.add(hearing)
        hearing.add_done_callback(self._hearing.discard)
        self.starts += 1
        return self.bot

    async def _hear(self, log: asyncio.StreamReader) -> None:
        """Take down what the bot logs."""
        async for line in log:
            async with self._news:
                self.log.append(line.decode().rstrip())
                self._news.notify_all()

    async def start(self) -> asyncio.subprocess.Process:
        """Start the bot, and wait until it is at work."""
        bot = await self.spawn()
        assert bot.stdout is not None
        async with asyncio.timeout(PATIENCE):
            line = await bot.stdout.readline()
        assert AT_WORK.search(line), self.logged()
        return bot

    async def kill(self) -> None:
        """Pull the plug."""
        if self.bot is not None and self.is_up:
            self.bot.kill()
            await self.bot.wait()

    @property
    def is_up(self) -> bool:
        """Tell whether a bot lives."""
        return self.bot is not None and self.bot.returncode is None

    async def end(self) -> None:
        """Ask the bot to end (SIGTERM), which must take no longer than ten seconds and go well."""
        assert self.bot is not None
        assert self.bot.stdout is not None
        self.bot.terminate()
        async with asyncio.timeout(END_SECONDS):
            assert await self.bot.wait() == 0, self.logged()
        assert b"everything is stored" in await self.bot.stdout.read()

    async def says(self, words: str, *, since: int, seconds: float = PATIENCE) -> None:
        """Wait until the log says something (a regular expression), after so many lines."""

        def is_said() -> bool:
            return any(re.search(words, line) for line in self.log[since:])

        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(is_said)

    def logged(self) -> str:
        """Give the end of what was logged so far."""
        return "\n".join(self.log)[-4000:]

    async def ask(self, path: str) -> Any:
        """Ask the sandbox's control API."""
        async with self.web.get(f"/sandbox/{path}") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def tell(self, path: str, body: Json) -> Any:
        """Tell the sandbox's control API."""
        async with self.web.post(f"/sandbox/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def forget_faults(self) -> None:
        """Let nothing go wrong with Telegram any more."""
        async with self.web.delete("/sandbox/faults") as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def staged(
    folder: Path, *, people: int, rate: int, url: str = "", program: Sequence[str] = ("-m", "bot", "run")
) -> AsyncIterator[Stage]:
    """Found a network of so many people, let Telegram take `rate` messages a second, and start the sandbox."""
    url = url or f"sqlite+aiosqlite:///{folder / 'network.db'}"
    await found(url, people)
    token = folder / "sandbox-token"
    token.write_text("123456:faults")
    sandbox = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.sandbox", "0", "sandbox-chats.db", token.name),
        cwd=folder,
        env=environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert sandbox.stdout is not None
    assert sandbox.stdin is not None
    try:
        async with asyncio.timeout(PATIENCE):
            address = (await sandbox.stdout.readline()).decode().strip()
        settings = {
            "BOT_TOKEN": token.read_text(),
            "BOT_API_URL": address,
            "DATABASE_URL": url,
            "OWNER_IDS": str(COORDINATOR),
            "PROVINCE": "01",
            "MESSAGES_PER_SECOND": str(rate),
        }
        async with aiohttp.ClientSession(address, timeout=aiohttp.ClientTimeout(total=None)) as web:
            stage = Stage(folder, web, settings, url, program)
            await _let_in(stage, people)
            await stage.tell("limits", {"everywhere": rate})
            try:
                yield stage
            finally:
                await stage.kill()
    finally:
        sandbox.stdin.close()
        await sandbox.wait()


async def _let_in(stage: Stage, people: int) -> None:
    cast = [{"id": each, "first_name": f"Người {each}", "started": True} for each in crowd(people)]
    staff = [{"id": each, "first_name": "Điều phối viên", "started": True} for each in (COORDINATOR, COLLEAGUE)]
    async with stage.web.put("/sandbox/people", json=[*staff, *cast]) as answer:
        assert answer.status == 200, await answer.text()
