"""A run without Telegram: the sandbox in a process of its own, a demonstration province, and the same bot."""

import asyncio
import sys
from datetime import UTC, datetime

import aiohttp
from sqlalchemy.exc import DBAPIError

from bot.base.lock import AlreadyRunning
from bot.base.settings import Settings
from bot.commands import console
from bot.commands.console import complain, say
from bot.commands.start import alone_with, make_ready, refused
from bot.demonstration.cast import cast
from bot.demonstration.load import load
from bot.play import room
from bot.play.keeper import Keeper, keep_books
from bot.play.playground import LIST, LOG, SandboxFailed, beside, logged, place_of
from models.database import opened


def play(settings: Settings) -> int:
    """Play until Ctrl-C or SIGTERM; a second start goes on where this one stopped. Returns the bot's exit code."""
    try:
        with alone_with(place_of(settings)):
            # A place that cannot be used is told first, on the terminal.
            asyncio.run(make_ready(settings))
            with logged(settings, "w"):
                return asyncio.run(_play(settings))
    except (AlreadyRunning, SandboxFailed) as error:
        raise console.end(str(error)) from None
    except DBAPIError as error:
        raise refused(settings, error) from None


async def _play(settings: Settings) -> int:
    stopping = console.stop_by_signal()
    async with (
        opened(settings.database) as database,
        beside(settings.sandbox_port) as address,
        aiohttp.ClientSession(address) as control,
    ):
        loaded = await load(database, office=settings.office, now=datetime.now(UTC))
        people = cast(settings.province, settings.language.value)
        async with control.put("/sandbox/people", json=people) as answer:
            answer.raise_for_status()
        if loaded.members:
            await room.found(control, database, office=settings.office, now=datetime.now(UTC))
        keeper = Keeper(sys.executable, "-m", "bot", "play-bot", address)
        async with asyncio.TaskGroup() as tasks:
            books = tasks.create_task(keep_books(control, database, keeper))
            welcome = tasks.create_task(_welcome(keeper, address, settings))
            code = await keeper.run(stopping)
            books.cancel()
            welcome.cancel()
    if code == 0:
        say.print("Ended; everything is stored, and the next start goes on from here.")
    else:
        complain.print(f"The bot ended by itself. {LOG} says why.")
    return code


async def _welcome(keeper: Keeper, address: str, settings: Settings) -> None:
    """Write the list of businesses while the bot starts, and greet when it is at work."""
    await asyncio.to_thread(_write_list, settings)
    await keeper.at_work.wait()
    page = address + ("/?lang=en" if settings.language.value == "en" else "/")
    say.print(f"\n  [bold]Sẵn Sàng[/] · {settings.department}")
    say.print(f"  Open the chat page: [bold cyan]{page}[/]")
    say.print(f"  A list of fifty businesses to import: {LIST}")
    say.print(f"  What goes on inside is written to {LOG}")
    say.print("  Ctrl-C ends it; `make reset` starts afresh.\n")


def _write_list(settings: Settings) -> None:
    # It takes as long to load as all the rest.
    from bot.demonstration.workbook import workbook

    LIST.write_bytes(workbook(settings.office, now=datetime.now(UTC)))
