"""The control API: what the chat page asks for, does and hears."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.web.server import serve
from tests.bot.sandbox.conftest import LAN, MAI, NEWCOMER, TOKEN, MovedClock
from tests.bot.sandbox.world import World

READY = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Sẵn sàng", callback_data="ready")]])


async def events(http: httpx.AsyncClient) -> AsyncIterator[dict[str, Any]]:
    async with http.stream("GET", "/sandbox/events") as stream:
        async for line in stream.aiter_lines():
            if line.startswith("retry:"):
                yield {"type": "open"}
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


async def test_the_page_shows_who_is_there_and_what_was_said_last(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    await bot.send_message(MAI, "Chào chị Mai")

    people = (await http.get("/sandbox/people")).json()

    assert [each["name"] for each in people] == ["Mai Trần", "Lan", "Bình"]
    assert people[0]["unread"] == 1
    assert (people[0]["last"]["text"], people[0]["last"]["mine"]) == ("Chào chị Mai", False)
    assert people[1]["last"] is None


async def test_opening_a_chat_reads_it(http: httpx.AsyncClient, bot: Bot) -> None:
    await bot.send_message(MAI, "Chào", reply_markup=READY)

    shown = (await http.get(f"/sandbox/chats/{MAI}")).json()

    assert shown["chat"] == {"id": MAI, "type": "private", "title": "Sẵn Sàng"}
    assert [each["text"] for each in shown["messages"]] == ["Chào"]
    assert (shown["can_write"], shown["blocked"], shown["keyboard"]) == (True, False, None)
    assert (await http.get("/sandbox/people")).json()[0]["unread"] == 0


async def test_the_page_acts_as_a_person(http: httpx.AsyncClient, bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin", reply_markup=READY)
    chat = f"/sandbox/chats/{MAI}"

    said = await http.post(f"{chat}/say", json={"text": "/help"})
    tapped = await http.post(f"{chat}/press", json={"message_id": sent.message_id, "row": 0, "column": 0})
    forged = await http.post(f"{chat}/forge", json={"message_id": sent.message_id, "data": "x"})
    started = await http.post(f"/sandbox/chats/{NEWCOMER}/start", json={"payload": "abc"})
    file = {"file": ("ghi-chú.txt", b"text", "text/plain")}
    uploaded = await http.post(f"{chat}/upload", files=file, data={"caption": "Ghi chú"})
    asked = await http.post(f"{chat}/inline", json={"query": "tìm"})

    answers = [said, tapped, forged, started, uploaded, asked]
    assert [each.status_code for each in answers] == [200] * 6
    updates = await bot.get_updates()
    assert [each.callback_query.data for each in updates if each.callback_query] == ["ready", "x"]
    assert [each.message.text or each.message.caption for each in updates if each.message] == [
        "/help",
        "/start abc",
        "Ghi chú",
    ]
    assert updates[-1].inline_query is not None


async def test_what_cannot_be_done_is_refused_in_plain_words(http: httpx.AsyncClient) -> None:
    cannot = await http.post(f"/sandbox/chats/{NEWCOMER}/say", json={"text": "Chào"})
    nobody = await http.get("/sandbox/chats/7")
    without_text = await http.post(f"/sandbox/chats/{MAI}/say", json={})
    no_contact = await http.post(f"/sandbox/chats/{MAI}/contact")

    assert [each.status_code for each in (cannot, nobody, without_text, no_contact)] == [400] * 4
    assert cannot.json() == {"error": "Bình has not opened the bot yet: only START can be pressed."}
    assert without_text.json() == {"error": "The field “text” is needed, as str."}


async def test_the_page_hears_what_happens(http: httpx.AsyncClient, bot: Bot, world: World) -> None:
    stream = events(http)
    assert (await anext(stream))["type"] == "open"

    sent = await bot.send_message(MAI, "Tin", reply_markup=READY)
    query_id = await world.press(MAI, sent.message_id, "Sẵn sàng")
    await bot.answer_callback_query(query_id, "Cảm ơn")
    await bot.edit_message_text("Xong", MAI, sent.message_id)
    await bot.delete_message(MAI, sent.message_id)

    heard = [await anext(stream) for _ in range(4)]
    assert [each["type"] for each in heard] == ["message", "callback", "edit", "delete"]
    assert heard[0]["message"]["text"] == "Tin"
    assert (heard[1]["text"], heard[1]["person_id"], heard[1]["show_alert"]) == ("Cảm ơn", MAI, False)
    assert heard[2]["message"]["edits"] == 1
    assert heard[3] == {"type": "delete", "chat_id": MAI, "message_id": sent.message_id}


async def test_a_tap_that_nobody_answers_loses_its_spinner(
    http: httpx.AsyncClient, bot: Bot, world: World, clock: MovedClock
) -> None:
    sent = await bot.send_message(MAI, "Tin", reply_markup=READY)
    stream = events(http)
    await anext(stream)
    query_id = await world.press(MAI, sent.message_id, "Sẵn sàng")

    clock.advance(15.1)
    await world.run_due()

    heard = await anext(stream)
    assert (heard["type"], heard["query_id"], heard["expired"]) == ("callback", query_id, True)
    assert world.answer(query_id) is None


async def test_the_cast_can_be_given_twice(http: httpx.AsyncClient, world: World) -> None:
    cast = [{"id": 5, "first_name": "Hòa", "temper": "slow", "habits": [{"match": "✅", "weight": 3}]}]

    first = await http.put("/sandbox/people", json=cast)
    await world.open_link(5)
    second = await http.put("/sandbox/people", json=[{**cast[0], "note": "Bưu điện"}])

    assert first.status_code == second.status_code == 200
    [hoa] = [each for each in (await http.get("/sandbox/people")).json() if each["id"] == 5]
    assert (hoa["note"], hoa["started"]) == ("Bưu điện", True)
    wrong = await http.put("/sandbox/people", json=[{"id": 6, "first_name": "Y", "temper": "angry"}])
    assert wrong.status_code == 400


async def test_the_clock_is_moved_forward_only() -> None:
    world = World(TOKEN, SandboxClock())
    async with serve(world) as url, httpx.AsyncClient(base_url=url) as http:
        before = (await http.get("/sandbox/clock")).json()
        after = (await http.post("/sandbox/clock", json={"advance": 3600})).json()
        refused = await http.post("/sandbox/clock", json={"advance": -1})

    assert before["offset"] == 0
    assert after["offset"] == 3600
    assert after["now"] - before["now"] >= 3600
    assert refused.status_code == 400


async def test_counters_tell_what_was_sent_and_what_waits(http: httpx.AsyncClient, bot: Bot, world: World) -> None:
    world.add_people([TelegramUser(9, "Ngoan", temper="prompt", started=True)])
    await bot.send_message(MAI, "Tin")
    await world.say(MAI, "một")
    await world.say(MAI, "hai")
    await bot.get_updates(limit=1)

    counted = (await http.get("/sandbox/counters")).json()

    assert counted["updates"] == {"queued": 2, "handed_over": 1, "expired": 0}
    assert (counted["sent"], counted["edited"], counted["failed"]) == (1, 0, 0)
    assert counted["crowd"] == {"prompt": 1}
    assert (await http.get("/sandbox/health")).json() == {"ok": True, "token_hint": "123456:…ST"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80"])
async def test_a_name_that_is_not_this_machines_is_refused(http: httpx.AsyncClient, host: str) -> None:
    assert (await http.get("/sandbox/people", headers={"Host": host})).status_code == 403


async def test_another_sites_page_may_change_nothing(http: httpx.AsyncClient, world: World) -> None:
    path, body = f"/sandbox/chats/{MAI}/say", {"text": "Chào"}

    foreign = await http.post(path, json=body, headers={"Origin": "http://evil.example"})
    disguised = await http.post(path, json=body, headers={"Sec-Fetch-Site": "cross-site"})
    own = await http.post(path, json=body, headers={"Origin": str(http.base_url).rstrip("/")})

    assert [each.status_code for each in (foreign, disguised, own)] == [403, 403, 200]
    assert world.pending_updates == 1


async def test_shutting_down_ends_long_polls_and_event_streams_at_once(world: World) -> None:
    async with httpx.AsyncClient(timeout=30) as http, asyncio.TaskGroup() as tasks:
        async with asyncio.timeout(5), serve(world) as url:
            http.base_url = httpx.URL(url)
            listener = events(http)
            await anext(listener)
            poll = tasks.create_task(http.get(f"/bot{TOKEN}/getUpdates?timeout=50"))
            await asyncio.wait_for(world.queue.waiting.wait(), 3)
        assert (await poll).json() == {"ok": True, "result": []}
        assert [each async for each in listener] == []


async def test_what_fails_while_it_runs_comes_out_as_it_is(world: World) -> None:
    with pytest.raises(SandboxError, match="There is nobody with the id 7"):
        async with serve(world):
            await world.say(7, "Chào")


async def test_it_listens_on_this_machine_alone(world: World) -> None:
    with pytest.raises(ValueError, match="loopback alone"):
        async with serve(world, host="192.0.2.1"):
            pass


async def test_files_are_shown_only_when_they_are_images(http: httpx.AsyncClient, world: World) -> None:
    await world.upload(LAN, filename="a.html", content=b"<script>alert(1)</script>", mime="text/html")
    [message] = world.messages(LAN)

    answer = await http.get(f"/sandbox/files/{message['document']['file_id']}")

    assert answer.headers["content-disposition"] == "attachment"
    assert answer.content == b"<script>alert(1)</script>"
    assert (await http.get("/sandbox/files/none")).status_code == 404
