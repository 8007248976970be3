"""The books of both sides: what people did, held against what the bot's keeper reports; and the wish to kill."""

from dataclasses import fields
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.state import books
from tests.bot.sandbox.conftest import LAN, MAI
from tests.bot.sandbox.test_control import events
from tests.bot.sandbox.world import World

COUNTS = [each.name for each in fields(books.BotReport) if each.name != "state"]
BUTTON = InlineKeyboardMarkup([[InlineKeyboardButton("Nhận", callback_data="take")]])


async def report(http: httpx.AsyncClient, state: str = "running", **counts: int) -> Any:
    answer = await http.put("/sandbox/books", json={"state": state, **dict.fromkeys(COUNTS, 0), **counts})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def shown(http: httpx.AsyncClient) -> Any:
    return (await http.get("/sandbox/books")).json()


async def test_the_books_balance_when_all_that_came_is_stored_and_applied(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    await report(http)
    assert (await shown(http))["verdict"] == "balanced"

    await world.say(MAI, "một")
    assert (await shown(http))["verdict"] == "working"
    [update] = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    await report(http, stored=1)
    assert (await shown(http))["verdict"] == "working"
    await report(http, stored=1, applied=1, due=3, sent=2, waiting=1)
    assert (await shown(http))["verdict"] == "working"
    await report(http, stored=1, applied=1, due=3, sent=3, repeated=1)
    found = await shown(http)

    assert (found["verdict"], found["lost"]) == ("balanced", 0)
    assert (found["counts"]["came"], found["counts"]["repeated"]) == (1, 1)


async def test_what_was_confirmed_since_the_last_report_is_not_done_yet_and_the_page_hears_when_it_is(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    stream = events(http)
    await anext(stream)

    async def told() -> str:
        while (heard := await anext(stream))["type"] != "books":
            continue
        return str(heard["verdict"])

    await report(http)
    assert await told() == "balanced"
    await world.say(MAI, "một")
    [update] = await bot.get_updates()
    await report(http, stored=1, applied=1)
    assert await told() == "working"
    await bot.get_updates(offset=update.update_id + 1)
    await report(http, stored=1, applied=1)
    assert await told() == "balanced"

    await world.say(MAI, "hai")
    await bot.get_updates(offset=update.update_id + 2)

    assert (await shown(http))["verdict"] == "working"


async def test_what_was_confirmed_and_is_not_stored_is_lost(http: httpx.AsyncClient, bot: Bot, world: World) -> None:
    for text in ("một", "hai"):
        await world.say(MAI, text)
    await bot.get_updates(offset=(await bot.get_updates())[-1].update_id + 1)
    await report(http, stored=2, applied=2)

    await report(http, stored=1, applied=1)

    found = await shown(http)
    assert (found["verdict"], found["lost"]) == ("lost", 1)


async def test_a_tap_is_shown_when_it_is_answered_or_when_something_changes_in_its_chat(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    mai, lan = [await bot.send_message(each, "Thẻ", reply_markup=BUTTON) for each in (MAI, LAN)]
    query_id = await world.press(MAI, mai.message_id, "Nhận")
    await world.press(LAN, lan.message_id, "Nhận")
    assert (world.books.taps, world.books.shown) == (2, 0)

    await bot.answer_callback_query(query_id)
    assert world.books.shown == 1
    await bot.edit_message_text("Thẻ khác", LAN, lan.message_id)
    await bot.edit_message_text("Thẻ khác nữa", LAN, lan.message_id)

    assert (await shown(http))["counts"]["shown"] == 2


async def test_the_books_are_open_while_nothing_is_seen_of_a_tap(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    card = await bot.send_message(MAI, "Thẻ", reply_markup=BUTTON)
    query_id = await world.press(MAI, card.message_id, "Nhận")
    [update] = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    await report(http, stored=1, applied=1)
    assert (await shown(http))["verdict"] == "working"

    await bot.answer_callback_query(query_id)

    assert (await shown(http))["verdict"] == "balanced"


async def test_a_wish_to_kill_is_handed_over_once(http: httpx.AsyncClient) -> None:
    await report(http)
    assert (await http.post("/sandbox/kill")).status_code == 200

    assert [await report(http), await report(http)] == [{"kill": True}, {"kill": False}]
    assert (await shown(http))["kills"] == 1


async def test_a_bot_of_which_nobody_reports_is_not_killed_from_here(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = await http.post("/sandbox/kill")
    assert (refused.status_code, (await shown(http))["state"]) == (400, "unknown")

    await report(http)
    monkeypatch.setattr(books, "STALE_SECONDS", 0.0)
    found = await shown(http)
    assert (found["state"], found["verdict"]) == ("unknown", "unknown")


async def test_a_report_that_is_not_whole_is_refused(http: httpx.AsyncClient) -> None:
    whole = {"state": "running", **dict.fromkeys(COUNTS, 0)}
    for wrong in ({"state": "running"}, {**whole, "sent": "1"}, {**whole, "state": "asleep"}, {**whole, "more": 1}):
        assert (await http.put("/sandbox/books", json=wrong)).status_code == 400
