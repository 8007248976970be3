"""The queue of updates over HTTP: offsets, lifetimes, one poller at a time."""

import asyncio
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import InvalidToken

from tests.bot.sandbox.conftest import MAI, TOKEN, MovedClock
from tests.bot.sandbox.world import World


async def fetch(http: httpx.AsyncClient, **parameters: Any) -> list[int]:
    answer = await http.get(f"/bot{TOKEN}/getUpdates", params=parameters)
    return [each["update_id"] for each in answer.json()["result"]]


async def say(world: World, count: int) -> None:
    for number in range(count):
        await world.say(MAI, f"tin {number}")


async def test_an_offset_confirms_what_lies_below_it(http: httpx.AsyncClient, world: World) -> None:
    await say(world, 3)
    first, second, third = await fetch(http)

    assert (second, third) == (first + 1, first + 2)
    assert await fetch(http) == [first, second, third]
    assert await fetch(http, offset=second) == [second, third]
    assert await fetch(http) == [second, third]
    assert await fetch(http, offset=third + 1) == []
    assert world.pending_updates == 0


async def test_a_negative_offset_keeps_only_the_last_ones(http: httpx.AsyncClient, world: World) -> None:
    await say(world, 4)
    ids = await fetch(http)

    assert await fetch(http, offset=-2) == ids[2:]
    assert await fetch(http) == ids[2:]
    assert await fetch(http, offset=-9) == ids[2:]


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (100, 100), (0, 1), (1000, 100)])
async def test_at_most_a_hundred_are_handed_over(http: httpx.AsyncClient, world: World, limit: int, count: int) -> None:
    await say(world, 120)

    assert len(await fetch(http, limit=limit)) == count


async def test_a_long_poll_ends_when_something_comes(http: httpx.AsyncClient, world: World) -> None:
    poll = asyncio.ensure_future(fetch(http, timeout=50))
    await world.queue.waiting.wait()

    await world.say(MAI, "Chào")

    assert len(await asyncio.wait_for(poll, 5)) == 1


async def test_the_first_of_two_pollers_is_sent_away(http: httpx.AsyncClient, world: World) -> None:
    first = asyncio.ensure_future(http.get(f"/bot{TOKEN}/getUpdates?timeout=50"))
    await world.queue.waiting.wait()

    second = asyncio.ensure_future(fetch(http, timeout=50))
    ended = await asyncio.wait_for(first, 5)
    await world.say(MAI, "Chào")

    assert ended.status_code == 409
    assert ended.json() == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert len(await asyncio.wait_for(second, 5)) == 1


async def test_a_tap_is_lost_after_150_seconds_and_a_message_after_a_day(
    http: httpx.AsyncClient, bot: Bot, world: World, clock: MovedClock
) -> None:
    sent = await bot.send_message(MAI, "Tin")
    await world.say(MAI, "Chào")
    await world.forge(MAI, sent.message_id, "x")

    clock.advance(149)
    assert world.pending_updates == 2
    clock.advance(1)
    assert len(await fetch(http)) == 1
    assert world.queue.expired == 1
    clock.advance(86_400)
    assert world.pending_updates == 0


async def test_only_the_wanted_kinds_are_queued(http: httpx.AsyncClient, bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin")
    await bot.get_updates(allowed_updates=["callback_query"])
    await world.say(MAI, "Chào")
    await world.forge(MAI, sent.message_id, "x")

    [update] = await bot.get_updates()
    assert update.callback_query is not None

    await bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    await world.say(MAI, "Chào")
    [update] = await bot.get_updates()
    assert update.message is not None


async def test_a_wrong_token_is_unauthorized_and_a_malformed_one_not_found(url: str) -> None:
    async with httpx.AsyncClient(base_url=url) as http:
        wrong = await http.get("/bot123456:OTHER/getMe")
        malformed = await http.get("/botnonsense/getMe")
        unknown = await http.get(f"/bot{TOKEN}/getNothing")

    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    assert (malformed.status_code, malformed.json()["description"]) == (404, "Not Found")
    assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found")
    with pytest.raises(InvalidToken):
        async with Bot("123456:OTHER", base_url=f"{url}/bot"):
            pass


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_parameters_come_in_every_way_that_telegram_takes(
    http: httpx.AsyncClient, world: World, way: str
) -> None:
    path = f"/bot{TOKEN}/sendmessage"
    given = {"chat_id": str(MAI), "text": "Chào"}
    requests: dict[str, dict[str, Any]] = {
        "query": {"method": "GET", "params": given},
        "form": {"method": "POST", "data": given},
        "json": {"method": "POST", "json": {"chat_id": MAI, "text": "Chào"}},
        "multipart": {"method": "POST", "files": {key: (None, value) for key, value in given.items()}},
    }

    answer = await http.request(url=path, **requests[way])

    assert answer.json()["result"]["text"] == "Chào"
    assert world.messages(MAI)[0]["text"] == "Chào"


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "@somebody", "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": MAI}, "message text is empty"),
        ("sendMessage", {"chat_id": MAI, "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": MAI, "text": "a" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": MAI, "text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": MAI, "text": "a", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ("editMessageText", {"chat_id": MAI, "text": "a"}, "message identifier is not specified"),
        ("editMessageText", {"chat_id": MAI, "text": "a", "message_id": 7}, "message to edit not found"),
        ("sendChatAction", {"chat_id": MAI, "action": "dancing"}, "wrong parameter action in request"),
        ("setWebhook", {"url": "https://example.org/hook"}, "bad webhook: the sandbox pushes to this machine only"),
    ],
)
async def test_wrong_parameters_are_refused_in_telegrams_words(
    http: httpx.AsyncClient, method: str, parameters: dict[str, Any], description: str
) -> None:
    answer = await http.post(f"/bot{TOKEN}/{method}", json=parameters)

    assert answer.status_code == 400
    assert answer.json() == {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}
