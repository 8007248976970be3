"""Answers to taps and to inline queries."""

from typing import TYPE_CHECKING, Annotated, Any

from bot.sandbox import keyboards, markup
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.parameters import Longest

if TYPE_CHECKING:
    from bot.sandbox.world import World

MAX_RESULTS = 50
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(
    world: "World",
    *,
    callback_query_id: str,
    text: Annotated[str, Longest(200, "MESSAGE_TOO_LONG")] = "",
    show_alert: bool = False,
    url: str = "",
    cache_time: int = 0,
) -> bool:
    """Tell a person who tapped what became of it: once, and within the answer window."""
    query = world.queries.open(callback_query_id, "callback", world.clock())
    if query is None:
        raise bad_request(TOO_OLD)
    if url and not url.startswith((f"https://t.me/{world.username}?", f"tg://resolve?domain={world.username}")):
        raise bad_request("URL_INVALID")
    query.answer = {"text": text, "show_alert": show_alert, **({"url": url} if url else {})}
    query.is_over = True
    world.records.query_changed(query)
    world.publish_answer(query, query.answer)
    return True


@method("answerInlineQuery")
def answer_inline_query(
    world: "World",
    *,
    inline_query_id: str,
    results: list[dict[str, Any]],
    cache_time: int = 300,
    is_personal: bool = False,
    next_offset: Annotated[str, Longest(64, "NEXT_OFFSET_INVALID")] = "",
    button: dict[str, Any] | None = None,
) -> bool:
    """Offer results to a person who typed an inline query."""
    query = world.queries.open(inline_query_id, "inline", world.clock())
    if query is None:
        raise bad_request(TOO_OLD)
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [_check_result(each) for each in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    query.answer = {"results": results, "next_offset": next_offset, **({"button": button} if button else {})}
    query.is_over = True
    world.records.query_changed(query)
    world.events.publish("inline", chat_id=query.chat_id, person_id=query.person_id, query_id=query.id, results=results)
    return True


def _check_result(result: Any) -> str:
    """Return a result's id; raises 400 for a result that Telegram would not show."""
    if not isinstance(result, dict) or not isinstance(result.get("type"), str):
        raise bad_request("can't parse inline query result: Object expected")
    result_id = str(result.get("id", ""))
    if not 1 <= len(result_id.encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    content = result.get("input_message_content")
    if result["type"] == "article" and not (result.get("title") and content):
        raise bad_request("can't parse inline query result: article needs a title and input_message_content")
    if (
        content
        and not markup.formatted(
            str(content.get("message_text", "")), content.get("parse_mode") or "", content.get("entities") or []
        )[0]
    ):
        raise bad_request("message text is empty")
    keyboards.read_inline(result.get("reply_markup"))
    return result_id
