"""The watch finds what is wrong, tells the owners once, and lets the heartbeat stop; what is long is not late."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

import aiohttp
import pytest
from aiohttp import web
from sqlmodel import func, select
from telegram.error import TelegramError

from bot.base.listener import CannotListen
from bot.engine import cap
from bot.sandbox.traffic.faults import Fault, Kind
from bot.watching import metrics
from bot.watching.health import served
from bot.watching.watch import Watch
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.database import Database
from models.people import Language, Person
from services.ground.details import read
from services.outbox import broadcasts
from services.watch.kinds import Late
from services.watch.trouble import Cause
from services.wings import KINDS
from tests.bot.engine.test_inbox import work
from tests.enrolment import enrol
from tests.scenarios.declaring import declare, small_network
from tests.story import COORDINATOR, Story

AN, BINH = 201, 202


def watch(story: Story, heartbeat: str | Path | None = None) -> Watch:
    """Make a watch over a story's house that feeds this heartbeat."""
    settings = story.settings.model_copy(update={"heartbeat": str(heartbeat) if heartbeat else None})
    return Watch(story.database, story.house.bot, settings.office, story.clock, settings)


async def causes(watch: Watch) -> list[Cause]:
    return [finding.cause for finding in (await watch.step()).findings]


async def queue(story: Story, recipients: int, *, kind: BroadcastKind = BroadcastKind.UPDATE) -> int:
    """Queue a message to so many people, of whom nobody is in Telegram."""
    async with story.database.writing() as session:
        first = (await session.exec(select(func.max(Person.telegram_id)))).one() + 9000
        people = [
            Person(telegram_id=first + number, name="", language=Language.VIETNAMESE, created_at=story.clock.now())
            for number in range(recipients)
        ]
        session.add_all(people)
        await session.flush()
        ids = [person.id for person in people if person.id is not None]
        broadcast = await broadcasts.queue(session, kind=KINDS[kind], people=ids, now=story.clock.now())
        assert broadcast.id is not None
        return broadcast.id


async def settle_rows(story: Story, broadcast_id: int, *, failed: int) -> None:
    """Let a broadcast be over, with so many failures."""
    async with story.database.writing() as session:
        rows = (await session.exec(select(Delivery).where(Delivery.broadcast_id == broadcast_id))).all()
        for number, row in enumerate(rows):
            row.state = DeliveryState.FAILED if number < failed else DeliveryState.DROPPED


@asynccontextmanager
async def in_trouble(database: Database) -> AsyncIterator[None]:
    """Let the database refuse what the watch writes, as it would on a full disk."""

    async def rename(before: str, after: str) -> None:
        async with database.writer.begin() as connection:
            await connection.exec_driver_sql(f"ALTER TABLE {before} RENAME TO {after}")

    await rename("alembic_version", "gone")
    try:
        yield
    finally:
        await rename("gone", "alembic_version")


async def told(story: Story) -> list[str]:
    """Send what is queued, and give what the owner got."""
    await story.house.delivery.drain()
    return story.arrived(COORDINATOR)


async def test_a_heartbeat_is_fed_while_all_is_well_and_only_then(story: Story, tmp_path: Path) -> None:
    file = tmp_path / "heartbeat"
    watching = watch(story, file)

    assert await causes(watching) == []
    fed = file.read_text()
    assert datetime.fromisoformat(fed.strip()) == story.clock.now()

    story.clock.advance(15)
    async with in_trouble(story.database):
        assert await causes(watching) == [Cause.DATABASE]
    assert file.read_text() == fed

    assert await causes(watching) == []
    assert file.read_text() != fed


async def test_a_heartbeat_may_be_an_address_and_its_silence_ends_nothing(story: Story) -> None:
    asked: list[str] = []

    async def hear(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=200 if len(asked) == 1 else 500)

    app = web.Application()
    app.router.add_get("/{key}", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    watching = watch(story, f"http://127.0.0.1:{runner.addresses[0][1]}/key")

    assert await causes(watching) == []
    assert await causes(watching) == []
    await runner.cleanup()
    assert await causes(watching) == []

    assert asked == ["/key", "/key"]


async def test_a_database_in_trouble_is_told_past_the_outbox_once_an_hour(story: Story) -> None:
    await story.settle()
    story.look_away()
    watching = watch(story)
    await watching.step()

    async with in_trouble(story.database):
        await watching.step()
        assert story.arrived(COORDINATOR) == []
        await watching.step()
        (words,) = story.arrived(COORDINATOR)
        assert "không ghi được vào cơ sở dữ liệu" in words
        story.clock.advance(3599)
        await watching.step()
        assert story.arrived(COORDINATOR) == []
        story.clock.advance(1)
        await watching.step()
        assert len(story.arrived(COORDINATOR)) == 1


async def test_what_the_clock_jumped_over_made_nothing_late(story: Story) -> None:
    await small_network(story)
    watching = watch(story)
    await queue(story, 3)

    story.clock.jump(minutes=15)

    assert await causes(watching) == []
    story.clock.advance(121)
    assert await causes(watching) == [Cause.LATE]


async def test_a_lane_older_than_its_promise_is_told_once_an_hour(story: Story) -> None:
    await small_network(story)
    watching = watch(story)
    await story.say(COORDINATOR, "/suco Đứt cáp quang")
    await queue(story, 3)
    story.look_away()

    story.clock.advance(119)
    assert await causes(watching) == []
    story.clock.advance(2)
    assert await causes(watching) == [Cause.LATE]
    story.clock.advance(3500)
    await watching.step()
    async with story.database.reading() as session:
        stored = (await session.exec(select(Broadcast.details).where(Broadcast.kind == BroadcastKind.TROUBLE))).all()
    late = [read(one, Late) for one in stored]
    assert len(late) == 2  # the trouble's own message waits as well
    assert [one and one.lanes[0].lane for one in late] == [4, 3]

    first, _ = await told(story)
    assert "thông tin cập nhật: đã chờ 2 phút" in first


async def test_two_set_aside_within_an_hour_are_told_one_after_the_other(story: Story) -> None:
    story.person(AN, "An")
    await story.settle()
    story.look_away()
    watching = watch(story)
    for _ in range(3):
        story.clock.advance(10)
        story.world.faults.add(Fault("malformed_update"))
        await story.world.say(AN, "/menu")
        await work(story)
        await watching.step()
    (first,) = await told(story)
    assert "một thao tác" in first

    story.clock.advance(3600)
    await watching.step()
    (later,) = await told(story)
    assert "thêm 2 thao tác" in later

    story.clock.advance(3600)
    await watching.step()
    assert await told(story) == []


@pytest.mark.parametrize(("failed", "is_told"), [(1, False), (2, True)])
async def test_more_than_a_twentieth_of_failures_is_told(story: Story, failed: int, *, is_told: bool) -> None:
    await story.settle()
    story.look_away()
    await settle_rows(story, await queue(story, 20), failed=failed)

    await watch(story).step()

    words = await told(story)
    assert [f"{failed}/20" in each and "thông tin cập nhật" in each for each in words] == [True] * is_told


async def test_a_broadcast_that_failed_is_told_once_and_the_next_an_hour_later(story: Story) -> None:
    await story.settle()
    story.look_away()
    counts = []
    for failed in (4, 3, 0, 0):
        if failed:
            await settle_rows(story, await queue(story, 8), failed=failed)
        await watch(story).step()
        counts.append([words[words.index("/") - 1] for words in await told(story)])
        story.clock.advance(1801)

    assert counts == [["4"], [], ["3"], []]


async def test_silence_of_telegram_is_found(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.world.faults.add(Fault("away"))
    monkeypatch.setattr(metrics, "_answered_at", time.monotonic() - 100)

    assert await causes(watch(story)) == [Cause.TELEGRAM]

    story.world.faults.clear()
    await story.house.bot.get_me()
    assert await causes(watch(story)) == []


@pytest.mark.parametrize("kind", ["page_200", "page_403", "empty", "unknown"])
async def test_answers_in_vain_make_the_bot_unready_and_its_heart_still(
    story: Story, tmp_path: Path, kind: Kind | Literal["unknown"]
) -> None:
    heart = tmp_path / "heartbeat"
    watching = watch(story, heart)
    await watching.step()
    assert heart.exists()
    heart.unlink()
    if kind == "unknown":
        story.world.token = "123456:another"
    else:
        story.world.faults.add(Fault(kind, times=None))
    for _ in range(3):
        with pytest.raises(TelegramError):
            await story.house.poller.poll(wait_seconds=0)

    (finding,) = (await watching.step()).findings

    assert finding.cause is Cause.TELEGRAM
    assert finding.what.startswith("3 answers in a row")
    assert not heart.exists()


async def test_ready_is_no_while_updates_cannot_be_had_though_the_rest_is_answered(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    poller = story.house.poller
    watching = Watch(
        story.database, story.house.bot, story.settings.office, story.clock, story.settings, unheard=poller.unheard
    )
    assert await causes(watching) == []
    story.world.faults.add(Fault("500", "getUpdates", times=None))
    with pytest.raises(TelegramError):
        await poller.poll(wait_seconds=0)
    monkeypatch.setattr(poller, "_asking_since", time.monotonic() - 91)
    await story.house.bot.get_me()

    assert await causes(watching) == [Cause.TELEGRAM]

    poller.rest()
    assert await causes(watching) == []


async def test_machines_are_told_of_life_readiness_and_counts(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await declare(story)
    await story.press(AN, "✅ Sẵn sàng")
    await queue(story, 3)
    watching = watch(story)

    async with served(watching, 0) as port, aiohttp.ClientSession(f"http://127.0.0.1:{port}") as machine:

        async def ask(path: str) -> tuple[int, str]:
            async with machine.get(path) as answer:
                return answer.status, await answer.text()

        assert await ask("/healthz") == (200, "alive\n")
        assert await ask("/readyz") == (200, '{"ready":true,"found":[]}')
        status, counted = await ask("/metrics")
        async with in_trouble(story.database):
            await watching.step()
            assert (await ask("/readyz"))[0] == 503
            assert (await ask("/healthz"))[0] == 200

    assert status == 200
    lines = dict(line.rsplit(" ", 1) for line in counted.splitlines() if not line.startswith("#"))
    assert float(lines['san_sang_queue{lane="update"}']) == 3
    for name in (
        'san_sang_sends_total{kind="message",outcome="sent"}',
        "san_sang_tap_seconds_count",
        "san_sang_transaction_seconds_count",
    ):
        assert float(lines[name]) > 0, name
    for name in ("san_sang_inbox", "san_sang_inbox_quarantined", "san_sang_telegram_429_total"):
        assert name in lines
    assert "Nguyễn" not in counted


async def test_what_others_read_is_served_beside_them(story: Story) -> None:
    settings = story.settings.model_copy(update={"cap_sender": "skhcn@phutho.gov.vn"})
    feeds = cap.routes(story.database, story.clock, settings)

    async with (
        served(watch(story), 0, beside=feeds) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as other,
        other.get("/cap/feed.atom") as answer,
    ):
        assert (answer.status, answer.content_type) == (200, "application/atom+xml")


async def test_a_taken_port_is_said_plainly(story: Story) -> None:
    async with served(watch(story), 0) as port:
        with pytest.raises(CannotListen, match=str(port)):
            async with served(watch(story), port):
                pass
