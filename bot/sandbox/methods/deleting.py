"""Taking messages away."""

from typing import Any

from bot.sandbox.acts import timeline
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

DELETABLE_SECONDS = 48 * 3600
MOST_AT_ONCE = 100


@method("deleteMessage")
def delete_message(world: World, *, chat_id: int, message_id: int) -> bool:
    """Delete a message of the bot, or in a private chat also one of the person's, within 48 hours."""
    chat = world.known_chat(chat_id)
    if message_id not in chat.messages:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, message_id)
    timeline.delete(world, chat, message_id)
    return True


@method("deleteMessages")
def delete_messages(world: World, *, chat_id: int, message_ids: list[Any]) -> bool:
    """Delete up to 100 messages; those that are not there are passed over."""
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not all(str(each).isdigit() for each in message_ids):
        raise bad_request("can't parse message identifier as a Number")
    chat = world.known_chat(chat_id)
    found = [int(each) for each in message_ids if int(each) in chat.messages]
    for message_id in found:
        _check_deletable(world, chat, message_id)
    for message_id in dict.fromkeys(found):
        timeline.delete(world, chat, message_id)
    return True


def _check_deletable(world: World, chat: Chat, message_id: int) -> None:
    message = chat.messages[message_id]
    is_own = chat.is_of_bot(message, world.bot_id)
    may_delete = is_own or not chat.is_group or chat.bot_may("can_delete_messages")
    if not may_delete or world.clock() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted")
