"""The bot beside the sandbox goes by the sandbox's clock, which people move on its page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from sqlmodel import func, select
from structlog.testing import capture_logs

from bot.base.clock import SystemClock
from bot.base.migrate import migrate
from bot.base.sandbox_token import token
from bot.base.settings import Settings
from bot.engine.assembly import House, assemble
from bot.play.bot import follow_once, following
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.web.server import serve
from models.broadcasts import Broadcast, BroadcastKind
from models.database import Database, opened
from tests.bot.sandbox.world import World

QUARTER = 900.0


@asynccontextmanager
async def started(settings: Settings, database: Database, url: str, clock: SystemClock) -> AsyncIterator[House]:
    """Start the bot beside the sandbox; what it has in memory is gone at the end, as after a kill."""
    async with (
        aiohttp.ClientSession(url) as control,
        following(control, clock),
        assemble(settings, database, clock=clock, token=token(), api_url=url) as house,
    ):
        yield house


async def move(url: str, clock: SystemClock, seconds: float) -> None:
    """Move the sandbox's clock, and let the bot follow it."""
    async with aiohttp.ClientSession(url) as control:
        await control.post("/sandbox/clock", json={"advance": seconds})
        await follow_once(control, clock)


async def test_killed_after_the_sandboxs_clock_was_moved_it_speaks_of_no_clock_that_was_wrong(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'play.db'}",
        owner_ids=(101,),
        province="01",
        department="Sở Khoa học và Công nghệ",
    )
    await migrate(settings.database)
    world = World(token(), SandboxClock())
    async with serve(world, port=0) as url, opened(settings.database) as database:
        for _ in range(3):
            clock = SystemClock()
            with capture_logs() as lines:
                async with started(settings, database, url, clock) as house:
                    before = clock.now()
                    await move(url, clock, QUARTER)
                    assert clock.now() - before >= timedelta(seconds=QUARTER)
                    await house.poller.poll(wait_seconds=0)
            said = [line["event"] for line in lines if "clock" in line["event"]]
            assert said == ["the clock jumped"]
        assert clock.now() - datetime.now(UTC) > timedelta(seconds=2.9 * QUARTER)
        async with database.reading() as session:
            told = select(func.count()).select_from(Broadcast).where(Broadcast.kind == BroadcastKind.TROUBLE)
            assert (await session.exec(told)).one() == 0
