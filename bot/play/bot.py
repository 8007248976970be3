"""The bot that plays beside the sandbox, as a child of `run`."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import structlog
from sqlalchemy.exc import DBAPIError
from telegram.error import TelegramError

from bot.base.clock import SystemClock
from bot.base.lock import AlreadyRunning, only_one
from bot.base.sandbox_token import token
from bot.base.settings import Settings
from bot.commands import console
from bot.commands.start import refused
from bot.demonstration.cast import OWNER_ID
from bot.engine.assembly import assemble
from bot.engine.loops import run as keep_going
from bot.play.keeper import AT_WORK
from bot.play.playground import logged, place_of
from models.database import opened

log = structlog.get_logger(__name__)


def play_bot(settings: Settings, address: str) -> None:
    """Be the bot beside the sandbox at this address, as a child of `run`, until told to end."""
    place = place_of(settings)
    try:
        with only_one(place.with_name(place.name + ".bot")), logged(settings, "a"):
            asyncio.run(_play_bot(settings, address))
    except (AlreadyRunning, TelegramError) as error:
        raise console.end(str(error)) from None
    except DBAPIError as error:
        raise refused(settings, error) from None


async def _play_bot(settings: Settings, address: str) -> None:
    """Play; the end of the parent, which holds our standard input, is our end: at once, as when the power goes."""
    stopping = console.stop_by_signal()
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), os._exit, 1)
    clock = SystemClock()
    owners = settings.owner_ids or (OWNER_ID,)
    playing = settings.model_copy(update={"owner_ids": owners})
    async with (
        opened(settings.database) as database,
        aiohttp.ClientSession(address) as control,
        following(control, clock),
        assemble(playing, database, clock=clock, token=token(), api_url=address) as house,
    ):
        await keep_going(house, stopping, at_work=_say_so)


def _say_so() -> None:
    sys.stdout.write(AT_WORK + "\n")
    sys.stdout.flush()


@asynccontextmanager
async def following(control: aiohttp.ClientSession, clock: SystemClock) -> AsyncIterator[None]:
    """Keep the bot's clock with the sandbox's, from before the bot looks at what its last run left."""
    await follow_once(control, clock)
    keeping_up = asyncio.create_task(_follow(control, clock))
    try:
        yield
    finally:
        keeping_up.cancel()


async def _follow(control: aiohttp.ClientSession, clock: SystemClock) -> None:
    while True:
        await asyncio.sleep(0.5)
        await follow_once(control, clock)


async def follow_once(control: aiohttp.ClientSession, clock: SystemClock) -> None:
    """Set the bot's clock as the sandbox's is, which can be moved on its page."""
    try:
        async with control.get("/sandbox/clock") as answer:
            clock.offset = timedelta(seconds=(await answer.json())["offset"])
    except aiohttp.ClientError as error:
        log.warning("the sandbox's clock cannot be read", error=type(error).__name__)
