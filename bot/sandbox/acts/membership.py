"""What somebody is in a group, and how the bot is told that this changed."""

from typing import Any

from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
# In a channel there is nothing to pin by right and no topic; posts are written and edited.
ONLY_GROUPS = ("can_pin_messages", "can_manage_topics")
ONLY_CHANNELS = ("can_post_messages", "can_edit_messages")
WITHHELD_RIGHTS = ("can_be_edited", "is_anonymous", "can_promote_members")


def tell_of_bot(world: World, chat: Chat, sender: Json, before: Json) -> None:
    """Tell the bot what it is in a group from now on; `before` is what it was."""
    bot = {"user": world.bot_user()}
    after = bot_membership(world, chat)
    _tell(world, "my_chat_member", chat, sender, {**bot, **before}, after)


def tell_of_person(world: World, chat: Chat, sender: Json, user: Json, before: str, now: str) -> None:
    """Tell the bot that another member came or left, if it is an administrator."""
    if chat.bot_is_admin:
        _tell(world, "chat_member", chat, sender, membership(before, user), membership(now, user))


def _tell(world: World, kind: str, chat: Chat, sender: Json, before: Json, after: Json) -> None:
    body = {
        "chat": world.describe(chat),
        "from": sender,
        "date": int(world.clock()),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    world.queue.put(kind, body, sender["id"])


def bot_membership(world: World, chat: Chat) -> Json:
    """Return the Bot API's ChatMember of the bot itself in a group."""
    if chat.bot_is_member:
        found = membership("administrator" if chat.bot_is_admin else "member", world.bot_user())
        if chat.is_channel:
            found = {right: value for right, value in found.items() if right not in ONLY_GROUPS}
            found |= dict.fromkeys(ONLY_CHANNELS, True)
        elif chat.type != "supergroup":
            found.pop("can_manage_topics", None)
        return {**found, **{right: False for right in chat.bot_lacks if right in found}}
    return membership("kicked" if chat.bot_was_kicked else "left", world.bot_user())


def membership(status: str, user: Json) -> Json:
    """Return a ChatMember; an administrator has the rights that a group gives by default."""
    member = {"status": status, "user": user}
    match status:
        case "administrator":
            return {**member, **dict.fromkeys(RIGHTS, True), **dict.fromkeys(WITHHELD_RIGHTS, False)}
        case "creator":
            return {**member, "is_anonymous": False}
        case "kicked":
            return {**member, "until_date": 0}
        case _:
            return member
