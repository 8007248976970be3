"""What goes wrong on demand, as the bot sees it."""

import asyncio
import time

import httpx
import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.sandbox.traffic.faults import Fault, Kind
from tests.bot.sandbox.conftest import LAN, MAI
from tests.bot.sandbox.world import World


def texts(world: World) -> list[str]:
    return [each["text"] for each in world.messages(MAI)]


async def test_a_connection_dropped_before_leaves_nothing_behind(bot: Bot, world: World) -> None:
    world.faults.add(Fault("drop_before", "sendMessage"))

    with pytest.raises(NetworkError):
        await bot.send_message(MAI, "một")
    assert texts(world) == []

    await bot.send_message(MAI, "hai")
    assert texts(world) == ["hai"]
    assert world.calls[-2].outcome == "dropped before"


async def test_a_connection_dropped_after_leaves_the_message(bot: Bot, world: World) -> None:
    world.faults.add(Fault("drop_after", "sendMessage"))

    with pytest.raises(NetworkError):
        await bot.send_message(MAI, "một")

    assert texts(world) == ["một"]


async def test_a_fault_befalls_every_third_call_until_its_kind_is_taken_away(
    http: httpx.AsyncClient, api: str, world: World
) -> None:
    await http.post("/sandbox/faults", json={"kind": "429", "times": None, "seconds": 2, "every": 3})
    world.faults.add(Fault("502", "close", times=None))

    statuses = [(await http.get(f"{api}/getMe")).status_code for _ in range(6)]
    assert statuses == [200, 200, 429, 200, 200, 429]

    left = (await http.delete("/sandbox/faults", params={"kind": "429"})).json()
    assert [each["kind"] for each in left] == ["502"]
    assert {(await http.get(f"{api}/getMe")).status_code for _ in range(3)} == {200}


@pytest.mark.parametrize(
    ("kind", "status", "words"), [("500", 500, "Internal Server Error"), ("502", 502, "Bad Gateway")]
)
async def test_telegrams_own_errors(
    http: httpx.AsyncClient, api: str, world: World, kind: Kind, status: int, words: str
) -> None:
    world.faults.add(Fault(kind, times=2))

    answers = [await http.get(f"{api}/getMe") for _ in range(3)]

    assert [each.status_code for each in answers] == [status, status, 200]
    assert answers[0].json() == {"ok": False, "error_code": status, "description": words}


async def test_a_flood_refusal_and_unparsable_markup_on_demand(bot: Bot, world: World) -> None:
    world.faults.add(Fault("429", "sendMessage", seconds=7))
    world.faults.add(Fault("unparsable_html", "editMessageText"))

    with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
        await bot.send_message(MAI, "một")
    sent = await bot.send_message(MAI, "hai")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.edit_message_text("ba", MAI, sent.message_id)

    assert texts(world) == ["hai"]


async def test_a_fault_may_befall_one_chat_only(bot: Bot, world: World) -> None:
    world.faults.add(Fault("500", "sendMessage", chat_id=LAN, times=None))

    await bot.send_message(MAI, "một")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(LAN, "một")

    assert len(world.faults.as_list()) == 1


async def test_a_slow_answer_comes_late_to_what_was_done_at_once(bot: Bot, world: World) -> None:
    world.faults.add(Fault("slow", "sendMessage", seconds=0.3))
    begin = time.monotonic()

    with pytest.raises(NetworkError, match="Timed out"):
        await bot.send_message(MAI, "một", read_timeout=0.1)
    assert time.monotonic() - begin < 0.3

    assert texts(world) == ["một"]


async def test_away_means_that_nothing_is_answered_until_it_is_back(bot: Bot, world: World) -> None:
    poll = asyncio.ensure_future(bot.get_updates(timeout=50))
    await world.queue.waiting.wait()
    world.faults.add(Fault("away"))
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_me()
    await world.say(MAI, "Chào")
    with pytest.raises(NetworkError):
        await poll

    world.faults.clear()

    assert len(await bot.get_updates()) == 1


async def test_an_update_that_does_not_parse_wedges_the_poller_until_it_is_confirmed(
    bot: Bot, http: httpx.AsyncClient, api: str, world: World
) -> None:
    await world.say(MAI, "một")
    await world.say(MAI, "hai")
    world.faults.add(Fault("malformed_update"))

    for _ in range(2):
        with pytest.raises(TypeError, match="cannot be interpreted as an integer"):
            await bot.get_updates()
    spoiled, sound = (await http.get(f"{api}/getUpdates")).json()["result"]
    with pytest.raises(TypeError):
        Update.de_json(spoiled, bot)

    [update] = await bot.get_updates(offset=spoiled["update_id"] + 1)
    assert update.update_id == sound["update_id"]


async def test_an_update_may_come_twice(bot: Bot, world: World) -> None:
    await world.say(MAI, "một")
    world.faults.add(Fault("duplicate_update"))

    first, second = await bot.get_updates()

    assert first.update_id == second.update_id
    assert len(await bot.get_updates()) == 1


async def test_faults_are_added_listed_and_cleared_over_http(http: httpx.AsyncClient, api: str) -> None:
    added = await http.post("/sandbox/faults", json={"kind": "502", "method": "getMe", "times": None})
    assert (await http.get(f"{api}/getMe")).status_code == 502
    assert added.json() == (await http.get("/sandbox/faults")).json()
    assert added.json()[0]["kind"] == "502"

    await http.delete("/sandbox/faults")

    assert (await http.get(f"{api}/getMe")).status_code == 200
    assert (await http.post("/sandbox/faults", json={"kind": "fire"})).status_code == 400
    assert (await http.post("/sandbox/faults", json={"colour": "red"})).status_code == 400
