"""The bot as a child process beside the sandbox, started again when it was killed; and the books of both."""

import asyncio
import signal
from contextlib import suppress
from dataclasses import asdict

import aiohttp
import structlog
from sqlalchemy.exc import OperationalError

from models.database import Database
from services.watch import books

log = structlog.get_logger(__name__)
# The line by which the child says that it is at work.
AT_WORK = "at work"
REPORT_SECONDS = 0.5
REST_SECONDS = 0.5


class Keeper:
    """Keeps one bot going: whoever kills it sees it come back.

    It is started again as often as it takes, since Telegram may be out of reach just then; but a bot that could not
    start at all has its reasons, and one that ends by itself has ended.
    """

    def __init__(self, *command: str) -> None:
        self.at_work = asyncio.Event()
        self._has_worked = False
        self._command = command
        self._process: asyncio.subprocess.Process | None = None

    async def run(self, stopping: asyncio.Event) -> int:
        """Keep the bot going until `stopping` is set; returns its exit code."""
        while True:
            code = await self._live(stopping)
            if stopping.is_set():
                # Told to end before it had learnt to listen, it ended by the signal itself.
                return max(code, 0)
            if code == 0 or (code != -signal.SIGKILL and not self._has_worked):
                return code
            log.warning("the bot was killed or could not start, and is started again", code=code)
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), REST_SECONDS)
                return 0

    async def _live(self, stopping: asyncio.Event) -> int:
        """Start the bot and wait for its end, which `stopping` asks for; returns its exit code."""
        process = self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            # Ctrl-C is for us: we tell it to end, and see to it that it does so before the sandbox.
            start_new_session=True,
        )
        waiting = [asyncio.create_task(each) for each in (process.wait(), stopping.wait(), self._hear(process))]
        ended, told, _ = waiting
        try:
            await asyncio.wait((ended, told), return_when=asyncio.FIRST_COMPLETED)
            with suppress(ProcessLookupError):
                process.terminate()
            return await process.wait()
        finally:
            self.at_work.clear()
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    async def _hear(self, process: asyncio.subprocess.Process) -> None:
        """Wait until the bot says that it is at work."""
        if process.stdout is not None and (await process.stdout.readline()).decode().strip() == AT_WORK:
            self._has_worked = True
            self.at_work.set()

    def kill(self) -> None:
        """Kill the bot without a warning, as a power cut would."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()


async def keep_books(control: aiohttp.ClientSession, database: Database, keeper: Keeper) -> None:
    """Tell the sandbox twice a second what the database has, and kill the bot when its page asks for it."""
    async with database.reading() as session:
        first_delivery = await books.first_delivery(session)
    async with control.get("/sandbox/books") as answer:
        first_update = (await answer.json())["first_update"]
    while True:
        try:
            async with database.reading() as session:
                counts = await books.count(session, first_update=first_update, first_delivery=first_delivery)
            state = "running" if keeper.at_work.is_set() else "restarting"
            async with control.put("/sandbox/books", json={"state": state, **asdict(counts)}) as answer:
                if (await answer.json())["kill"]:
                    keeper.kill()
        except (aiohttp.ClientError, OperationalError) as error:
            log.warning("the books cannot be kept", error=type(error).__name__)
        await asyncio.sleep(REPORT_SECONDS)
