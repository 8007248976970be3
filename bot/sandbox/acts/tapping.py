"""Taps on inline buttons: those that are shown, and the data that a modified client makes up."""

from typing import Any

from bot.sandbox.acts.access import actor_in
from bot.sandbox.acts.inline_messages import inline_message_id
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.queries import Query, new_query_id
from bot.sandbox.world import World

Json = dict[str, Any]


def press(world: World, person_id: int, message_id: int, text: str, chat_id: int | None) -> str:
    """Tap the inline button with this text, or the only one that contains it."""
    _, chat = actor_in(world, person_id, chat_id)
    buttons = _inline_buttons(chat, message_id)
    exact = [each for each in buttons if each["text"] == text]
    found = exact[:1] or [each for each in buttons if text in each["text"]]
    if len(found) != 1:
        shown = ", ".join(each["text"] for each in buttons) or "none"
        number = "Several buttons contain" if found else "No button contains"
        raise SandboxError(f"{number} “{text}”; shown are: {shown}.")
    return _tap(world, person_id, chat, message_id, found[0])


def press_at(world: World, person_id: int, message_id: int, row: int, column: int, chat_id: int | None) -> str:
    """Tap the inline button at this place, counted from 0."""
    _, chat = actor_in(world, person_id, chat_id)
    _inline_buttons(chat, message_id)
    rows = chat.messages[message_id]["reply_markup"]["inline_keyboard"]
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise SandboxError("There is no button at this place any more.")
    return _tap(world, person_id, chat, message_id, rows[row][column])


def forge(world: World, person_id: int, message_id: int, data: str, chat_id: int | None) -> str:
    """Send any callback data for a message of the bot, as a modified client can."""
    account, chat = actor_in(world, person_id, chat_id)
    if message_id not in chat.messages:
        raise SandboxError("There is no such message in this chat.")
    query = Query(new_query_id(), person_id, chat.id, message_id, world.clock())
    world.queries.add(query)
    world.records.query_changed(query)
    asked = {"id": query.id, "from": account.person.as_user(), "chat_instance": str(chat.id * 7919), "data": data}
    if world.queue.put("callback_query", {**asked, **_tapped(world, chat, message_id)}, person_id) is not None:
        world.books.tap(chat.id)
    return query.id


def _tapped(world: World, chat: Chat, message_id: int) -> Json:
    """Return how the bot is told which message was tapped. For a message sent via the bot that is only its name."""
    message = chat.messages[message_id]
    if "via_bot" in message:
        return {"inline_message_id": inline_message_id(world, chat.id, message_id)}
    return {"message": message}


def _inline_buttons(chat: Chat, message_id: int) -> list[Json]:
    message = chat.messages.get(message_id)
    if message is None:
        raise SandboxError("There is no such message in this chat.")
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    if not rows:
        raise SandboxError("This message has no buttons.")
    return [button for row in rows for button in row]


def _tap(world: World, person_id: int, chat: Chat, message_id: int, button: Json) -> str:
    if "callback_data" not in button:
        raise SandboxError(f"The button “{button['text']}” is handled by the client; the bot is not told.")
    return forge(world, person_id, message_id, button["callback_data"], chat.id)
