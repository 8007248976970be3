"""Chats themselves: who is in them, what is pinned, and leaving."""

from typing import Any

from bot.sandbox.acts import groups, timeline, topics
from bot.sandbox.acts.membership import bot_membership, membership
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@method("sendChatAction")
def send_chat_action(world: World, *, chat_id: int, action: str) -> bool:
    """Show for a moment that the bot is busy."""
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.writable_chat(chat_id)
    world.events.publish("typing", chat_id=chat.id, action=action)
    return True


@method("getChat")
def get_chat(world: World, *, chat_id: int) -> Json:
    """Return a chat with what only this method tells."""
    chat = world.known_chat(chat_id)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {
        **world.describe(chat),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]]
    return full


@method("getChatMember")
def get_chat_member(world: World, *, chat_id: int, user_id: int) -> Json:
    """Return what somebody is in a chat."""
    chat = world.known_chat(chat_id)
    if user_id == world.bot_id:
        return bot_membership(world, chat)
    account = world.people.accounts.get(user_id)
    if account is None:
        raise bad_request("invalid user_id specified")
    if user_id not in chat.members:
        return membership("left", account.person.as_user())
    is_creator = chat.is_group and user_id == chat.creator
    return membership("creator" if is_creator else "member", account.person.as_user())


@method("getChatAdministrators")
def get_chat_administrators(world: World, *, chat_id: int) -> list[Json]:
    """Return a group's administrators: its founder unless they have left, and the bot if it is an administrator."""
    chat = world.known_chat(chat_id)
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    founder = [chat.creator] if chat.creator in chat.members and chat.creator is not None else []
    found = [membership("creator", world.people.get(each).person.as_user()) for each in founder]
    return [*found, bot_membership(world, chat)] if chat.bot_is_admin else found


@method("getChatMemberCount")
def get_chat_member_count(world: World, *, chat_id: int) -> int:
    """Return how many are in a chat, the bot included."""
    return len(world.known_chat(chat_id).members) + 1


@method("pinChatMessage")
def pin_chat_message(world: World, *, chat_id: int, message_id: int, disable_notification: bool = False) -> bool:
    """Pin a message; the chat is told by a message of its own."""
    chat = _pinnable(world, chat_id)
    if message_id not in chat.messages:
        raise bad_request("message to pin not found")
    if message_id not in chat.pinned:
        world.pace(chat)
        pinned = chat.messages[message_id]
        chat.pinned.append(message_id)
        world.records.chat_changed(chat)
        timeline.post(world, chat, world.bot_user(), {**topics.place_of(pinned), "pinned_message": pinned})
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, *, chat_id: int, message_id: int | None = None) -> bool:
    """Unpin a message, or the one that was pinned last when none is named."""
    chat = _pinnable(world, chat_id)
    if message_id is None and chat.pinned:
        message_id = chat.pinned[-1]
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.records.chat_changed(chat)
    return True


@method("leaveChat")
def leave_chat(world: World, *, chat_id: int) -> bool:
    """Leave a group."""
    chat = world.known_chat(chat_id)
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    groups.leave(world, chat)
    return True


def _pinnable(world: World, chat_id: int) -> Chat:
    chat = world.writable_chat(chat_id)
    if chat.is_group and not chat.bot_may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
