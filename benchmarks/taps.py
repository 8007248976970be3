"""Taps: as many as come during a broadcast, and as fast as they can be taken."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from sqlmodel import col, func, select

from benchmarks import bot_api, network
from benchmarks.house import FREE, Found, Watch, alerts_sent, house_over, pace, send_all
from bot.engine.assembly import House
from bot.engine.loops import run
from models.channels import Channel
from models.database import Database
from models.identity import id_of
from models.inbox import InboxState, InboxUpdate
from models.incidents import Incident
from services.ground import inbox
from services.incidents.kinds import TALLY
from services.outbox import broadcasts

LOOK = 0.2
STORED_AT_ONCE = 2_000
# The heaps of a tally into which those fall who answered, by their marks.
ANSWERED = re.compile(r"(?:✅ Sẵn sàng|💻 Từ xa|❓ Hỏi thêm|⛔ Không thể): <b>([\d.]+)</b>")


async def taps_in_broadcast(rate: int = 150, seconds: int = 60) -> Found:
    """Answer so many taps a second while a broadcast goes out at the free limit, by the whole program as it runs."""
    size = rate * seconds
    with bot_api.running(limit=FREE) as url:
        async with house_over(url, size, rate=FREE) as house:
            incident = await declare(house.database)
            stopping = asyncio.Event()
            running = asyncio.create_task(run(house, stopping))
            await alerts_sent(house.database, FREE)
            before, watch = bot_api.counts_of(url), Watch()
            bot_api.let_tap(url, incident_id=id_of(incident), first=network.FIRST, count=size, rate=rate)
            await until_applied(house.database, size, within=timedelta(seconds=3 * seconds))
            processor, after = watch.per_message(size), bot_api.counts_of(url)
            stopping.set()
            await running
            took = await delays(house.database, bot_api.answered(url))
            applied = await _applied(house.database)
    sent = after["messages"] - before["messages"]
    return {
        "taps": size,
        "applied": applied,
        "answered": len(took),
        "p50_ms": round(took[len(took) // 2] * 1000),
        "p99_ms": round(took[len(took) * 99 // 100] * 1000),
        "longest_ms": round(took[-1] * 1000),
        "seconds": processor["seconds"],
        "ms_of_processor_for_each_tap": processor["ms_of_processor_each"],
        "messages_per_second": round(sent / processor["seconds"], 1),
        "refused": after["refused"],
    }


async def storm(size: int = 60_000) -> Found:
    """Apply as many taps, of as many people, as fast as they can be taken, while a tally shows how it goes."""
    with bot_api.running(follow=network.OWNER) as url:
        async with house_over(url, size) as house:
            incident = await declare(house.database)
            await send_all(house)
            pace(house, FREE)
            for start in range(0, size, STORED_AT_ONCE):
                numbers = range(start, min(start + STORED_AT_ONCE, size))
                taps = [bot_api.tap(number, id_of(incident), network.FIRST) for number in numbers]
                async with house.database.writing() as session:
                    await inbox.store(session, updates=taps, now=datetime.now(UTC))
            watch = Watch()
            applying = asyncio.create_task(house.dispatcher.drain())
            await _show_until(house, applying)
            found = watch.per_message(await applying)
            await _show_the_end(house, url, size)
            applied, commits = await _applied(house.database), await _commits(house.database)
        shown = [_answered(text) for text in bot_api.shown(url)]
    true = {0, *accumulate(commits)}
    return found | {
        "applied": applied,
        "due": size,
        "commits": len(commits),
        "tallies_shown": len(shown),
        "tallies_wrong": sum(number not in true for number in shown),
        "last_tally": shown[-1],
    }


async def declare(database: Database) -> Incident:
    """Declare an incident to everybody, with a live tally for the coordinator."""
    now = datetime.now(UTC)
    incident = await network.declare(database, now=now)
    async with database.writing() as session:
        owner = (await session.exec(network.owner())).one()
        await broadcasts.queue(session, kind=TALLY, people=[id_of(owner)], subject_id=id_of(incident), now=now)
    return incident


async def _show_until(house: House, applying: asyncio.Task[int]) -> None:
    """Let the outbox work at the free limit meanwhile: cards and tallies are edited as answers come."""
    while not applying.done():
        if not await house.delivery.step(Channel.TELEGRAM):
            await asyncio.sleep(LOOK)


async def _show_the_end(house: House, url: str, size: int) -> None:
    """Let the outbox work until the tally shows that all have answered, for a minute at most."""
    async with asyncio.timeout(60):
        while True:
            await house.delivery.step(Channel.TELEGRAM)
            if (shown := bot_api.shown(url)) and _answered(shown[-1]) == size:
                return
            await asyncio.sleep(LOOK)


def _answered(text: str) -> int:
    """Read from a tally how many have answered."""
    return sum(int(number.replace(".", "")) for number in ANSWERED.findall(text))


async def _commits(database: Database) -> list[int]:
    """List how many answers each commit stored, in their order: all of a commit are marked at one instant."""
    async with database.reading() as session:
        done = select(func.count()).where(InboxUpdate.state == InboxState.DONE).group_by(col(InboxUpdate.done_at))
        return list(await session.exec(done.order_by(col(InboxUpdate.done_at))))


async def until_applied(database: Database, count: int, *, within: timedelta) -> None:
    """Wait until so many have answered, for a while at most."""
    async with asyncio.timeout(within.total_seconds()):
        while True:
            if await _applied(database) >= count:
                return
            await asyncio.sleep(LOOK)


async def _applied(database: Database) -> int:
    async with database.reading() as session:
        return (await session.exec(network.answers())).one()


async def delays(database: Database, answered: dict[str, float]) -> list[float]:
    """List how many seconds lay between each tap stored and answered, the shortest first."""
    query = select(InboxUpdate.update_id, InboxUpdate.received_at).where(InboxUpdate.state == InboxState.DONE)
    async with database.reading() as session:
        stored = {str(update_id): received_at.timestamp() for update_id, received_at in await session.exec(query)}
    return sorted(at - stored[query_id] for query_id, at in answered.items())
