"""Groups: founded, left, and turned into supergroups."""

from typing import TYPE_CHECKING, Any

from bot.sandbox import timeline
from bot.sandbox.chats import Chat
from bot.sandbox.errors import SandboxError

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
SUPERGROUP_BASE = -1_000_000_000_000


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
)
WITHHELD_RIGHTS = ("can_be_edited", "is_anonymous", "can_promote_members")


def create(world: "World", title: str, member_ids: list[int], *, bot_is_admin: bool) -> int:
    """Found a group with the bot in it, by the first of its members; returns its id."""
    if not title.strip() or not member_ids:
        raise SandboxError("A group needs a title and at least one member.")
    creator = world.people.get(member_ids[0]).person
    for member_id in member_ids:
        world.people.get(member_id)
    chat_id = min([-4_000_000, *(each for each in world.chats if each > SUPERGROUP_BASE)]) - 1
    chat = Chat(chat_id, "group", title.strip(), list(member_ids), creator=creator.id, bot_is_admin=bot_is_admin)
    world.chats[chat_id] = chat
    world.records.chat_changed(chat)
    world.queue.put("my_chat_member", _joined(world, chat, creator.as_user()), creator.id)
    message = timeline.post(world, chat, creator.as_user(), {"group_chat_created": True})
    world.queue.put("message", message, creator.id)
    return chat_id


def migrate(world: "World", chat_id: int) -> int:
    """Turn a group into a supergroup with a new id; the bot is told in both."""
    old = world.chat(chat_id)
    if old.type != "group" or old.migrated_to is not None:
        raise SandboxError("Only a group that has not been upgraded yet can become a supergroup.")
    new = Chat(
        SUPERGROUP_BASE + chat_id,
        "supergroup",
        old.title,
        list(old.members),
        creator=old.creator,
        bot_is_admin=old.bot_is_admin,
    )
    world.chats[new.id] = new
    sender = world.people.get(old.creator or old.members[0]).person.as_user()
    for chat, content in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
        message = timeline.post(world, chat, sender, content)
        world.queue.put("message", message, sender["id"])
    old.migrated_to = new.id
    world.records.chat_changed(old)
    world.records.chat_changed(new)
    return new.id


def leave(world: "World", chat: Chat) -> None:
    """Take the bot out of a group."""
    chat.bot_is_member = False
    chat.bot_is_admin = False
    world.records.chat_changed(chat)


def _joined(world: "World", chat: Chat, founder: Json) -> Json:
    bot = {"user": world.bot_user()}
    return {
        "chat": world.describe(chat),
        "from": founder,
        "date": int(world.clock()),
        "old_chat_member": {"status": "left", **bot},
        "new_chat_member": bot_membership(chat, bot),
    }


def bot_membership(chat: Chat, bot: Json) -> Json:
    """Return the Bot API's ChatMember of the bot itself in a group."""
    if not chat.bot_is_member:
        return {"status": "left", **bot}
    return administrator(bot) if chat.bot_is_admin else {"status": "member", **bot}


def administrator(user: Json) -> Json:
    """Return a ChatMemberAdministrator with the rights that a group gives by default."""
    return {
        "status": "administrator",
        **user,
        **dict.fromkeys(RIGHTS, True),
        **dict.fromkeys(WITHHELD_RIGHTS, False),
    }
