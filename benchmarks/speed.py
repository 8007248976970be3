"""The measurements: each runs in a process of its own and prints what it found as JSON.

`python -m benchmarks.speed NAME` runs one; `python -m benchmarks` runs them all, one after another.
"""

import asyncio
import json
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from benchmarks import bot_api, network, sandbox
from benchmarks.exchange import exchanged
from benchmarks.feeds import feed_pulled
from benchmarks.house import PAID, TOKEN, Found, Watch, alerts_sent, house_over, pace, send_all
from benchmarks.log import opening_log
from benchmarks.reports import reporting
from benchmarks.several import database_on_server, four_workers
from benchmarks.strict import four_strictly_free, four_strictly_paid, strictly_free, strictly_paid
from benchmarks.taps import storm, taps_in_broadcast
from benchmarks.waves import three_waves
from bot.base.clock import SystemClock
from bot.engine.assembly import assemble
from bot.watching import logs
from models.channels import Channel
from models.database import Database
from models.identity import id_of
from services.ground import inbox
from services.members import entries
from services.notation.spelling import search_key
from services.outbox import broadcasts
from services.people.kinds import MEMBERSHIP, News
from services.roster import memory as roster_memory
from services.roster import nearest as roster_nearest
from services.roster import search as roster_search
from services.roster.search import NO_FILTERS, Viewer

TEXT = (
    "🔴 SC-2026-0001 · Mất kết nối cáp quang diện rộng\nMức độ: Nghiêm trọng · Sự cố kỹ thuật\n"
    "Địa bàn: toàn tỉnh\n\nĐề nghị Quý đơn vị cho biết khả năng tham gia."
)
ROWS = (
    ("✅ Sẵn sàng",),
    ("🕐 30 phút", "🕐 1 giờ", "🕐 2 giờ"),
    ("💻 Hỗ trợ từ xa",),
    ("❓ Cần thêm tin", "⛔ Không thể"),
    ("i Chi tiết",),
)
MANY = 60_000


async def ours(size: int = 6_000) -> Found:
    """Send an alert over the whole path: claimed, rendered, sent, recorded, durable."""
    with bot_api.running() as url:
        async with house_over(url, size) as house:
            await network.declare(house.database, now=datetime.now(UTC))
            # What is loaded once in a program's life is loaded by the first messages.
            warm = await house.delivery.step(Channel.TELEGRAM) + await house.delivery.step(Channel.TELEGRAM)
            watch = Watch()
            found = watch.per_message(await send_all(house))
        counts = bot_api.counts_of(url)
    if counts["messages"] != size:
        raise SystemExit(f"{counts['messages']} messages arrived, not {size}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found | {"warm": warm, "peak_mb": peak}


async def ours_to_many() -> Found:
    """Send the same to 60,000."""
    return await ours(MANY)


async def ours_to_few() -> Found:
    """Send the same to 1,000."""
    return await ours(1_000)


async def telegram_bot(size: int = 3_000) -> Found:
    """Send as much by a bare loop of python-telegram-bot with its default transport; nothing is stored."""
    rows = [[InlineKeyboardButton(text, callback_data="a:1") for text in row] for row in ROWS]
    with bot_api.running() as url:
        async with Bot(TOKEN, f"{url}/bot") as bot:
            watch = Watch()
            for number in range(size):
                await bot.send_message(number + 1, TEXT, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows))
            return watch.per_message(size)


async def aiogram(size: int = 3_000) -> Found:
    """Send as much by a bare loop of aiogram; nothing is stored."""
    from aiogram import Bot as AiogramBot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineKeyboardButton as Button
    from aiogram.types import InlineKeyboardMarkup as Markup

    rows = [[Button(text=text, callback_data="a:1") for text in row] for row in ROWS]
    with bot_api.running() as url:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        bot = AiogramBot(TOKEN, session=session)
        watch = Watch()
        for number in range(size):
            await bot.send_message(number + 1, TEXT, parse_mode="HTML", reply_markup=Markup(inline_keyboard=rows))
        found = watch.per_message(size)
        await session.close()
        return found


async def at_a_limit(size: int, rate: int) -> Found:
    """Send an alert at one of Telegram's limits, which the server enforces."""
    with bot_api.running(limit=rate) as url:
        async with house_over(url, size) as house:
            pace(house, rate)
            await network.declare(house.database, now=datetime.now(UTC))
            watch = Watch()
            found = watch.per_message(await send_all(house))
        counts = bot_api.counts_of(url)
    used = counts["messages"] / counts["seconds"] / rate
    return found | {"refused": counts["refused"], "limit_used": round(used, 4), "busiest_second": counts["busiest"]}


async def free_limit(size: int = 3_000, rate: int = 30) -> Found:
    """Reach 3,000 people at 30 messages a second, by limits that the sandbox enforces."""
    with sandbox.running(size, token=TOKEN) as url:
        async with house_over(url, size) as house:
            pace(house, rate)
            await network.declare(house.database, now=datetime.now(UTC))
            watch = Watch()
            found = watch.per_message(await send_all(house))
        counted = sandbox.counters(url)
    refused, sent = counted["calls_429"], counted["sent"]
    return found | {"sent": sent, "refused": refused, "limit_used": round(found["per_second"] / rate, 3)}


async def paid_limit() -> Found:
    """Reach 60,000 people at 1,000 messages a second."""
    return await at_a_limit(MANY, PAID)


async def urgent(size: int = MANY) -> Found:
    """Declare while a digest to 60,000 goes out at the paid limit; how soon the first alert leaves, and the last."""
    with bot_api.running() as url:
        async with house_over(url, size) as house:
            pace(house, PAID)
            await digest(house.database)
            sending = asyncio.create_task(send_all(house))
            await asyncio.sleep(3)
            begun = time.perf_counter()
            await network.declare(house.database, now=datetime.now(UTC))
            declared = time.perf_counter()
            first = await alerts_sent(house.database, 1)
            last = await alerts_sent(house.database, size)
            await sending
    return {
        "declared_s": round(declared - begun, 3),
        "first_alert_s": round(first - declared, 3),
        "last_alert_s": round(last - declared, 1),
        "alone_s": size / PAID,
    }


async def digest(database: Database) -> None:
    """Queue a message of the least urgent lane to everybody."""
    async with database.writing() as session:
        everybody = (await session.exec(network.everybody())).all()
        await broadcasts.queue(
            session,
            kind=MEMBERSHIP,
            people=[id_of(one) for one in everybody],
            now=datetime.now(UTC),
            subject_id=1,
            details=News("paused"),
        )


async def declaring() -> Found:
    """Declare an incident to 60,000 by a coordinator's last tap: how long until all is committed, and until confirmed.

    The alerts go out as soon as they are committed, beside the confirmation.
    """
    with bot_api.running() as url:
        async with house_over(url, MANY) as house:
            now = datetime.now(UTC)
            data = await network.about_to_declare(house.database, now=now)
            async with house.database.writing() as session:
                await inbox.store(session, updates=[bot_api.press(1, network.OWNER, data)], now=now)
            watch, begun = Watch(), time.perf_counter()
            confirming = asyncio.create_task(house.dispatcher.drain())
            await house.delivery.wake.wait()
            committed, found = time.perf_counter(), watch.per_message(MANY)
            while not confirming.done():
                await house.delivery.step(Channel.TELEGRAM)
            confirmed = time.perf_counter()
        counts = bot_api.counts_of(url)
    if not counts["methods"].get("editMessageText"):
        raise SystemExit("the coordinator was shown nothing")
    return {
        "committed_s": round(committed - begun, 3),
        "of_processor_s": round(found["ms_of_processor_each"] * MANY / 1000, 3),
        "confirmed_after_s": round(confirmed - committed, 3),
    }


async def searching(times: int = 1_000) -> Found:
    """Search a roster of 60,000 in any spelling, as a coordinator does; somebody edits a business now and then."""
    chance = random.Random(4)  # noqa: S311 - no secret
    viewer = Viewer(1, coordinates=True, sees_phones=True)
    took: list[float] = []
    worked: list[float] = []
    with bot_api.running() as url:
        async with house_over(url, MANY, with_roster=True) as house:
            begun = time.perf_counter()
            async with house.database.reading() as session:
                await roster_memory.keep(session)
            kept = time.perf_counter()
            for number in range(times):
                if number % 10 == 0:
                    async with house.database.writing() as session:
                        await entries.refresh(session, member_ids=[chance.randrange(MANY) + 1])
                text = typed(chance)
                search = roster_search.prepare(text, viewer=viewer, filters=NO_FILTERS, now=datetime.now(UTC))
                looked, processor = time.perf_counter(), time.process_time()
                async with house.database.reading() as session:
                    finding = await roster_search.find(session, search=search, page=chance.choice((0, 0, 0, 1, 50)))
                    if finding.total == 0:
                        await roster_nearest.find(session, search=search)
                took.append(time.perf_counter() - looked)
                worked.append(time.process_time() - processor)
            name = house.database.reader.dialect.name
    took.sort()
    worked.sort()
    return {
        "database": name,
        "p50_ms": round(took[times // 2] * 1000, 1),
        "p99_ms": round(took[times * 99 // 100] * 1000, 1),
        "p99_ms_of_processor": round(worked[times * 99 // 100] * 1000, 1),
        "longest_ms": round(took[-1] * 1000, 1),
        "read_into_memory_s": round(kept - begun, 1),
    }


def typed(chance: random.Random) -> str:
    """Make up what a person types to find a business: words of its name, whole or begun, a number, a slip."""
    number = chance.randrange(MANY)
    words = network.name_of(number).split()
    match chance.randrange(8):
        case 0:
            return f"{number:010}"
        case 1:
            return f"090{number:07}"[: chance.choice((8, 9, 10))]
        case 2:
            return "".join(word[0] for word in words[-6:-1])
        case 3:
            return " ".join(words[-3:-1]).replace("n", "m", 1) + "x"
        case 4:
            return " ".join(word[: chance.choice((1, 2, 3, 9))] for word in chance.sample(words, 3))
        case 5:
            return " ".join(words)
        case 6:
            return chance.choice(words)
    return search_key(" ".join(chance.sample(words, 2)))


async def searching_on_postgresql() -> Found:
    """Search the same roster on PostgreSQL."""
    async with database_on_server() as url:
        os.environ["DATABASE_URL"] = url
        return await searching()


async def starting() -> Found:
    """Start over 60,000 pending rows: how long until the first message is out."""
    with bot_api.running() as url:
        async with house_over(url, MANY) as house:
            await network.declare(house.database, now=datetime.now(UTC))
            begun = time.perf_counter()
            async with assemble(
                house.settings, house.database, clock=SystemClock(), token=TOKEN, api_url=url
            ) as restarted:
                sending = asyncio.create_task(restarted.delivery.step(Channel.TELEGRAM))
                first = await alerts_sent(house.database, 1)
                await sending
            return {"seconds": round(first - begun, 3)}


MEASUREMENTS: dict[str, Callable[[], Coroutine[Any, Any, Found]]] = {
    one.__name__: one
    for one in (
        ours,
        telegram_bot,
        aiogram,
        ours_to_few,
        ours_to_many,
        free_limit,
        strictly_free,
        strictly_paid,
        paid_limit,
        urgent,
        declaring,
        three_waves,
        opening_log,
        feed_pulled,
        exchanged,
        taps_in_broadcast,
        storm,
        reporting,
        searching,
        searching_on_postgresql,
        starting,
        four_strictly_free,
        four_strictly_paid,
        four_workers,
    )
}


if __name__ == "__main__":
    logs.set_up("ERROR")
    sys.stdout.write(json.dumps(asyncio.run(MEASUREMENTS[sys.argv[1]]())) + "\n")
