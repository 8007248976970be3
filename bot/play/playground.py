"""The sandbox's place: its files, and its running as a child or alone."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from rich.console import Console

from bot.base.migrate import file_of
from bot.base.private import keep_to_owner, make_folder
from bot.base.sandbox_token import TOKEN, token
from bot.base.settings import CHATS, DATA, Settings
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.web.server import serve
from bot.sandbox.world import World
from bot.watching import logs

# What the demonstration offers for import.
LIST = DATA / "50-don-vi.xlsx"
# Where it is written what the program says to those who look after it: a newcomer's terminal stays plain.
LOG = DATA / "sandbox.log"
START_SECONDS = 20.0


class SandboxFailed(Exception):
    """The sandbox did not start; where the message is empty, it has said why itself."""


def place_of(settings: Settings) -> Path:
    """Name the file that the program works on; where that is a server, a name for the lock of the sandbox."""
    return file_of(settings.database) or DATA / "server"


def files_of(settings: Settings) -> list[Path]:
    """List the files of the sandbox that exist: its province and chats, write-ahead logs and the list included."""
    stems = [file_of(settings.database) or DATA / "sandbox.db", CHATS]
    candidates = [stem.with_name(stem.name + ending) for stem in stems for ending in ("", "-wal", "-shm")]
    return [file for file in (*candidates, TOKEN, LIST, LOG) if file.exists()]


@contextmanager
def logged(settings: Settings, mode: Literal["w", "a"]) -> Iterator[None]:
    """Let logs go into their file; `mode` is "w" for who begins, and "a" for who goes on."""
    make_folder(LOG.parent)
    with LOG.open(mode, buffering=1, encoding="utf-8") as file:
        logs.set_up(settings.log_level, secrets=settings.secrets, file=file)
        try:
            yield
        finally:
            logs.set_up(settings.log_level, secrets=settings.secrets)


async def serve_alone(port: int, data: Path, say: Console) -> None:
    """Run the sandbox until it is told to end; raises OSError for a busy port."""
    keep_to_owner(data)
    # Closed here too, for a port that is busy ends all before anything is served.
    with closing(World(token(), clock=SandboxClock(), path=data)) as world:
        async with serve(world, port=port) as address:
            say.print(address, markup=False)
            say.print(f"A bot finds it by BOT_API_URL={address} and BOT_TOKEN={token()}", markup=False)
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()


@asynccontextmanager
async def beside(port: int) -> AsyncIterator[str]:
    """Start the sandbox as a process of its own and give its address; end it at the end. Raises SandboxFailed."""
    token()
    keep_to_owner(CHATS)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.sandbox", str(port), str(CHATS), str(TOKEN)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        # Ctrl-C is for us: the sandbox must outlive the bot's last words to it.
        start_new_session=True,
    )
    if process.stdout is None or process.stdin is None:
        raise SandboxFailed("The sandbox has no pipes.")
    try:
        async with asyncio.timeout(START_SECONDS):
            address = (await process.stdout.readline()).decode().strip()
        if not address.startswith("http"):
            raise SandboxFailed
        yield address
    except TimeoutError:
        raise SandboxFailed("The sandbox did not start in time.") from None
    finally:
        process.stdin.close()
        await process.wait()
