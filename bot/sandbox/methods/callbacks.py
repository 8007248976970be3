"""Answers to taps and to inline queries."""

from typing import TYPE_CHECKING, Annotated

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.parameters import Longest

if TYPE_CHECKING:
    from bot.sandbox.world import World

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
    if url and not url.startswith(
        (f"https://t.me/{world.username}?", f"tg://resolve?domain={world.username}")
    ):
        raise bad_request("URL_INVALID")
    query.answer = {"text": text, "show_alert": show_alert, **({"url": url} if url else {})}
    query.is_over = True
    world.query_changed(query)
    world.publish_answer(query, query.answer)
    return True
