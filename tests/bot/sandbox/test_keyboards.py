"""Buttons: what Telegram takes, what it refuses, and which keyboard is shown."""

from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest

from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.reading.keyboards import read
from tests.bot.sandbox.conftest import LAN, MAI, MovedClock
from tests.bot.sandbox.world import World

CONTACT = ReplyKeyboardMarkup(
    [[KeyboardButton("📱 Gửi số", request_contact=True)], ["Hủy"]], resize_keyboard=True, one_time_keyboard=True
)


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": "đ" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a"}), "Text buttons are unallowed in the inline keyboard"),
        (inline({"text": " ", "callback_data": "x"}), "BUTTON_TEXT_INVALID"),
        (inline({"text": "a", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "a", "url": "javascript:x"}), "Wrong HTTP URL"),
        (inline({"text": "a", "callback_data": "x", "url": "https://a.vn"}), "exactly one action is expected"),
        (inline({"text": "a", "callback_data": "x", "style": "pink"}), "invalid button style"),
        (inline(*[{"text": "a", "callback_data": "x"}] * 9), "REPLY_MARKUP_TOO_LONG"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "x"}]] * 101}, "REPLY_MARKUP_TOO_LONG"),
        ({"inline_keyboard": "a"}, "Array of Arrays"),
        ({"keyboard": []}, "at least one button"),
        ({"something": True}, "can't parse reply keyboard markup JSON object"),
    ],
)
def test_buttons_that_telegram_refuses(markup: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        read(markup)


async def test_buttons_of_every_kind_come_back_in_the_message(bot: Bot, world: World) -> None:
    rows = [
        [InlineKeyboardButton("a", callback_data="đ" * 32, api_kwargs={"style": "success"})],
        [InlineKeyboardButton("b", url="https://a.vn"), InlineKeyboardButton("c", copy_text=CopyTextButton("x"))],
        [InlineKeyboardButton("d", switch_inline_query_current_chat="")],
    ]
    keyboard = InlineKeyboardMarkup(rows)

    sent = await bot.send_message(MAI, "Tin", reply_markup=keyboard)

    assert sent.reply_markup is not None
    assert sent.reply_markup.to_dict() == keyboard.to_dict()
    assert world.messages(MAI)[0]["reply_markup"]["inline_keyboard"][0][0]["style"] == "success"
    with pytest.raises(SandboxError, match="handled by the client"):
        await world.press(MAI, sent.message_id, "b")


async def test_the_contact_button_shares_ones_own_number(bot: Bot, world: World) -> None:
    with pytest.raises(SandboxError, match="No button that asks for the phone number"):
        await world.share_contact(MAI)
    sent = await bot.send_message(MAI, "Số điện thoại?", reply_markup=CONTACT)
    assert (world.keyboard(MAI) or {})["resize_keyboard"] is True

    await world.share_contact(MAI)
    await world.share_contact(MAI, of=LAN)

    own, other = await bot.get_updates()
    assert own.message is not None
    assert other.message is not None
    assert own.message.contact is not None
    assert other.message.contact is not None
    assert (own.message.contact.user_id, own.message.contact.phone_number) == (MAI, "+84901234567")
    assert own.message.reply_to_message is not None
    assert own.message.reply_to_message.message_id == sent.message_id
    assert other.message.contact.user_id == LAN
    assert world.keyboard(MAI) is None


async def test_a_keyboard_stays_until_it_is_removed_used_up_or_its_message_deleted(bot: Bot, world: World) -> None:
    world.limits = None
    await bot.send_message(MAI, "một", reply_markup=CONTACT)
    await bot.send_message(MAI, "hai")
    assert world.keyboard(MAI) is not None
    await world.say(MAI, "Hủy")
    assert world.keyboard(MAI) is None

    await bot.send_message(MAI, "ba", reply_markup=CONTACT)
    await bot.send_message(MAI, "bốn", reply_markup=ReplyKeyboardRemove())
    assert world.keyboard(MAI) is None

    asked = await bot.send_message(MAI, "năm", reply_markup=ForceReply(input_field_placeholder="Tên"))
    assert world.keyboard(MAI) == {"force_reply": True, "input_field_placeholder": "Tên"}
    await bot.delete_message(MAI, asked.message_id)
    assert world.keyboard(MAI) is None


async def test_an_edit_takes_inline_buttons_only(http: httpx.AsyncClient, api: str, bot: Bot) -> None:
    sent = await bot.send_message(MAI, "Tin")
    edit = {"chat_id": MAI, "message_id": sent.message_id, "reply_markup": {"keyboard": [["a"]]}}

    answer = await http.post(f"{api}/editMessageReplyMarkup", json=edit)

    assert answer.json()["description"] == "Bad Request: inline keyboard expected"


async def test_a_callback_is_answered_once_and_in_time_only(bot: Bot, world: World, clock: MovedClock) -> None:
    sent = await bot.send_message(MAI, "Tin")
    query_id = await world.forge(MAI, sent.message_id, "x")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query_id, "a" * 201)
    await bot.answer_callback_query(query_id, "a" * 200)

    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query_id, "hai")

    late = await world.forge(MAI, sent.message_id, "x")
    clock.advance(16)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(late)
    assert world.answer(late) is None
