"""The feed of CAP with 10,000 alerts behind it: how long a reader waits for all of it, and to hear that nothing is new.

Once all of them are under way, of which the newest 300 are listed; once all but a few ended long ago, as after years.
A bare application that answers the same from memory, on the same server, is measured beside it: what both share is the
way there and back. Reader and server are one process, whose time on the processor is told beside the clock's.
"""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import uvicorn
from sqlalchemy import insert, select, update
from sqlmodel import col
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
LISTED, UNDER_WAY = 300, 40
SENDER, FEED = "skhcn@example.vn", "/cap/feed.atom"


@dataclass(frozen=True)
class Pulled:
    """What many pulls took: the seconds of each, the shortest first, and the processor's seconds of all."""

    took: Sequence[float]
    of_processor: float

    def as_found(self, name: str) -> Found:
        """Give it in thousandths of a second, under this name."""
        return {
            f"{name}_p50_ms": _ms(self.took[len(self.took) // 2]),
            f"{name}_p99_ms": _ms(self.took[len(self.took) * 99 // 100]),
            f"{name}_ms_of_processor": _ms(self.of_processor / len(self.took)),
        }


async def feed_pulled() -> Found:
    """Pull the feed again and again, all of it and only if it is new; and the same from a bare application."""
    with bot_api.running() as url:
        async with house_over(url, FEW) as house:
            await _publish(house.database, now=datetime.now(UTC))
            settings = Settings(_env_file=None, cap_sender=SENDER, cap_address="https://sansang.example")
            app = Starlette(routes=cap.routes(house.database, SystemClock(), settings))
            async with _served(app) as address, aiohttp.ClientSession() as reader:
                body, tag = await _first(reader, address, entries=LISTED)
                found = (await _pull(reader, address, {}, status=200)).as_found("whole")
                found |= (await _pull(reader, address, {"If-None-Match": tag}, status=304)).as_found("unchanged")
                await _end_most(house.database)
                _, later = await _first(reader, address, entries=UNDER_WAY)
                found |= (await _pull(reader, address, {"If-None-Match": later}, status=304)).as_found(
                    "unchanged_later"
                )
    async with _served(_bare(body, tag)) as address, aiohttp.ClientSession() as reader:
        found |= (await _pull(reader, address, {}, status=200)).as_found("bare_whole")
        found |= (await _pull(reader, address, {"If-None-Match": tag}, status=304)).as_found("bare_unchanged")
    return found | {"bytes": len(body)}


async def _first(reader: aiohttp.ClientSession, address: str, *, entries: int) -> tuple[bytes, str]:
    """Pull the feed as somebody new, and see that so many entries are in it; give its bytes and their mark."""
    async with reader.get(f"{address}{FEED}") as answer:
        body, tag = await answer.read(), answer.headers["ETag"]
    if body.count(b"<entry>") != entries:
        raise SystemExit(f"the feed has {body.count(b'<entry>')} entries, not {entries}")
    return body, tag


def _bare(body: bytes, tag: str) -> Starlette:
    async def answer(request: Request) -> Response:
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return Response(body, media_type="application/atom+xml", headers={"ETag": tag})

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


async def _pull(reader: aiohttp.ClientSession, address: str, headers: Mapping[str, str], *, status: int) -> Pulled:
    """Pull the feed many times, one after another."""
    took, processor = [], time.process_time()
    for _ in range(TIMES):
        begun = time.perf_counter()
        async with reader.get(f"{address}{FEED}", headers=headers) as answer:
            await answer.read()
        took.append(time.perf_counter() - begun)
        if answer.status != status:
            raise SystemExit(f"the feed answered {answer.status}, not {status}")
    return Pulled(sorted(took), time.process_time() - processor)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


async def _end_most(database: Database) -> None:
    """Let all but a few have ended a year ago."""
    long_ago = datetime.now(UTC) - timedelta(days=365)
    async with database.writing() as session:
        await session.exec(
            update(CapMessage).where(col(CapMessage.id) <= ALERTS - UNDER_WAY).values(expires_at=long_ago)
        )


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
