"""What the bot and its people see of each other: messages, taps, answers, edits, menus."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import BadRequest, Forbidden

from bot.sandbox.errors import SandboxError
from tests.bot.sandbox.conftest import LAN, MAI, NEWCOMER
from tests.bot.sandbox.world import World

READY = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("✅ Sẵn sàng", callback_data="ready")],
        [InlineKeyboardButton("⛔ Không", callback_data="no")],
    ]
)


async def test_what_a_person_says_reaches_the_bot_as_an_update_that_parses(bot: Bot, world: World) -> None:
    message_id = await world.say(MAI, "/start hello")

    [update] = await bot.get_updates()

    assert update.message is not None
    assert update.message.message_id == message_id
    assert update.message.text == "/start hello"
    assert update.message.entities[0].type == "bot_command"
    assert update.message.from_user is not None
    assert update.message.from_user.id == MAI


async def test_a_tap_is_answered_and_the_message_edited_in_place(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "<b>Sự cố</b> ở xã", parse_mode="HTML", reply_markup=READY)

    query_id = await world.press(MAI, sent.message_id, "Sẵn sàng")
    assert world.answer(query_id) is None
    [update] = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "ready"
    await update.callback_query.answer("Đã ghi nhận", show_alert=True)
    await update.callback_query.edit_message_text("Cảm ơn")

    assert world.answer(query_id) == {"text": "Đã ghi nhận", "show_alert": True}
    [shown] = world.messages(MAI)
    assert (shown["text"], shown["edits"]) == ("Cảm ơn", 1)
    assert "reply_markup" not in shown


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin", reply_markup=READY)

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("Tin", MAI, sent.message_id, reply_markup=READY)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(MAI, sent.message_id, reply_markup=READY)

    assert world.messages(MAI)[0]["edits"] == 0


async def test_a_deleted_message_is_gone_and_cannot_be_edited(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin")
    await bot.delete_message(MAI, sent.message_id)

    assert world.messages(MAI) == []
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Khác", MAI, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(MAI, sent.message_id)


async def test_the_bot_cannot_edit_what_a_person_wrote(bot: Bot, world: World) -> None:
    message_id = await world.say(MAI, "Chào")

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Khác", MAI, message_id)


async def test_nobody_is_written_to_who_never_opened_the_bot(bot: Bot, world: World) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(NEWCOMER, "Chào")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(999, "Chào")

    await world.open_link(NEWCOMER, "abc-123")
    await bot.send_message(NEWCOMER, "Chào")

    assert [each["text"] for each in world.messages(NEWCOMER)] == ["/start abc-123", "Chào"]


async def test_a_newcomer_can_only_press_start(world: World) -> None:
    with pytest.raises(SandboxError, match="has not opened the bot yet"):
        await world.say(NEWCOMER, "/dangky")

    await world.say(NEWCOMER, "/start")
    await world.say(NEWCOMER, "/dangky")

    assert world.pending_updates == 2


async def test_a_button_that_is_not_shown_cannot_be_pressed(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin", reply_markup=READY)

    with pytest.raises(SandboxError, match="No button contains “Có”"):
        await world.press(MAI, sent.message_id, "Có")
    with pytest.raises(SandboxError, match="Several buttons contain “n”"):
        await world.press(MAI, sent.message_id, "n")
    with pytest.raises(SandboxError, match="no such message"):
        await world.press(MAI, sent.message_id + 1, "Có")

    assert world.pending_updates == 0


async def test_forged_data_arrives_like_a_tap(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin")

    await world.forge(MAI, sent.message_id, "anything at all")

    [update] = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "anything at all"


async def test_each_person_sees_the_narrowest_menu_in_their_language(bot: Bot, world: World) -> None:
    await bot.set_my_commands([BotCommand("start", "Bắt đầu")])
    await bot.set_my_commands([BotCommand("start", "Begin")], language_code="en")
    await bot.set_my_commands([BotCommand("help", "Trợ giúp")], BotCommandScopeAllPrivateChats())
    assert world.commands(MAI) == [{"command": "help", "description": "Trợ giúp"}]
    assert world.commands(LAN) == [{"command": "help", "description": "Trợ giúp"}]

    await bot.set_my_commands([BotCommand("suco", "Khai báo")], BotCommandScopeChat(MAI))
    await bot.delete_my_commands(BotCommandScopeAllPrivateChats())

    assert world.commands(MAI) == [{"command": "suco", "description": "Khai báo"}]
    assert world.commands(LAN) == [{"command": "start", "description": "Begin"}]
    assert await bot.get_my_commands(BotCommandScopeChat(LAN)) == ()


async def test_a_command_with_capitals_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("DangKy", "Đăng ký")])


async def test_the_calls_are_recorded_with_their_outcomes(bot: Bot, world: World) -> None:
    await bot.send_message(MAI, "Tin")
    with pytest.raises(BadRequest):
        await bot.send_message(999, "Tin")

    assert [(each.method, each.chat_id, each.outcome) for each in world.calls] == [
        ("getMe", None, "ok"),
        ("sendMessage", MAI, "ok"),
        ("sendMessage", 999, "400: Bad Request: chat not found"),
    ]
