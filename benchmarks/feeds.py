"""The feed of CAP with 10,000 alerts behind it: how long a reader waits for all of it, and to hear that nothing is new.

A bare application that answers the same bytes from memory, on the same server, is measured beside it: what
both share is the way there and back.
"""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import uvicorn
from sqlalchemy import insert, select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks import bot_api, network
from benchmarks.house import Found, house_over
from bot.base.clock import SystemClock
from bot.base.settings import Settings
from bot.engine import cap
from models.cap import CapMessage
from models.database import Database
from models.incidents import Incident
from models.tlp import Tlp
from services.cap import messages
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration

ALERTS, FEW, TIMES = 10_000, 100, 500
SENDER, FEED = "skhcn@example.vn", "/cap/feed.atom"


async def feed_pulled() -> Found:
    """Pull the feed again and again, all of it and only if it is new; and the same bytes from a bare application."""
    with bot_api.running() as url:
        async with house_over(url, FEW) as house:
            await _publish(house.database, now=datetime.now(UTC))
            settings = Settings(_env_file=None, cap_sender=SENDER, cap_address="https://sansang.example")
            app = Starlette(routes=cap.routes(house.database, SystemClock(), settings))
            async with _served(app) as address, aiohttp.ClientSession() as reader:
                first = await reader.get(f"{address}{FEED}")
                body, tag = await first.read(), first.headers["ETag"]
                whole = await _pull(reader, address, {}, status=200)
                unchanged = await _pull(reader, address, {"If-None-Match": tag}, status=304)
    async with _served(_bare(body)) as address, aiohttp.ClientSession() as reader:
        bare = await _pull(reader, address, {}, status=200)
    if body.count(b"<entry>") != 300:
        raise SystemExit(f"the feed has {body.count(b'<entry>')} entries, not 300")
    return {
        "whole_p50_ms": _ms(whole, 0.5),
        "whole_p99_ms": _ms(whole, 0.99),
        "unchanged_p50_ms": _ms(unchanged, 0.5),
        "unchanged_p99_ms": _ms(unchanged, 0.99),
        "bare_p50_ms": _ms(bare, 0.5),
        "bare_p99_ms": _ms(bare, 0.99),
        "bytes": len(body),
    }


def _bare(body: bytes) -> Starlette:
    async def answer(_: Request) -> Response:
        return Response(body, media_type="application/atom+xml")

    return Starlette(routes=[Route(FEED, answer)])


@asynccontextmanager
async def _served(app: Starlette) -> AsyncIterator[str]:
    """Serve an application on a free port of this machine."""
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[door]))
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving


async def _pull(
    reader: aiohttp.ClientSession, address: str, headers: Mapping[str, str], *, status: int
) -> Sequence[float]:
    """Pull the feed many times, one after another; give the seconds that each took, the shortest first."""
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        async with reader.get(f"{address}{FEED}", headers=headers) as answer:
            await answer.read()
        took.append(time.perf_counter() - begun)
        if answer.status != status:
            raise SystemExit(f"the feed answered {answer.status}, not {status}")
    return sorted(took)


def _ms(took: Sequence[float], share: float) -> float:
    return round(took[int(len(took) * share)] * 1000, 2)


async def _publish(database: Database, *, now: datetime) -> None:
    """Declare one incident and write its message as the clock does; then copy both until there are enough."""
    async with database.writing() as session:
        owner = (await session.exec(network.owner())).one()
        await declarations.declare(
            session,
            declaration=Declaration(title=network.TITLE, description="Đề nghị hỗ trợ.", tlp=Tlp.CLEAR),
            draft_key="feed",
            province_code="01",
            by=owner,
            now=now,
            time_zone=network.ZONE,
        )
        await messages.write_due(session, now=now + timedelta(seconds=1), cap_sender=SENDER)
        connection = await session.connection()
        incident = dict((await connection.execute(select(Incident.__table__))).mappings().one())  # type: ignore[attr-defined]
        message = dict((await connection.execute(select(CapMessage.__table__))).mappings().one())  # type: ignore[attr-defined]
        numbers = range(2, ALERTS + 1)
        await connection.execute(
            insert(Incident),
            [
                {**incident, "id": one, "number": one, "code": f"SC-2026-{one:05}", "draft_key": f"feed-{one}"}
                for one in numbers
            ],
        )
        await connection.execute(
            insert(CapMessage),
            [
                {**message, "id": one, "incident_id": one, "cause_id": one, "identifier": f"SC-2026-{one:05}-alert"}
                for one in numbers
            ],
        )
