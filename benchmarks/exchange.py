"""Thirty-four provinces that read each other's feeds: how soon each new alert is at all the others.

Feeds, sockets and databases are real, one of each for each province; the time between two readings is a clock that is
set forward a second at a time, and after each second everything that is due is done. What that took by the real
clock is told beside: within a minute of the provinces' time it must stay below a minute.
"""

import random
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

from sqlmodel import select
from starlette.applications import Starlette

from benchmarks import network
from benchmarks.house import Found
from bot.base.listener import serving
from bot.base.migrate import migrate
from bot.base.settings import Settings
from bot.carriers.fetching import Fetcher
from bot.engine import cap
from bot.engine.peers import PeerPuller
from models.database import Database, opened
from models.peers import PeerProposal
from models.tlp import Tlp
from services.cap import messages
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration
from services.peers import register

PROVINCES, WARM_UP, WITHIN, FEW = 34, 70, 90, 3
LOCAL = (ip_network("127.0.0.0/8"),)


class SteppedClock:
    """A clock that stands still until it is set forward."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Tell the instant."""
        return self.at

    def go_on_from(self, instant: datetime) -> None:
        """Stay as it is."""

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.at += timedelta(seconds=seconds)

    def skipped_since(self, instant: datetime) -> timedelta:
        """Tell that nothing was skipped."""
        return timedelta(0)


@dataclass
class Province:
    """A province: its database, under which name it speaks, what reads the others, and when it heard of each."""

    database: Database
    sender: str
    url: str
    reads: PeerPuller
    heard: dict[str, datetime] = field(default_factory=dict)

    async def listen(self, now: datetime) -> None:
        """Read what is due, and keep when each alert was here."""
        if not await self.reads.step():
            return
        async with self.database.reading() as session:
            for sender in await session.exec(select(PeerProposal.sender)):
                self.heard.setdefault(sender, now)

    async def declare(self, now: datetime) -> None:
        """Declare something, and write what others are told."""
        async with self.database.writing() as session:
            await declarations.declare(
                session,
                declaration=Declaration(title=network.TITLE, description="Đề nghị hỗ trợ.", tlp=Tlp.CLEAR),
                draft_key="exchange",
                province_code="01",
                by=(await session.exec(network.owner())).one(),
                now=now,
                time_zone=network.ZONE,
            )
            await messages.write_due(session, now=now, cap_sender=self.sender)


async def exchanged() -> Found:
    """Let every province declare something at its own second, and wait until all the others have heard of it."""
    clock = SteppedClock(datetime.now(UTC).replace(microsecond=0))
    chance = random.Random(34)  # noqa: S311 - no secret
    async with _provinces(clock) as every:
        await _pass(every, clock, WARM_UP, {})
        begun = time.perf_counter()
        seconds = {number: chance.randrange(60) for number in range(PROVINCES)}
        declared = await _pass(every, clock, 60 + WITHIN, seconds)
        took = time.perf_counter() - begun
    waited = sorted(
        (one.heard[sender] - at).total_seconds()
        for sender, at in declared.items()
        for one in every
        if sender in one.heard
    )
    return {
        "alerts_at_others": len(waited),
        "due": PROVINCES * (PROVINCES - 1),
        "p50_seconds": waited[len(waited) // 2],
        "longest_seconds": waited[-1],
        "real_seconds_of_each_minute": round(took / (60 + WITHIN) * 60, 1),
    }


async def _pass(
    every: Sequence[Province], clock: SteppedClock, seconds: int, declaring: dict[int, int]
) -> dict[str, datetime]:
    """Let so many seconds pass, in which provinces (by number) declare something at their second; tell when."""
    declared: dict[str, datetime] = {}
    for second in range(seconds):
        clock.at += timedelta(seconds=1)
        for number, one in enumerate(every):
            if declaring.get(number) == second:
                await one.declare(clock.at)
                declared[one.sender] = clock.at
        for one in every:
            await one.listen(clock.at)
    return declared


@asynccontextmanager
async def _provinces(clock: SteppedClock) -> AsyncIterator[Sequence[Province]]:
    """Found the provinces, each of which reads all the others."""
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.db"
        await migrate(f"sqlite+aiosqlite:///{first}")
        async with opened(f"sqlite+aiosqlite:///{first}") as database:
            await network.found(database, FEW, now=clock.at)
        async with AsyncExitStack() as doors:
            every = [await doors.enter_async_context(_province(number, first, clock)) for number in range(PROVINCES)]
            for one in every:
                async with one.database.writing() as session:
                    for other in every:
                        if other is not one:
                            await register.add(
                                session, url=other.url, name=other.sender, token=None, by=None, now=clock.at
                            )
            yield every


@asynccontextmanager
async def _province(number: int, first: Path, clock: SteppedClock) -> AsyncIterator[Province]:
    """Found a province on a copy of the first database, with a feed of its own."""
    file = first.with_name(f"{number}.db")
    shutil.copy(first, file)
    settings = Settings(_env_file=None, cap_sender=f"tinh-{number}@example.vn")
    sender = settings.cap_sender or ""
    async with opened(f"sqlite+aiosqlite:///{file}") as database:
        routes = cap.routes(database, clock, settings)
        chance = random.Random(number).random  # noqa: S311 - no secret
        reads = PeerPuller(database, clock, Fetcher(LOCAL), own_sender=sender, chance=chance)
        async with serving(Starlette(routes=routes), "127.0.0.1", 0) as port:
            yield Province(database, sender, f"http://127.0.0.1:{port}/cap/feed.atom", reads)
        await reads.close()
