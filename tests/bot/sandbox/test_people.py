"""People who come, stop the bot, come back and go; groups that are founded, moved and left."""

import httpx
import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.people import TelegramUser
from tests.bot.sandbox.conftest import LAN, MAI, NEWCOMER, TOKEN
from tests.bot.sandbox.world import World


async def test_who_stops_the_bot_is_not_written_to_and_the_bot_is_told(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Tin")
    world.block(MAI)
    world.block(MAI)

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(MAI, "Tin")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.edit_message_text("Khác", MAI, sent.message_id)
    with pytest.raises(SandboxError, match="has stopped the bot"):
        await world.say(MAI, "Chào")
    world.unblock(MAI)
    await bot.send_message(MAI, "Tin")

    stopped, back = (each.my_chat_member for each in await bot.get_updates())
    assert stopped is not None
    assert back is not None
    assert (stopped.old_chat_member.status, stopped.new_chat_member.status) == ("member", "kicked")
    assert (back.old_chat_member.status, back.new_chat_member.status) == ("kicked", "member")
    assert back.from_user.id == MAI


async def test_a_menu_of_ones_own_is_for_those_who_opened_the_bot(bot: Bot, world: World) -> None:
    commands, scope = [BotCommand("help", "Trợ giúp")], BotCommandScopeChat(NEWCOMER)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands(commands, scope)

    await world.open_link(NEWCOMER)

    assert await bot.set_my_commands(commands, scope)


async def test_who_becomes_reachable_again_is_written_to(bot: Bot, world: World) -> None:
    world.add_people([TelegramUser(7, "Bảy", temper="unreachable", started=True)])
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "Tin")

    world.add_people([TelegramUser(7, "Bảy", temper="prompt", started=True)])

    assert await bot.send_message(7, "Tin")


async def test_a_deleted_account_is_gone_without_a_word(bot: Bot, world: World) -> None:
    world.deactivate(MAI)

    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(MAI, "Tin")
    with pytest.raises(SandboxError, match="has deleted their account"):
        await world.say(MAI, "Chào")
    assert world.pending_updates == 0


@pytest.mark.parametrize("payload", ["a" * 65, "xin chào", "a=b"])
async def test_a_link_holds_only_what_telegram_allows(world: World, payload: str) -> None:
    with pytest.raises(SandboxError, match="start payload"):
        await world.open_link(NEWCOMER, payload)


async def test_a_person_says_no_more_than_telegram_takes(world: World) -> None:
    for text in ("", "   ", "a" * 4097):
        with pytest.raises(SandboxError):
            await world.say(MAI, text)
    with pytest.raises(SandboxError, match="There is nobody with the id 77"):
        await world.say(77, "Chào")
    assert world.pending_updates == 0


async def test_in_a_group_the_bot_reads_only_what_is_meant_for_it(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN])
    joined, founded = await bot.get_updates()
    assert joined.my_chat_member is not None
    assert joined.my_chat_member.new_chat_member.status == "member"
    assert founded.message is not None
    assert founded.message.group_chat_created
    await bot.get_updates(offset=founded.update_id + 1)
    sent = await bot.send_message(chat_id, "Báo cáo?")

    await world.say(LAN, "Chuyện riêng", chat_id)
    await world.say(LAN, "/suco@other_bot", chat_id)
    await world.say(LAN, "/suco@san_sang_bot", chat_id)
    await world.say(MAI, "/help", chat_id)
    await world.say(MAI, "Đã xong", chat_id, reply_to=sent.message_id)

    read = [each.message.text for each in await bot.get_updates() if each.message]
    assert read == ["/suco@san_sang_bot", "/help", "Đã xong"]
    with pytest.raises(SandboxError, match="is not in this chat"):
        await world.say(NEWCOMER, "Chào", chat_id)


async def test_buttons_in_a_group_are_pressed_by_its_members(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN], bot_is_admin=True)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Nhận", callback_data="take")]])
    sent = await bot.send_message(chat_id, "Ai nhận?", reply_markup=keyboard)
    await bot.get_updates(offset=-1)

    await world.press(LAN, sent.message_id, "Nhận", chat_id)

    tap = (await bot.get_updates())[-1].callback_query
    assert tap is not None
    assert tap.message is not None
    assert (tap.from_user.id, tap.message.chat.id) == (LAN, chat_id)


async def test_a_group_that_moves_names_its_new_id(bot: Bot, world: World) -> None:
    old = world.create_group("Tổ trực", [MAI, LAN])
    new = world.migrate_group(old)

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "Tin")
    await bot.send_message(moved.value.new_chat_id, "Tin")

    assert moved.value.new_chat_id == new
    assert world.messages(new)[-1]["text"] == "Tin"
    told = [each.message for each in await bot.get_updates() if each.message]
    assert told[-2].migrate_to_chat_id == new
    assert told[-1].migrate_from_chat_id == old
    with pytest.raises(SandboxError, match="has become a supergroup"):
        await world.say(MAI, "Chào", old)


async def test_a_group_that_was_left_is_closed_to_the_bot(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI])
    await bot.leave_chat(chat_id)

    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(chat_id, "Tin")


async def test_who_is_what_in_a_chat(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN], bot_is_admin=True)

    statuses = [(await bot.get_chat_member(chat_id, each)).status for each in (MAI, LAN, NEWCOMER, 123456)]

    assert statuses == ["creator", "member", "left", "administrator"]
    assert (await bot.get_chat(chat_id)).title == "Tổ trực"
    assert (await bot.get_chat(MAI)).username == "mai_tran"
    with pytest.raises(BadRequest, match="Invalid user_id specified"):
        await bot.get_chat_member(chat_id, 42)


async def test_a_pinned_message_is_named_by_the_chat_until_it_is_deleted(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Quan trọng")
    await bot.pin_chat_message(MAI, sent.message_id)

    pinned = (await bot.get_chat(MAI)).pinned_message
    assert pinned is not None
    assert pinned.message_id == sent.message_id
    assert world.messages(MAI)[-1]["pinned_message"]["text"] == "Quan trọng"
    await bot.delete_message(MAI, sent.message_id)
    assert (await bot.get_chat(MAI)).pinned_message is None
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(MAI)


async def test_the_bot_introduces_itself_by_language(bot: Bot) -> None:
    await bot.set_my_name("Sẵn Sàng 24/7")
    await bot.set_my_description("Mạng lưới")
    await bot.set_my_description("Network", "en")
    await bot.set_my_short_description("Ngắn")
    await bot.set_chat_menu_button()

    assert (await bot.get_me()).first_name == "Sẵn Sàng 24/7"
    assert (await bot.get_my_description("en")).description == "Network"
    assert (await bot.get_my_description("vi")).description == "Mạng lưới"
    assert (await bot.get_my_short_description()).short_description == "Ngắn"


async def test_a_reply_shows_what_it_answers(bot: Bot, world: World) -> None:
    asked = await world.say(MAI, "Hỏi")

    sent = await bot.send_message(MAI, "Đáp", reply_to_message_id=asked)

    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Hỏi"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(MAI, "Đáp", reply_to_message_id=999)


async def test_old_messages_are_not_deleted(bot: Bot, world: World, http: httpx.AsyncClient) -> None:
    theirs = await world.say(MAI, "Của tôi")
    await bot.delete_message(MAI, theirs)
    sent = await bot.send_message(MAI, "Cũ")
    world.chat(MAI).messages[sent.message_id]["date"] -= 48 * 3600 + 1

    answer = await http.get(f"/bot{TOKEN}/deleteMessage", params={"chat_id": MAI, "message_id": sent.message_id})

    assert answer.json()["description"] == "Bad Request: message can't be deleted"
