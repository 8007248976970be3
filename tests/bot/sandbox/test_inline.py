"""Inline queries: what is typed, what is offered, what is sent."""

import pytest
from telegram import Bot, InlineQueryResultArticle, InputTextMessageContent
from telegram.error import BadRequest

from bot.sandbox.world import SandboxError, World
from tests.bot.sandbox.conftest import MAI, MovedClock


def article(result_id: str, text: str = "<b>Tin</b>") -> InlineQueryResultArticle:
    return InlineQueryResultArticle(result_id, "Tiêu đề", InputTextMessageContent(text, parse_mode="HTML"))


async def test_a_result_is_offered_and_sent(bot: Bot, world: World) -> None:
    query_id = await world.ask_inline(MAI, "máy phát")
    assert world.inline_results(query_id) is None
    [update] = await bot.get_updates()
    assert update.inline_query is not None
    assert update.inline_query.query == "máy phát"
    await update.inline_query.answer([article("1"), article("2")])

    message_id = await world.choose_inline(MAI, query_id, "2")

    assert [each["id"] for each in world.inline_results(query_id) or []] == ["1", "2"]
    [message] = world.messages(MAI)
    assert (message["message_id"], message["text"]) == (message_id, "Tin")
    assert message["via_bot"]["username"] == "san_sang_bot"
    with pytest.raises(SandboxError, match="no such result"):
        await world.choose_inline(MAI, query_id, "3")


async def test_results_that_telegram_refuses(bot: Bot, world: World, clock: MovedClock) -> None:
    query_id = await world.ask_inline(MAI, "x")

    with pytest.raises(BadRequest, match="Result_id_duplicate"):
        await bot.answer_inline_query(query_id, [article("1"), article("1")])
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.answer_inline_query(query_id, [article("1", "<b>")])
    clock.advance(16)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query_id, [article("1")])
    with pytest.raises(SandboxError, match="at most 256"):
        await world.ask_inline(MAI, "x" * 257)
