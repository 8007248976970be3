"""The bot at work for a department, against Telegram itself: one process, or one of several."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

from sqlalchemy.exc import DBAPIError
from telegram.error import InvalidToken, TelegramError

from bot.base.clock import SystemClock
from bot.base.listener import CannotListen
from bot.base.lock import AlreadyRunning
from bot.base.migrate import file_of
from bot.base.part import Part
from bot.base.settings import Settings
from bot.base.shared_locks import TROUBLE, SharedLocks
from bot.commands import console
from bot.commands.console import say
from bot.commands.start import alone_with, make_ready, refused
from bot.engine.assembly import assemble
from bot.engine.loops import run as keep_going
from models.database import opened


def serve(settings: Settings, part: Part, token: str) -> None:
    """Serve until Ctrl-C or SIGTERM; what keeps it from starting is said on one line."""
    try:
        with _only_one(settings):
            asyncio.run(_serve(settings, part, token))
    except (AlreadyRunning, CannotListen) as error:
        raise console.end(str(error)) from None
    except DBAPIError as error:
        raise refused(settings, error) from None
    except InvalidToken:
        raise console.end("Telegram refused BOT_TOKEN. Copy it anew from @BotFather.") from None
    except TelegramError as error:
        raise console.end(f"The Bot API at {settings.bot_api_url} cannot be used: {error.message}") from None


@contextmanager
def _only_one(settings: Settings) -> Iterator[None]:
    """Keep other programs away from a database of one file; on a server, several may share the work."""
    file = file_of(settings.database)
    if file is None:
        yield
        return
    with alone_with(file):
        yield


@asynccontextmanager
async def _sharing(settings: Settings, part: Part) -> AsyncIterator[SharedLocks | None]:
    """Hold the locks that processes share on a server; raises AlreadyRunning, or ends without."""
    if not settings.on_server:
        yield None
        return
    locks = SharedLocks(settings.database, alone=part is Part.ALL)
    try:
        try:
            await locks.keep()
        except TROUBLE as error:
            raise refused(settings, error) from None
        yield locks
    finally:
        await locks.close()


async def _serve(settings: Settings, part: Part, token: str) -> None:
    stopping = console.stop_by_signal()
    async with AsyncExitStack() as stack:
        locks = await stack.enter_async_context(_sharing(settings, part))
        await make_ready(settings)
        database = await stack.enter_async_context(opened(settings.database))
        house = await stack.enter_async_context(
            assemble(
                settings,
                database,
                clock=SystemClock(),
                token=token,
                api_url=settings.bot_api_url,
                locks=locks,
                part=part,
            )
        )
        as_what = "" if part is Part.ALL else f" ({part})"
        greeting = f"@{house.bot.username} is at work for {settings.department}{as_what}. Ctrl-C ends it."
        await keep_going(house, stopping, part=part, at_work=lambda: say.print(greeting))
    say.print("Ended; everything is stored.")
