"""What Telegram may do to the bot beside what the tests of delivery and inbox hold: nothing is lost, nothing false."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram.ext import ExtBot

from bot.carriers.telegram import TelegramCarrier
from bot.engine import schedule
from bot.engine.delivery import DeliveryEngine
from bot.sandbox.traffic.faults import Fault, Kind
from bot.sandbox.web.server import serve
from bot.telegram.throttle import Throttle
from bot.telegram.transport import AiohttpRequest
from models.channels import Channel
from models.incidents import Incident, Severity
from tests.bot.engine.test_delivery import network, queue_alert
from tests.bot.sandbox.world import World
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.story import COORDINATOR, SECOND_COORDINATOR, TOKEN, Story, text_of

READY, CANNOT = "✅ Sẵn sàng", "⛔ Không thể"
AGAIN = "↻"
STRANGER = 299


def shuffle_backwards(story: Story) -> None:
    """Let what waits be handed over in the wrong order."""
    entries = story.world.queue.entries
    story.world.queue.entries = dict(reversed(entries.items()))


async def test_taps_of_one_person_that_come_in_the_wrong_order_are_applied_in_theirs(story: Story) -> None:
    await declared(story)
    card = story.last(AN)["message_id"]
    await story.world.press(AN, card, READY)
    await story.world.press(AN, card, CANNOT)
    shuffle_backwards(story)

    await story.settle()

    assert f"✔ Viễn thông Sông Hồng: {CANNOT}" in story.text(AN)
    assert story.world.pending_updates == 0


async def test_an_update_that_comes_again_after_it_was_applied_changes_nothing(story: Story) -> None:
    await declared(story)
    card = story.last(AN)["message_id"]
    await story.world.press(AN, card, READY)
    (entry,) = story.world.queue.entries.values()
    await story.settle()
    await story.press(AN, CANNOT)
    story.look_away()

    story.world.queue.restore(entry)
    await story.house.poller.poll(wait_seconds=0)
    await story.settle()

    assert f"✔ Viễn thông Sông Hồng: {CANNOT}" in story.text(AN)
    assert story.arrived(AN) == []


@pytest.mark.parametrize(("kind", "is_marked"), [("away", True), ("502", True), ("429", False)])
async def test_ten_minutes_without_telegram_lose_no_alert(story: Story, kind: Kind, *, is_marked: bool) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất kết nối cáp quang tại Hoàn Kiếm")
    await story.press(COORDINATOR, "🗺 Toàn thành phố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    confirm = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")["message_id"]
    await story.world.press(COORDINATOR, confirm, "🚨 Xác nhận gửi")
    await story.house.poller.poll(wait_seconds=0)
    story.look_away()
    story.world.faults.add(Fault(kind, times=None, seconds=5))

    for _ in range(20):
        story.clock.advance(30)
        await work_unheard(story)
    assert [story.arrived(person) for person in (AN, BINH, CHI)] == [[], [], []]
    story.world.faults.clear()
    await story.be_cut_off(seconds=6)
    await story.pass_time(seconds=11)

    for person in (AN, BINH, CHI):
        (card,) = story.arrived(person)
        assert "Mất kết nối cáp quang" in card
        assert card.startswith(AGAIN) is is_marked


async def work_unheard(story: Story) -> None:
    """Let the bot do what it can do without hearing Telegram."""
    await schedule.tick(story.database, now=story.clock.now(), time_zone=story.settings.office.time_zone)
    await story.house.dispatcher.drain()
    await story.house.delivery.step(Channel.TELEGRAM)


async def test_a_refused_connection_leaves_no_copy_and_the_alert_comes_once(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await queue_alert(story)
    async with serve(World(token=TOKEN), port=0) as url:
        nobody_there = url
    async with at(story, nobody_there) as delivery:
        await delivery.step(Channel.TELEGRAM)

    story.clock.advance(5)
    await story.settle()

    for person in (AN, BINH, CHI):
        (card,) = story.arrived(person)
        assert AGAIN not in card


@asynccontextmanager
async def at(story: Story, url: str) -> AsyncIterator[DeliveryEngine]:
    """Let the story's messages go out to another address."""
    async with AiohttpRequest() as request, AiohttpRequest() as polls:
        bot = ExtBot(TOKEN, f"{url}/bot", request=request, get_updates_request=polls)
        carrier = TelegramCarrier(bot, request, story.clock, Throttle())
        yield DeliveryEngine(story.database, {Channel.TELEGRAM: carrier}, story.settings.office, story.clock)


@asynccontextmanager
async def keeping(asked: list[dict[str, object]]) -> AsyncIterator[str]:
    """Take every message, and keep what was asked; yields the address."""

    async def take(request: web.Request) -> web.Response:
        asked.append(await request.json())
        return web.json_response({"ok": True, "result": {"message_id": len(asked)}})

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.mark.parametrize(("severity", "is_silent"), [(Severity.LOW, True), (Severity.SERIOUS, False)])
async def test_only_an_alert_of_low_severity_arrives_without_a_sound(
    story: Story, severity: Severity, *, is_silent: bool
) -> None:
    await network(story)
    incident_id = await queue_alert(story)
    async with story.database.writing() as session:
        (await session.get_one(Incident, incident_id)).severity = severity
    asked: list[dict[str, object]] = []

    async with keeping(asked) as url, at(story, url) as delivery:
        await delivery.drain()

    alerts = [bool(one.get("disable_notification")) for one in asked if one["chat_id"] in (AN, BINH)]
    assert alerts == [is_silent, is_silent]


async def test_a_slow_answer_to_one_person_keeps_no_tap_waiting(story: Story) -> None:
    await declared(story)
    card = story.last(AN)["message_id"]
    await story.press(CHI, READY)
    story.world.faults.add(Fault("slow", "editMessageText", chat_id=AN, seconds=20))
    await story.world.press(AN, card, READY)
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()
    sending = asyncio.create_task(story.house.delivery.step(Channel.TELEGRAM))
    async for event in story.world.events.listen(heartbeat=10):
        if event is not None and event["type"] == "edit" and event["chat_id"] == AN:
            break

    query = await story.world.press(CHI, story.last(CHI)["message_id"], CANNOT)
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()

    assert "Đã ghi nhận" in str((story.world.answer(query) or {}).get("text"))
    assert not sending.done()
    sending.cancel()
    await asyncio.wait([sending])


@pytest.mark.parametrize("known", [False, True])
async def test_who_never_opened_the_bot_is_unreachable_and_keeps_nobody_waiting(story: Story, known: bool) -> None:
    await small_network(story)
    await enrol(story, STRANGER, "Lý Văn Xa", "Viễn thông Biển Xa")
    if known:
        story.world.people.accounts[STRANGER].started = False
    else:
        del story.world.people.accounts[STRANGER]

    await declare(story)

    for person in (AN, BINH, CHI):
        assert READY in " ".join(story.arrived(person)) or story.chat(person)
    assert "📵 Không liên lạc được: 1" in story.text(COORDINATOR)


async def test_a_card_that_its_reader_deleted_is_given_up_and_the_answer_counts(story: Story) -> None:
    await declared(story)
    card = story.last(AN)
    await story.world.press(AN, card["message_id"], READY)
    del story.world.chat(AN).messages[card["message_id"]]

    await story.settle()

    assert "✅ Sẵn sàng: 1" in text_of(story.last(COORDINATOR))
