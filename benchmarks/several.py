"""Four workers on one PostgreSQL, one of them killed in the midst: nobody is served twice, and one pace is kept.

The server is named by TEST_POSTGRES_URL; the database on it is made for this, and thrown away.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url
from sqlmodel import col, func, select

from benchmarks import bot_api, network
from benchmarks.house import TOKEN, alerts_sent
from bot.base.migrate import migrate
from models.broadcasts import Delivery, DeliveryState
from models.database import Database, opened

ROOT = Path(__file__).parents[1]
NAME = "san_sang_benchmark"
WORKERS = 4
RATE = 30
SIZE = 2_400
LOOK = 0.2
# What a worker that lives holds for longer than this, it does not hold any more.
ABANDONED = 10.0


@asynccontextmanager
async def database_on_server() -> AsyncIterator[str]:
    """Make a database of the newest step on the server, and throw it away at the end; gives its URL."""
    server = os.environ.get("TEST_POSTGRES_URL")
    if server is None:
        raise SystemExit("TEST_POSTGRES_URL is needed, such as postgresql+asyncpg://user:password@host/postgres")
    await _tell(make_url(server), f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", f"CREATE DATABASE {NAME}")
    try:
        url = make_url(server).set(database=NAME).render_as_string(hide_password=False)
        await migrate(url)
        yield url
    finally:
        await _tell(make_url(server), f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


async def _tell(server: URL, *statements: str) -> None:
    connection = await asyncpg.connect(server.set(drivername="postgresql").render_as_string(hide_password=False))
    for statement in statements:
        await connection.execute(statement)
    await connection.close()


@asynccontextmanager
async def process_of(
    role: str, folder: Path, database_url: str, api_url: str, *, rate: int
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a part of the program as a process of its own, and wait until it is at work."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--role", role),
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": api_url,
            "DATABASE_URL": database_url,
            "OWNER_IDS": str(network.OWNER),
            "MESSAGES_PER_SECOND": str(rate),
            "LOG_LEVEL": "ERROR",
        },
        stdout=asyncio.subprocess.PIPE,
    )
    if process.stdout is None or role.encode() not in await process.stdout.readline():
        raise SystemExit(f"the {role} did not start")
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def four_workers() -> dict[str, Any]:
    """Reach 2,400 people at 30 messages a second by four workers, of whom one is killed in the midst."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = await stack.enter_async_context(database_on_server())
        api = stack.enter_context(bot_api.running(limit=RATE))
        database = await stack.enter_async_context(opened(url))
        await network.found(database, SIZE, now=datetime.now(UTC))
        roles = ["worker"] * WORKERS + ["clock"]
        processes = [await stack.enter_async_context(process_of(role, folder, url, api, rate=RATE)) for role in roles]
        await network.declare(database, now=datetime.now(UTC))
        await alerts_sent(database, SIZE // 3)
        killed_at = time.perf_counter()
        processes[0].kill()
        abandoned = await _abandoned(database)
        taken_over = await _until_gone(database, abandoned) - killed_at if abandoned else None
        await alerts_sent(database, SIZE - len(abandoned))
        at_pace = bot_api.counts_of(api)
        await alerts_sent(database, SIZE)
        counts = bot_api.counts_of(api)
        twice, left = set(counts["twice"]), await _chats(database, abandoned)
    return {
        "messages": counts["messages"],
        "people": counts["people"],
        "left_by_the_killed": len(abandoned),
        "of_these_twice": len(twice & left),
        "others_twice": len(twice - left),
        "taken_over_s": round(taken_over, 1) if taken_over else None,
        "refused": counts["refused"],
        "busiest_second": counts["busiest"],
        "limit_used": round(at_pace["messages"] / at_pace["seconds"] / RATE, 4),
    }


async def _abandoned(database: Database) -> set[int]:
    """List the rows that were on their way when the worker was killed and that nobody has recorded since."""
    held = await _held(database)
    begun = time.perf_counter()
    while held and time.perf_counter() - begun < ABANDONED:
        await asyncio.sleep(LOOK)
        held &= await _held(database)
    return held


async def _held(database: Database) -> set[int]:
    async with database.reading() as session:
        held = select(Delivery.id).where(Delivery.state == DeliveryState.SENDING)
        return {one for one in await session.exec(held) if one is not None}


async def _chats(database: Database, rows: set[int]) -> set[int]:
    async with database.reading() as session:
        found = await session.exec(select(Delivery.address).where(col(Delivery.id).in_(rows)))
        return {int(address) for address in found}


async def _until_gone(database: Database, rows: set[int]) -> float:
    """Wait until all of these are sent; returns the instant by the clock."""
    sent = select(func.count()).where(col(Delivery.id).in_(rows), Delivery.state == DeliveryState.SENT)
    while True:
        async with database.reading() as session:
            if (await session.exec(sent)).one() == len(rows):
                return time.perf_counter()
        await asyncio.sleep(LOOK)
