"""The pace beside a server that counts every send and edit in any second that slides, and refuses one too many.

At the free limit and at the paid one, by one process and by four workers: how much of the limit is used while a
broadcast goes out, and how soon taps are answered beside it.
"""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import col, func, select

from benchmarks import bot_api, network
from benchmarks.house import FREE, PAID, Found, alerts_sent, house_over
from benchmarks.several import WORKERS, database_on_server, process_of
from benchmarks.taps import declare, delays, until_applied
from bot.engine.loops import run
from models.broadcasts import Delivery, Lane
from models.database import Database, opened
from models.identity import id_of

LOOK = 0.2
TAPS = 150
# Taps come within so many seconds; of so many one asks for details, which are said directly.
SECONDS = 8
LOOKS = 3


async def strictly_free() -> Found:
    """Reach 300 people at the free limit by one process."""
    return await by_one_process(FREE, 300)


async def strictly_paid() -> Found:
    """Reach 10,000 people at the paid limit by one process."""
    return await by_one_process(PAID, 10_000)


async def four_strictly_free() -> Found:
    """Reach 300 people at the free limit by four workers."""
    return await by_four_workers(FREE, 300)


async def four_strictly_paid() -> Found:
    """Reach 10,000 people at the paid limit by four workers."""
    return await by_four_workers(PAID, 10_000)


async def by_one_process(rate: int, people: int) -> Found:
    """Reach so many people while 150 tap; the whole program runs, over SQLite."""
    with bot_api.running(limit=rate) as url:
        async with house_over(url, people, rate=rate) as house:
            stopping = asyncio.Event()
            running = asyncio.create_task(run(house, stopping))
            try:
                return await _reach(house.database, url, people, rate)
            finally:
                stopping.set()
                await running


async def by_four_workers(rate: int, people: int) -> Found:
    """Reach so many people while 150 tap; four workers, an ingress and a clock run, over PostgreSQL."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = await stack.enter_async_context(database_on_server())
        api = stack.enter_context(bot_api.running(limit=rate))
        database = await stack.enter_async_context(opened(url))
        await network.found(database, people, now=datetime.now(UTC))
        for role in ("clock", "ingress", *["worker"] * WORKERS):
            await stack.enter_async_context(process_of(role, folder, url, api, rate=rate))
        return await _reach(database, api, people, rate)


async def _reach(database: Database, url: str, people: int, rate: int) -> Found:
    """Declare an incident, let people tap, and look at what came once all are reached and all is shown."""
    incident = await declare(database)
    await alerts_sent(database, rate)
    bot_api.let_tap(
        url,
        incident_id=id_of(incident),
        first=network.FIRST,
        count=TAPS,
        rate=TAPS // SECONDS,
        looks=LOOKS,
    )
    await alerts_sent(database, people)
    at_pace = bot_api.counts_of(url)
    await until_applied(database, TAPS - TAPS // LOOKS, within=timedelta(minutes=1))
    await _until_all_is_shown(database)
    counts, took = bot_api.counts_of(url), await delays(database, bot_api.answered(url))
    return {
        "messages": counts["messages"],
        "edits": counts["methods"].get("editMessageText", 0),
        "busiest_second": counts["busiest"],
        "refused": counts["refused"],
        "limit_used": round((at_pace["messages"] - 1) / at_pace["seconds"] / rate, 4),
        "taps_answered": len(took),
        "p50_ms": round(took[len(took) // 2] * 1000),
        "p95_ms": round(took[len(took) * 95 // 100] * 1000),
    }


async def _until_all_is_shown(database: Database) -> None:
    """Wait until no card of those who answered is still to be edited; the tally goes on by itself."""
    waiting = select(func.count()).where(col(Delivery.edit_due_at).is_not(None), Delivery.edit_lane != Lane.TALLY)
    async with asyncio.timeout(60):
        while True:
            async with database.reading() as session:
                if not (await session.exec(waiting)).one():
                    return
            await asyncio.sleep(LOOK)
