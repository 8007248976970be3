"""Topics of a forum: opened, renamed, closed and deleted, by people and by the bot; a message's place in one."""

from typing import Any

from bot.sandbox.acts import timeline
from bot.sandbox.acts.access import actor_in
from bot.sandbox.errors import SandboxError, bad_request
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
MAX_NAME = 128
MANAGE = "can_manage_topics"


def told_of(world: World, chat: Chat, thread_id: int | None) -> Json:
    """Give what a message of the bot says of its topic; raises the 400 for one that takes none.

    General cannot be named. Who manages topics writes in closed ones too.
    """
    if thread_id is None:
        return {}
    if not chat.is_forum or thread_id not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[thread_id]["closed"] and not chat.bot_may(MANAGE):
        raise bad_request("TOPIC_CLOSED")
    return _place(chat, thread_id)


def written_in(_: World, chat: Chat, thread_id: int | None) -> Json:
    """Give what a person's message says of its topic; raises SandboxError for one where nobody writes."""
    if thread_id is None or not chat.is_forum:
        return {}
    if thread_id not in chat.topics:
        raise SandboxError("There is no such topic in this group.")
    if chat.topics[thread_id]["closed"]:
        raise SandboxError("This topic is closed.")
    return _place(chat, thread_id)


def place_of(message: Json) -> Json:
    """Give what a message says of its topic, for another one beside it."""
    return {key: message[key] for key in ("message_thread_id", "is_topic_message") if key in message}


def _place(chat: Chat, thread_id: int) -> Json:
    """Give what every message of a topic says: as a reply to the message with which it began, unless it answers one."""
    place: Json = {"message_thread_id": thread_id, "is_topic_message": True}
    beginning = chat.messages.get(thread_id)
    return {**place, "reply_to_message": beginning} if beginning is not None else place


def set_forum(world: World, person_id: int, chat_id: int, *, on: bool) -> None:
    """Turn topics on or off as the group's founder; the bot is not told, and topics are kept."""
    _, chat = actor_in(world, person_id, chat_id)
    if chat.type != "supergroup":
        raise SandboxError("Only a supergroup can have topics.")
    if person_id != chat.creator:
        raise SandboxError("Only the founder of the group can turn topics on or off.")
    chat.is_forum = on
    world.records.chat_changed(chat)
    world.events.publish("people")


def begin(world: World, chat: Chat, sender: Json, name: str, colour: int) -> int:
    """Open a topic; returns its id."""
    message = timeline.post(world, chat, sender, {"forum_topic_created": {"name": name, "icon_color": colour}})
    thread_id = int(message["message_id"])
    chat.topics[thread_id] = {"name": name, "icon_color": colour, "closed": False}
    placed = {**message, "message_thread_id": thread_id, "is_topic_message": True}
    chat.messages[thread_id] = placed
    world.records.message_changed(chat, placed)
    _changed(world, chat)
    return thread_id


def rename(world: World, chat: Chat, sender: Json, thread_id: int, name: str) -> Json:
    """Give a topic another name; returns the message that says so."""
    chat.topics[thread_id]["name"] = name
    _changed(world, chat)
    return timeline.post(world, chat, sender, {**_place(chat, thread_id), "forum_topic_edited": {"name": name}})


def set_closed(world: World, chat: Chat, sender: Json, thread_id: int, *, closed: bool) -> Json:
    """Close or reopen a topic; returns the message that says so."""
    chat.topics[thread_id]["closed"] = closed
    _changed(world, chat)
    what = "forum_topic_closed" if closed else "forum_topic_reopened"
    return timeline.post(world, chat, sender, {**_place(chat, thread_id), what: {}})


def delete(world: World, chat: Chat, thread_id: int) -> None:
    """Delete a topic with everything that was written in it; the bot is not told."""
    del chat.topics[thread_id]
    for message_id in [each for each, one in chat.messages.items() if one.get("message_thread_id") == thread_id]:
        timeline.delete(world, chat, message_id)
    _changed(world, chat)


def act(world: World, person_id: int, chat_id: int, thread_id: int, does: str) -> None:
    """Close, reopen or delete a topic as the group's founder; of the first two the bot is told."""
    account, chat = actor_in(world, person_id, chat_id)
    if not chat.is_forum or thread_id not in chat.topics:
        raise SandboxError("There is no such topic in this group.")
    if person_id != chat.creator:
        raise SandboxError("Only the founder of the group can do this to a topic.")
    if does == "delete":
        delete(world, chat, thread_id)
        return
    message = set_closed(world, chat, account.person.as_user(), thread_id, closed=does == "close")
    if chat.bot_is_member:
        world.queue.put("message", message, person_id)


def _changed(world: World, chat: Chat) -> None:
    world.records.chat_changed(chat)
    world.events.publish("topics", chat_id=chat.id, topics=listed(chat))


def listed(chat: Chat) -> list[Json]:
    """List the topics of a forum as the page shows them; none where topics are off."""
    return [{"id": each, **topic} for each, topic in chat.topics.items()] if chat.is_forum else []
