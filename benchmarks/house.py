"""The product put together for a measurement, and the watch by which it is measured."""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import network
from bot.base import garbage
from bot.base.clock import SystemClock
from bot.base.migrate import migrate
from bot.base.settings import Settings
from bot.engine.assembly import House, assemble
from bot.engine.delivery import SIDE_BY_SIDE
from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import Rate
from models.channels import Channel
from models.database import Database, opened

TOKEN = "123456:benchmark"  # noqa: S105 - no secret: the local server takes any
FREE, PAID = 30, 1_000
Found = dict[str, Any]


@asynccontextmanager
async def house_over(
    url: str, size: int, *, with_roster: bool = False, rate: int | None = None
) -> AsyncIterator[House]:
    """Put the product together over a network of so many people, with no limit on its pace or with this one."""
    with tempfile.TemporaryDirectory() as folder:
        database_url = os.environ.get("DATABASE_URL") or f"sqlite+aiosqlite:///{Path(folder) / 'benchmark.db'}"
        await migrate(database_url)
        settings = Settings(
            _env_file=None,
            database_url=database_url,
            owner_ids=(network.OWNER,),
            province="01",
            department="Sở",
            messages_per_second=rate or FREE,
        )
        async with opened(database_url) as database:
            await network.found(database, size, now=datetime.now(UTC), with_roster=with_roster)
            async with assemble(settings, database, clock=SystemClock(), token=TOKEN, api_url=url) as house:
                if rate is None:
                    pace(house, None)
                garbage.collect_seldom()
                garbage.keep_what_is_loaded()
                yield house


def pace(house: House, rate: int | None) -> None:
    """Let the house send so many messages a second; None lifts the limit."""
    overall = Rate(rate, network.SECOND, burst=max(1, rate // 10)) if rate else None
    house.telegram.keep_to(Throttle(Limits(overall=overall)))


async def send_all(house: House) -> int:
    """Send until nothing is due, by steps side by side as the program does; return how many were taken."""
    taken = 0

    async def work() -> None:
        nonlocal taken
        while step := await house.delivery.step(Channel.TELEGRAM):
            taken += step

    await asyncio.gather(*(work() for _ in range(SIDE_BY_SIDE)))
    return taken


async def alerts_sent(database: Database, count: int) -> float:
    """Wait until so many alerts were sent; returns the instant by the clock."""
    while True:
        async with database.reading() as session:
            if (await session.exec(network.sent_alerts())).one() >= count:
                return time.perf_counter()
        await asyncio.sleep(0.01)


class Watch:
    """Measures processor time and time by the clock, in seconds, from its making on."""

    def __init__(self) -> None:
        self._processor, self._clock = time.process_time(), time.perf_counter()

    def per_message(self, messages: int) -> Found:
        """Tell what each message cost and how many went a second, of the processor's time and of the clock's."""
        processor, clock = time.process_time() - self._processor, time.perf_counter() - self._clock
        return {
            "messages": messages,
            "ms_of_processor_each": round(processor / messages * 1000, 3),
            "per_second_of_processor": round(messages / processor),
            "per_second": round(messages / clock, 1),
            "seconds": round(clock, 2),
        }
