"""What the sandbox still knows after a restart."""

import time
from pathlib import Path

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)

from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.people import Habit, TelegramUser
from bot.sandbox.web.server import serve
from tests.bot.sandbox.conftest import MAI, TOKEN, MovedClock
from tests.bot.sandbox.world import World

CARD = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Sẵn sàng", callback_data="ready")]])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sandbox.sqlite3"


async def test_everything_is_there_after_a_restart(path: Path, clock: MovedClock) -> None:
    world = World(TOKEN, clock, path)
    world.add_people([TelegramUser(MAI, "Mai", phone="+84901234567", started=True, habits=[Habit("✅", 2)])])
    async with serve(world) as url, Bot(TOKEN, base_url=f"{url}/bot") as bot:
        await bot.set_my_commands([BotCommand("help", "Trợ giúp")])
        first = await bot.send_message(MAI, "một", reply_markup=ReplyKeyboardMarkup([["Hủy"]]))
        await bot.edit_message_text("hai", MAI, first.message_id)
        document = await bot.send_document(MAI, b"so lieu", filename="a.txt")
        await world.say(MAI, "chưa đọc")
        query_id = await world.forge(MAI, document.message_id, "x")
        group = world.create_group("Tổ trực", [MAI])
    before = world.messages(MAI)

    again = World(TOKEN, clock, path)

    assert again.messages(MAI) == before
    assert again.messages(group)[0]["group_chat_created"]
    assert again.people.get(MAI) == world.people.get(MAI)
    assert again.keyboard(MAI) == {"keyboard": [[{"text": "Hủy"}]]}
    assert again.commands(MAI) == [{"command": "help", "description": "Trợ giúp"}]
    async with serve(again) as url, Bot(TOKEN, f"{url}/bot", f"{url}/file/bot") as bot:
        message, tap = (await bot.get_updates())[:2]
        assert (message.message and message.message.text) == "chưa đọc"
        assert tap.callback_query is not None
        assert await tap.callback_query.answer("Đã nhận")
        assert document.document is not None
        file = await bot.get_file(document.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"so lieu"
        newer = await bot.send_message(MAI, "ba")
        await again.say(MAI, "mới")
        assert newer.message_id > document.message_id
        assert (await bot.get_updates())[-1].update_id > tap.update_id
    assert again.answer(query_id) == {"text": "Đã nhận", "show_alert": False}


async def test_what_was_confirmed_or_deleted_does_not_come_back(path: Path, clock: MovedClock) -> None:
    world = World(TOKEN, clock, path)
    world.add_people([TelegramUser(MAI, "Mai", started=True)])
    async with serve(world) as url, Bot(TOKEN, base_url=f"{url}/bot") as bot:
        sent = await bot.send_message(MAI, "một")
        await world.run_due()
        await bot.delete_message(MAI, sent.message_id)
        await world.say(MAI, "đã đọc")
        await world.run_due()
        [update] = await bot.get_updates()
        await bot.get_updates(offset=update.update_id + 1)

    again = World(TOKEN, clock, path)
    again.close()

    assert again.pending_updates == 0
    assert [each["text"] for each in again.messages(MAI)] == ["đã đọc"]


async def test_the_crowd_keeps_its_plans(path: Path, clock: MovedClock) -> None:
    world = World(TOKEN, clock, path)
    world.add_people([TelegramUser(7, "Bảy", temper="slow", habits=[Habit("✅")], started=True)])
    async with serve(world) as url, Bot(TOKEN, base_url=f"{url}/bot") as bot:
        await bot.send_message(7, "Cảnh báo", reply_markup=CARD)

    again = World(TOKEN, clock, path)
    clock.advance(240)
    await again.run_due()
    again.close()
    third = World(TOKEN, clock, path)
    clock.advance(1000)
    await third.run_due()
    third.close()

    assert third.counters["crowd_taps"] == 0
    assert again.counters["crowd_taps"] == 1


async def test_changes_are_written_while_it_runs(path: Path, clock: MovedClock) -> None:
    world = World(TOKEN, clock, path)
    world.add_people([TelegramUser(MAI, "Mai", started=True)])
    await world.say(MAI, "một")
    await world.run_due()

    other = World(TOKEN, clock, path)

    assert [each["text"] for each in other.messages(MAI)] == ["một"]
    other.close()
    world.close()


async def test_a_clock_that_was_moved_stays_moved(path: Path) -> None:
    world = World(TOKEN, SandboxClock(), path)
    await world.advance(900)
    world.close()

    again = World(TOKEN, SandboxClock(), path)

    assert again.clock() - time.time() == pytest.approx(900, abs=5)
    again.close()
