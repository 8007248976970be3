"""What Telegram hands over is stored before Telegram is told so, and only once."""

import asyncio

import pytest
from aiohttp import web
from sqlmodel import col, select
from telegram.error import Conflict, NetworkError
from telegram.ext import ExtBot

from bot.sandbox.traffic.faults import Fault
from bot.telegram.ingress import Poller
from bot.telegram.transport import AiohttpRequest, NotTelegram
from models.inbox import InboxState, InboxUpdate
from tests.story import COORDINATOR, TOKEN, Story


async def stored(story: Story) -> list[InboxUpdate]:
    async with story.database.reading() as session:
        return list(await session.exec(select(InboxUpdate).order_by(col(InboxUpdate.update_id))))


async def test_telegram_keeps_an_update_until_it_is_stored(story: Story) -> None:
    await story.world.say(COORDINATOR, "/menu")

    assert await story.house.poller.poll(wait_seconds=0) == 1

    (row,) = await stored(story)
    assert (row.state, row.sender_id) == (InboxState.STORED, COORDINATOR)
    assert story.world.pending_updates == 1
    assert await story.house.poller.poll(wait_seconds=0) == 0
    assert story.world.pending_updates == 0


async def test_a_crash_before_the_confirmation_brings_the_update_again_and_it_is_applied_once(story: Story) -> None:
    await story.say(COORDINATOR, "/menu")
    assert len(story.arrived(COORDINATOR)) == 1
    await story.world.say(COORDINATOR, "/menu")
    await story.house.poller.poll(wait_seconds=0)

    await story.restart()
    assert story.world.pending_updates == 1
    await story.settle()

    assert len(story.arrived(COORDINATOR)) == 1
    assert [row.state for row in await stored(story)] == [InboxState.DONE] * 2


async def test_an_update_that_is_handed_over_twice_is_applied_once(story: Story) -> None:
    story.world.faults.add(Fault("duplicate_update"))

    await story.say(COORDINATOR, "/menu")

    assert len(story.arrived(COORDINATOR)) == 1


async def test_at_the_end_the_last_updates_are_confirmed(story: Story) -> None:
    await story.world.say(COORDINATOR, "/menu")
    await story.house.poller.poll(wait_seconds=0)

    await story.house.poller.confirm()

    assert story.world.pending_updates == 0


async def test_before_anything_came_there_is_nothing_to_confirm(story: Story) -> None:
    before = len(story.world.calls)

    await story.house.poller.confirm()

    assert len(story.world.calls) == before


async def test_what_comes_in_a_crowd_is_fetched_to_the_last(story: Story) -> None:
    for person in range(1000, 1150):
        story.person(person, "Người")
        await story.world.say(person, "/menu")

    assert [await story.house.poller.poll(wait_seconds=0) for _ in range(3)] == [100, 50, 0]

    assert len(await stored(story)) == 150


async def test_while_telegram_is_away_nothing_is_lost(story: Story) -> None:
    await story.world.say(COORDINATOR, "/menu")
    story.world.faults.add(Fault("away"))
    with pytest.raises(NetworkError):
        await story.house.poller.poll(wait_seconds=0)
    assert await stored(story) == []

    story.world.faults.clear()
    await story.settle()

    assert len(story.arrived(COORDINATOR)) == 1


@pytest.mark.parametrize("result", [None, {}, True, "no", [1], [None, {}], [{"update_id": "1"}]])
async def test_what_is_no_list_of_updates_is_told_as_trouble_and_not_asked_for_without_a_rest(
    story: Story, result: object
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": result})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with AiohttpRequest() as request:
        bot = ExtBot(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}/bot", request=request)
        poller = Poller(story.database, bot, story.clock, request)
        with pytest.raises(NotTelegram):
            await poller.poll(wait_seconds=0)
    await runner.cleanup()
    assert await stored(story) == []


async def test_a_second_poller_is_noticed(story: Story) -> None:
    request = AiohttpRequest()
    await request.initialize()
    other = Poller(story.database, story.house.bot, story.clock, request)

    first = asyncio.ensure_future(story.house.poller.poll(wait_seconds=30))
    await story.world.queue.waiting.wait()
    await other.poll(wait_seconds=0)

    with pytest.raises(Conflict):
        await first
    await request.shutdown()


async def test_only_kinds_that_are_heard_are_asked_for(story: Story) -> None:
    await story.house.poller.poll(wait_seconds=0)

    assert set(story.world.queue.allowed or ()) == {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    }
