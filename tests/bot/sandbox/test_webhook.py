"""Updates pushed to a webhook: in each person's order, again until they are taken, with the secret."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.sandbox.traffic.faults import Fault
from tests.bot.sandbox.conftest import LAN, MAI, MovedClock
from tests.bot.sandbox.world import World


class Hook:
    """A web server that takes updates, or refuses as many as it is told to."""

    def __init__(self) -> None:
        self.url = ""
        self.taken: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.refusals = 0
        self.held: asyncio.Event | None = None
        self._arrived = asyncio.Condition()
        self.requests = 0

    async def answer(self, request: web.Request) -> web.Response:
        update = await request.json()
        async with self._arrived:
            self.requests += 1
            self._arrived.notify_all()
        if self.held is not None and update.get("message", {}).get("text") == "giữ":
            await self.held.wait()
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        self.taken.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self._arrived:
            self._arrived.notify_all()
        return web.Response()

    async def until_requests(self, count: int) -> None:
        async with self._arrived, asyncio.timeout(5):
            await self._arrived.wait_for(lambda: self.requests >= count)

    async def until_taken(self, count: int) -> list[str]:
        async with self._arrived, asyncio.timeout(5):
            await self._arrived.wait_for(lambda: len(self.taken) >= count)
        return [each["message"]["text"] for each in self.taken]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.answer)
    runner = web.AppRunner(app, handle_signals=False)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def until_empty(bot: Bot, world: World) -> None:
    async with asyncio.timeout(5):
        while world.pending_updates:
            await bot.get_me()


async def test_updates_are_pushed_with_the_secret_and_then_forgotten(bot: Bot, world: World, hook: Hook) -> None:
    await world.say(MAI, "trước")
    await bot.set_webhook(hook.url, secret_token="bi-mat_1")
    await world.say(MAI, "sau")

    assert await hook.until_taken(2) == ["trước", "sau"]
    assert hook.secrets == ["bi-mat_1", "bi-mat_1"]
    await until_empty(bot, world)
    assert world.queue.handed_over == 2
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_what_is_refused_is_pushed_again_with_doubling_pauses(
    bot: Bot, world: World, hook: Hook, clock: MovedClock
) -> None:
    hook.refusals = 3
    await bot.set_webhook(hook.url)
    await world.say(MAI, "một")
    await world.say(MAI, "hai")

    for requests, pause in ((1, 1), (2, 2), (3, 4)):
        await hook.until_requests(requests)
        async with asyncio.timeout(5):
            while not world.pusher.postponed:
                await bot.get_me()
        clock.advance(pause - 0.1)
        await world.run_due()
        await bot.get_me()
        assert hook.requests == requests
        clock.advance(0.1)
        await world.run_due()

    assert await hook.until_taken(2) == ["một", "hai"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_one_persons_updates_wait_for_each_other_and_other_people_do_not(
    bot: Bot, world: World, hook: Hook
) -> None:
    hook.held = asyncio.Event()
    await bot.set_webhook(hook.url)
    await world.say(MAI, "giữ")
    await world.say(MAI, "Mai hai")
    await world.say(LAN, "Lan một")

    assert await hook.until_taken(1) == ["Lan một"]
    hook.held.set()

    assert await hook.until_taken(3) == ["Lan một", "giữ", "Mai hai"]


async def test_no_more_connections_than_allowed(bot: Bot, world: World, hook: Hook) -> None:
    hook.held = asyncio.Event()
    await bot.set_webhook(hook.url, max_connections=1)
    await world.say(MAI, "giữ")
    await world.say(LAN, "Lan một")
    await hook.until_requests(1)

    assert (await bot.get_webhook_info()).pending_update_count == 2
    hook.held.set()

    assert await hook.until_taken(2) == ["giữ", "Lan một"]


async def test_setting_a_webhook_ends_the_poll_that_waits(bot: Bot, world: World, hook: Hook) -> None:
    poll = asyncio.ensure_future(bot.get_updates(timeout=50))
    await world.queue.waiting.wait()

    await bot.set_webhook(hook.url)

    with pytest.raises(Conflict):
        await asyncio.wait_for(poll, 5)


async def test_without_the_webhook_updates_wait_to_be_fetched(bot: Bot, world: World, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    await bot.delete_webhook()
    await world.say(MAI, "một")
    assert len(await bot.get_updates()) == 1

    await bot.set_webhook(hook.url, drop_pending_updates=True, allowed_updates=["message"])

    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.allowed_updates) == (0, ("message",))
    assert hook.taken == []
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook(hook.url, secret_token="bí mật")


async def test_a_pushed_update_may_come_twice(bot: Bot, world: World, hook: Hook) -> None:
    world.faults.add(Fault("duplicate_update"))
    await bot.set_webhook(hook.url)

    await world.say(MAI, "một")

    assert await hook.until_taken(2) == ["một", "một"]
    await until_empty(bot, world)
