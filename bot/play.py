"""A run without Telegram: the sandbox in a process of its own, a demonstration province, and the same bot."""

import asyncio
import os
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import structlog
from rich.console import Console

from bot.assembly import assemble
from bot.assembly import run as keep_going
from bot.clock import SystemClock
from bot.demonstration.cast import OWNER_ID, cast
from bot.demonstration.load import load
from bot.demonstration.workbook import workbook
from bot.keeper import AT_WORK, Keeper, keep_books
from bot.migrate import file_of
from bot.private import keep_to_owner, make_file
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World
from bot.settings import DATA, Settings
from models.database import opened

log = structlog.get_logger(__name__)
CHATS = DATA / "sandbox-chats.db"
TOKEN = DATA / "sandbox-token"
LIST = DATA / "50-don-vi.xlsx"
START_SECONDS = 20.0


class SandboxFailed(Exception):
    """The sandbox did not start; where the message is empty, it has said why itself."""


def files_of(settings: Settings) -> list[Path]:
    """List the files of the sandbox that exist: its province and chats, write-ahead logs and the list included."""
    stems = [file_of(settings.database) or DATA / "sandbox.db", CHATS]
    candidates = [stem.with_name(stem.name + ending) for stem in stems for ending in ("", "-wal", "-shm")]
    return [file for file in (*candidates, TOKEN, LIST) if file.exists()]


def token() -> str:
    """Give the sandbox's token, made up on the first start and kept beside the chats."""
    if not TOKEN.exists():
        make_file(TOKEN)
        TOKEN.write_text(f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_hex(16)}")
    return TOKEN.read_text()


def _world(data: Path) -> World:
    """Make the sandbox's world, kept in a file that its owner alone may read."""
    keep_to_owner(data)
    return World(token(), clock=SandboxClock(), path=data)


async def serve_alone(port: int, data: Path, *, with_parent: bool, say: Console) -> None:
    """Run the sandbox until it is told to end, or until its parent process is gone; raises OSError for a busy port."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    if with_parent:
        # The parent holds the other end of our standard input: its end, however it comes, is ours.
        loop.add_reader(sys.stdin.fileno(), stopping.set)
    # Closed here too, for a port that is busy ends all before anything is served.
    with closing(_world(data)) as world:
        async with serve(world, port=port) as address:
            await _tell_and_wait(address, stopping, with_parent=with_parent, say=say)


async def _tell_and_wait(address: str, stopping: asyncio.Event, *, with_parent: bool, say: Console) -> None:
    say.print(address, markup=False)
    if not with_parent:
        say.print(f"A bot finds it by BOT_API_URL={address} and BOT_TOKEN={token()}", markup=False)
    sys.stdout.flush()
    with suppress(asyncio.CancelledError):
        await stopping.wait()


@asynccontextmanager
async def _sandbox(port: int) -> AsyncIterator[str]:
    """Start the sandbox as a process of its own and give its address; end it at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", str(port), "--with-parent"),
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


async def run(settings: Settings, stopping: asyncio.Event, say: Console) -> int:
    """Play until `stopping` is set; a second start goes on where this one stopped. Returns the bot's exit code."""
    LIST.parent.mkdir(parents=True, exist_ok=True)
    LIST.write_bytes(workbook(settings.office, now=datetime.now(UTC)))
    async with (
        opened(settings.database) as database,
        _sandbox(settings.sandbox_port) as address,
        aiohttp.ClientSession(address) as control,
    ):
        await load(database, office=settings.office, now=datetime.now(UTC))
        people = cast(settings.province, settings.language.value)
        async with control.put("/sandbox/people", json=people) as answer:
            answer.raise_for_status()
        keeper = Keeper(sys.executable, "-m", "bot", "play-bot", address)
        async with asyncio.TaskGroup() as tasks:
            books = tasks.create_task(keep_books(control, database, keeper))
            welcome = tasks.create_task(_welcome(keeper, say, address, settings))
            code = await keeper.run(stopping)
            books.cancel()
            welcome.cancel()
    if code == 0:
        say.print("Ended; everything is stored, and the next start goes on from here.")
    return code


async def play_bot(settings: Settings, address: str, stopping: asyncio.Event) -> None:
    """Be the bot beside the sandbox at this address, as a child of `run`, until told to end.

    The end of the parent, which holds our standard input, is the end of the bot: at once, as when the power goes.
    """
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), os._exit, 1)
    clock = SystemClock()
    owners = settings.owner_ids or (OWNER_ID,)
    playing = settings.model_copy(update={"owner_ids": owners})
    async with (
        opened(settings.database) as database,
        aiohttp.ClientSession(address) as control,
        assemble(playing, database, clock=clock, token=token(), api_url=address) as house,
    ):
        sys.stdout.write(AT_WORK + "\n")
        sys.stdout.flush()
        following = asyncio.create_task(_follow(control, clock))
        try:
            await keep_going(house, stopping)
        finally:
            following.cancel()


async def _welcome(keeper: Keeper, say: Console, address: str, settings: Settings) -> None:
    await keeper.at_work.wait()
    page = address + ("/?lang=en" if settings.language.value == "en" else "/")
    say.print(f"\n  [bold]Sẵn Sàng[/] · {settings.department}")
    say.print(f"  Open the chat page: [bold cyan]{page}[/]")
    say.print(f"  A list of fifty businesses to import: {LIST}")
    say.print("  Ctrl-C ends it; `make reset` starts afresh.\n")


async def _follow(control: aiohttp.ClientSession, clock: SystemClock) -> None:
    """Keep the bot's clock with the sandbox's, which can be moved on its page."""
    while True:
        try:
            async with control.get("/sandbox/clock") as answer:
                clock.offset = timedelta(seconds=(await answer.json())["offset"])
        except aiohttp.ClientError as error:
            log.warning("the sandbox's clock cannot be read", error=type(error).__name__)
        await asyncio.sleep(0.5)
