"""Inline queries: what is typed, what is offered and to whom, what is sent, and what becomes of it."""

import httpx
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultContact,
    InlineQueryResultGif,
    InlineQueryResultsButton,
    InputContactMessageContent,
    InputMediaPhoto,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.sandbox.errors import SandboxError
from tests.bot.sandbox.conftest import LAN, MAI, NEWCOMER, MovedClock
from tests.bot.sandbox.test_files import png
from tests.bot.sandbox.world import World

BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("✅ Nhận", callback_data="take")],
        [
            InlineKeyboardButton("Mở", url="https://t.me/san_sang_bot?start=in_1"),
            InlineKeyboardButton("Hỏi tiếp", switch_inline_query_current_chat="máy phát"),
        ],
    ]
)


def article(
    result_id: str, text: str = "<b>Tin</b>", reply_markup: InlineKeyboardMarkup | None = None
) -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, parse_mode="HTML")
    return InlineQueryResultArticle(result_id, "Tiêu đề", content, reply_markup=reply_markup)


async def asked(bot: Bot) -> list[tuple[str, int]]:
    """What the bot has been asked inline since it looked last, and by whom."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [(each.inline_query.query, each.inline_query.from_user.id) for each in updates if each.inline_query]


async def send(bot: Bot, world: World, result: InlineQueryResult, person: int = MAI, chat_id: int | None = None) -> int:
    """Ask, answer and choose; returns the id of the message that was sent."""
    query_id = await world.ask_inline(person, "tin", chat_id=chat_id)
    await bot.answer_inline_query(query_id, [result], cache_time=0)
    await asked(bot)
    return await world.choose_inline(person, query_id, result.id)


async def test_a_result_is_offered_and_sent(bot: Bot, world: World) -> None:
    query_id = await world.ask_inline(MAI, "máy phát")
    assert world.inline_results(query_id) is None
    [update] = await bot.get_updates()
    assert update.inline_query is not None
    assert (update.inline_query.query, update.inline_query.chat_type) == ("máy phát", "sender")
    await update.inline_query.answer([article("1"), article("2")])

    message_id = await world.choose_inline(MAI, query_id, "2")

    assert [each["id"] for each in world.inline_results(query_id) or []] == ["1", "2"]
    [message] = world.messages(MAI)
    assert (message["message_id"], message["text"]) == (message_id, "Tin")
    assert message["via_bot"]["username"] == "san_sang_bot"
    told = (await bot.get_updates())[-1].message
    assert told is not None
    assert told.via_bot is not None
    with pytest.raises(SandboxError, match="no such result"):
        await world.choose_inline(MAI, query_id, "3")
    with pytest.raises(SandboxError, match="has not asked this query"):
        await world.choose_inline(LAN, query_id, "1")


async def test_results_that_telegram_refuses(bot: Bot, world: World, clock: MovedClock) -> None:
    query_id = await world.ask_inline(MAI, "x")
    gif = InlineQueryResultGif("1", "https://example.vn/a.gif", "https://example.vn/a.png")
    too_long = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x" * 65)]])

    with pytest.raises(BadRequest, match="Result_id_duplicate"):
        await bot.answer_inline_query(query_id, [article("1"), article("1")])
    with pytest.raises(BadRequest, match="Can't parse inline query result: can't parse entities"):
        await bot.answer_inline_query(query_id, [article("1", "<b>")])
    with pytest.raises(BadRequest, match="Too many inline query results"):
        await bot.answer_inline_query(query_id, [article(str(number)) for number in range(51)])
    with pytest.raises(BadRequest, match="Result_id_invalid"):
        await bot.answer_inline_query(query_id, [article("ợ" * 22)])
    with pytest.raises(BadRequest, match="Next_offset_invalid"):
        await bot.answer_inline_query(query_id, [article("1")], next_offset="ợ" * 22)
    with pytest.raises(BadRequest, match='type "gif" is unsupported'):
        await bot.answer_inline_query(query_id, [gif])
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.answer_inline_query(query_id, [article("1", reply_markup=too_long)])
    with pytest.raises(BadRequest, match="Start_param_invalid"):
        await bot.answer_inline_query(query_id, [], button=InlineQueryResultsButton("Mở", start_parameter="a b"))
    clock.advance(16)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query_id, [article("1")])
    with pytest.raises(SandboxError, match="at most 256"):
        await world.ask_inline(MAI, "x" * 257)


async def test_as_many_results_as_allowed_and_a_button_above_them(bot: Bot, world: World) -> None:
    query_id = await world.ask_inline(MAI, "x")
    button = InlineQueryResultsButton("Đăng ký", start_parameter="from_inline")

    await bot.answer_inline_query(query_id, [article("a" * 64), *map(article, map(str, range(49)))], button=button)

    answer = world.answer(query_id)
    assert answer is not None
    assert len(answer["results"]) == 50
    assert answer["button"] == {"text": "Đăng ký", "start_parameter": "from_inline"}


async def test_an_answer_is_given_again_to_everybody_until_its_time_is_over(
    bot: Bot, world: World, clock: MovedClock
) -> None:
    first = await world.ask_inline(MAI, "trực")
    await bot.answer_inline_query(first, [article("1")])
    assert await asked(bot) == [("trực", MAI)]

    again = await world.ask_inline(LAN, "trực")

    assert await asked(bot) == []
    assert [each["id"] for each in world.inline_results(again) or []] == ["1"]
    assert await world.choose_inline(LAN, again, "1")
    await bot.get_updates(offset=-1)
    await world.ask_inline(LAN, "trực ban")
    await world.ask_inline(LAN, "trực", offset="50")
    assert [query for query, _ in await asked(bot)] == ["trực ban", "trực"]
    clock.advance(300)
    await world.ask_inline(LAN, "trực")
    assert await asked(bot) == [("trực", LAN)]


async def test_a_personal_answer_is_given_again_to_the_same_person_only(bot: Bot, world: World) -> None:
    first = await world.ask_inline(MAI, "của tôi")
    await bot.answer_inline_query(first, [article("1", "Việc của Mai")], is_personal=True)
    await asked(bot)

    mine = await world.ask_inline(MAI, "của tôi")
    hers = await world.ask_inline(LAN, "của tôi")

    assert world.inline_results(mine) is not None
    assert world.inline_results(hers) is None
    assert await asked(bot) == [("của tôi", LAN)]


async def test_without_cache_time_the_bot_is_asked_each_time(bot: Bot, world: World) -> None:
    for _ in range(2):
        query_id = await world.ask_inline(MAI, "sự cố")
        await bot.answer_inline_query(query_id, [article("1")], cache_time=0)

    assert await asked(bot) == [("sự cố", MAI)] * 2


async def test_a_tap_on_a_sent_result_names_neither_chat_nor_text(bot: Bot, world: World) -> None:
    group = world.create_group("Nhóm riêng", [MAI, LAN], with_bot=False)
    message_id = await send(bot, world, article("1", reply_markup=BUTTONS), chat_id=group)

    await world.press(LAN, message_id, "Nhận", group)

    [update] = await bot.get_updates()
    tap = update.callback_query
    assert tap is not None
    assert (tap.from_user.id, tap.data, tap.message) == (LAN, "take", None)
    assert tap.inline_message_id
    assert await tap.edit_message_text("Lan nhận", reply_markup=None) is True
    shown = world.messages(group)[-1]
    assert (shown["text"], shown["edits"], "reply_markup" in shown) == ("Lan nhận", 1, False)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("Lan nhận", inline_message_id=tap.inline_message_id)
    with pytest.raises(BadRequest, match="newly uploaded files"):
        await bot.edit_message_media(InputMediaPhoto(png(2, 2)), inline_message_id=tap.inline_message_id)


async def test_a_name_of_a_sent_result_cannot_be_made_up(bot: Bot, world: World, http: httpx.AsyncClient) -> None:
    message_id = await send(bot, world, article("1", reply_markup=BUTTONS))
    await world.press(MAI, message_id, "Nhận")
    tap = (await bot.get_updates())[-1].callback_query
    assert tap is not None
    assert tap.inline_message_id is not None
    forged = ("B" if tap.inline_message_id[0] == "A" else "A") + tap.inline_message_id[1:]

    with pytest.raises(BadRequest, match="Invalid inline message identifier"):
        await bot.edit_message_text("Giả", inline_message_id=forged)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Giả", MAI, message_id)
    await bot.delete_message(MAI, message_id)
    with pytest.raises(BadRequest, match="Message_id_invalid"):
        await bot.edit_message_text("Muộn", inline_message_id=tap.inline_message_id)
    missing = await http.post(f"/bot{world.token}/editMessageText", json={"text": "Không rõ"})
    assert missing.json()["description"] == "Bad Request: message identifier is not specified"


async def test_the_bot_learns_of_the_group_only_where_it_is_in(bot: Bot, world: World) -> None:
    without = world.create_group("Không bot", [MAI, LAN], with_bot=False)
    await send(bot, world, article("1"), chat_id=without)
    assert world.messages(without)[-1]["via_bot"]
    assert not await bot.get_updates()

    with_it = world.create_group("Có bot", [MAI, LAN])
    await send(bot, world, article("1"), chat_id=with_it)

    told = (await bot.get_updates())[-1]
    assert told.message is not None
    assert told.message.chat.id == with_it
    with pytest.raises(SandboxError, match="is not in this chat"):
        await world.ask_inline(NEWCOMER, "tin", chat_id=without)


async def test_the_kind_of_chat_is_named_with_the_query(bot: Bot, world: World) -> None:
    group = world.create_group("Nhóm", [MAI], with_bot=False)

    await world.ask_inline(MAI, "a", chat_id=group)
    await world.ask_inline(MAI, "a", chat_id=world.migrate_group(group))

    kinds = [each.inline_query.chat_type for each in await bot.get_updates() if each.inline_query]
    assert kinds == ["group", "supergroup"]


async def test_a_contact_is_sent_as_a_contact(bot: Bot, world: World) -> None:
    card = InlineQueryResultContact("1", "0234 3823 456", "Bưu điện", "tỉnh")
    inside = InlineQueryResultArticle("2", "Trực ban", InputContactMessageContent("113", "Trực ban"))

    await send(bot, world, card)
    await send(bot, world, inside)

    assert [each["contact"] for each in world.messages(MAI)] == [
        {"phone_number": "0234 3823 456", "first_name": "Bưu điện", "last_name": "tỉnh"},
        {"phone_number": "113", "first_name": "Trực ban"},
    ]


async def test_what_was_chosen_is_told_only_with_feedback(bot: Bot, world: World) -> None:
    await send(bot, world, article("1", reply_markup=BUTTONS))
    assert [each for each in await bot.get_updates() if each.chosen_inline_result] == []
    world.inline_feedback = True

    await send(bot, world, article("2", reply_markup=BUTTONS))

    chosen = (await bot.get_updates())[-1].chosen_inline_result
    assert chosen is not None
    assert (chosen.result_id, chosen.query, chosen.from_user.id) == ("2", "tin", MAI)
    assert chosen.inline_message_id
    await bot.get_updates(offset=-1, allowed_updates=["message"])
    await send(bot, world, article("3"))
    assert (await bot.get_updates())[-1].chosen_inline_result is None


async def test_a_query_that_waited_half_a_minute_is_gone(bot: Bot, world: World, clock: MovedClock) -> None:
    await world.ask_inline(MAI, "tin")

    clock.advance(30)

    assert not await bot.get_updates()
