"""Inline mode: asking the bot from any chat, and sending what it offers."""

from typing import Any

from bot.sandbox.acts.access import actor_in, writer_in
from bot.sandbox.acts.inline_messages import inline_message_id
from bot.sandbox.acts.writing import receive
from bot.sandbox.errors import SandboxError
from bot.sandbox.reading import results
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.queries import Query, new_query_id
from bot.sandbox.world import World

Json = dict[str, Any]
MAX_QUERY = 256


def ask(world: World, person_id: int, text: str, offset: str, chat_id: int | None) -> str:
    """Type @bot and some words in a chat. A remembered answer comes at once, without asking the bot."""
    if len(text) > MAX_QUERY:
        raise SandboxError(f"An inline query holds at most {MAX_QUERY} characters.")
    account, chat = actor_in(world, person_id, chat_id)
    now = world.clock()
    query = Query(new_query_id(), person_id, chat.id, 0, now, kind="inline", text=text, offset=offset)
    world.queries.add(query)
    cached = world.inline_cache.find(person_id, text, offset, now)
    if cached is not None:
        settle(world, query, cached)
        return query.id
    world.records.query_changed(query)
    kind = chat.type if chat.is_group else "sender"
    body = {"id": query.id, "from": account.person.as_user(), "query": text, "offset": offset, "chat_type": kind}
    world.queue.put("inline_query", body, person_id)
    return query.id


def settle(world: World, query: Query, answer: Json) -> None:
    """Show the answer to whoever asked."""
    query.answer = answer
    query.is_over = True
    world.records.query_changed(query)
    _show(world, query, **answer)


def give_up(world: World, query: Query) -> None:
    """Tell whoever asked that the bot did not answer."""
    _show(world, query, expired=True)


def _show(world: World, query: Query, **answer: Any) -> None:
    asked = {"query_id": query.id, "query": query.text, "offset": query.offset}
    world.events.publish("inline", chat_id=query.chat_id, person_id=query.person_id, **asked, **answer)


def choose(world: World, person_id: int, query_id: str, result_id: str, chat_id: int | None) -> int:
    """Send one of the results that the bot offered, into the chat where it was asked or into another."""
    query = world.queries.known.get(query_id)
    if query is None or query.kind != "inline" or query.person_id != person_id:
        raise SandboxError("This person has not asked this query.")
    account, chat = writer_in(world, person_id, query.chat_id if chat_id is None else chat_id)
    offered = (query.answer or {}).get("results", [])
    chosen = next((each for each in offered if each["id"] == result_id), None)
    if chosen is None:
        raise SandboxError("There is no such result.")
    message_id = receive(world, account, chat, results.message_of(world, chosen))
    if world.inline_feedback:
        _tell_choice(world, query, result_id, chat, message_id)
    return message_id


def _tell_choice(world: World, query: Query, result_id: str, chat: Chat, message_id: int) -> None:
    sender = world.people.get(query.person_id).person.as_user()
    body = {"result_id": result_id, "from": sender, "query": query.text}
    if "reply_markup" in chat.messages[message_id]:
        body["inline_message_id"] = inline_message_id(world, chat.id, message_id)
    world.queue.put("chosen_inline_result", body, query.person_id)
