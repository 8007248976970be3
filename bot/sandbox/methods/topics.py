"""Topics of a forum, as the bot manages them: it needs the right to, and cannot list them."""

from typing import Annotated, Any

from bot.sandbox.acts import topics
from bot.sandbox.acts.topics import COLOURS, MANAGE, MAX_NAME
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.parameters import Longest
from bot.sandbox.methods.registry import method
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
NOT_MODIFIED = "TOPIC_NOT_MODIFIED"
Name = Annotated[str, Longest(MAX_NAME, "topic name is too long")]


@method("createForumTopic")
def create_forum_topic(world: World, *, chat_id: int, name: Name, icon_color: int = COLOURS[0]) -> Json:
    """Open a topic, which counts as a message; its colour stays."""
    chat = _forum(world, chat_id, "create a topic")
    if not name.strip():
        raise bad_request("title must be non-empty")
    if icon_color not in COLOURS:
        raise bad_request("invalid icon color specified")
    world.pace(chat)
    thread_id = topics.begin(world, chat, world.bot_user(), name.strip(), icon_color)
    return {"message_thread_id": thread_id, "name": name.strip(), "icon_color": icon_color}


@method("editForumTopic")
def edit_forum_topic(world: World, *, chat_id: int, message_thread_id: int, name: Name = "") -> bool:
    """Give a topic another name, which a message in it tells."""
    chat = _topic(world, chat_id, message_thread_id)
    if not name.strip() or chat.topics[message_thread_id]["name"] == name.strip():
        raise bad_request(NOT_MODIFIED)
    world.pace(chat)
    topics.rename(world, chat, world.bot_user(), message_thread_id, name.strip())
    return True


@method("closeForumTopic")
def close_forum_topic(world: World, *, chat_id: int, message_thread_id: int) -> bool:
    """Close a topic: what is in it stays."""
    return _set_closed(world, chat_id, message_thread_id, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(world: World, *, chat_id: int, message_thread_id: int) -> bool:
    """Open a topic again."""
    return _set_closed(world, chat_id, message_thread_id, closed=False)


@method("deleteForumTopic")
def delete_forum_topic(world: World, *, chat_id: int, message_thread_id: int) -> bool:
    """Delete a topic with everything in it."""
    chat = _topic(world, chat_id, message_thread_id)
    if not chat.bot_may("can_delete_messages"):
        raise bad_request("not enough rights to delete the topic")
    topics.delete(world, chat, message_thread_id)
    return True


def _set_closed(world: World, chat_id: int, thread_id: int, *, closed: bool) -> bool:
    chat = _topic(world, chat_id, thread_id)
    if chat.topics[thread_id]["closed"] == closed:
        raise bad_request(NOT_MODIFIED)
    world.pace(chat)
    topics.set_closed(world, chat, world.bot_user(), thread_id, closed=closed)
    return True


def _forum(world: World, chat_id: int, what: str) -> Chat:
    chat = world.writable_chat(chat_id)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.bot_may(MANAGE):
        raise bad_request(f"not enough rights to {what}")
    return chat


def _topic(world: World, chat_id: int, thread_id: int) -> Chat:
    chat = _forum(world, chat_id, "edit the topic")
    if thread_id not in chat.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return chat
