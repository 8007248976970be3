"""Answers to taps and to inline queries."""

import re
from typing import Annotated, Any

from bot.sandbox.acts import inline
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.parameters import Longest
from bot.sandbox.methods.registry import method
from bot.sandbox.reading import results as offered
from bot.sandbox.world import World

MAX_OFFSET_BYTES = 64
OWN_LINK = r"(?:(?:https?://)?t\.me/{0}\?|tg://resolve\?domain={0}&)start="
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(
    world: World,
    *,
    callback_query_id: str,
    text: Annotated[str, Longest(200, "MESSAGE_TOO_LONG")] = "",
    show_alert: bool = False,
    url: str = "",
    cache_time: int = 0,
) -> bool:
    """Answer a tap, once and within the answer window."""
    query = world.queries.open(callback_query_id, "callback", world.clock())
    if query is None:
        raise bad_request(TOO_OLD)
    if url and not re.match(OWN_LINK.format(re.escape(world.username)), url, re.IGNORECASE):
        raise bad_request("URL_INVALID")
    query.answer = {"text": text, "show_alert": show_alert, **({"url": url} if url else {})}
    query.is_over = True
    world.records.query_changed(query)
    world.books.answer(query.chat_id)
    world.publish_answer(query, query.answer)
    return True


@method("answerInlineQuery")
def answer_inline_query(
    world: World,
    *,
    inline_query_id: str,
    results: list[dict[str, Any]],
    cache_time: int = 300,
    is_personal: bool = False,
    next_offset: str = "",
    button: dict[str, Any] | None = None,
) -> bool:
    """Offer results to a person who typed an inline query."""
    query = world.queries.open(inline_query_id, "inline", world.clock())
    if query is None:
        raise bad_request(TOO_OLD)
    if len(next_offset.encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    offered.check_results(world, results)
    answer: dict[str, Any] = {"results": results, "next_offset": next_offset}
    if shown := offered.read_button(button):
        answer["button"] = shown
    inline.settle(world, query, answer)
    world.inline_cache.keep(query, world.clock() + cache_time, is_personal=is_personal)
    return True
