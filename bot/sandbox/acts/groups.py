"""Groups: founded, joined and left by people and by the bot, and turned into supergroups."""

from typing import Any

from bot.sandbox.acts import timeline, writing
from bot.sandbox.acts.membership import bot_membership, tell_of_bot, tell_of_person
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
SUPERGROUP_BASE = -1_000_000_000_000
MAX_TITLE = 128


def create(world: World, title: str, member_ids: list[int], *, with_bot: bool, bot_is_admin: bool = False) -> int:
    """Found a group by the first of its members; returns its id."""
    title, members = title.strip(), list(dict.fromkeys(member_ids))
    if not title or not members:
        raise SandboxError("A group needs a title and at least one member.")
    if len(title) > MAX_TITLE:
        raise SandboxError(f"A group's title holds at most {MAX_TITLE} characters.")
    creator, *_ = [world.people.get(member_id).person for member_id in members]
    chat_id = min([-4_000_000, *(each for each in world.chats if each > SUPERGROUP_BASE)]) - 1
    chat = Chat(chat_id, "group", title, members, creator=creator.id, bot_is_admin=bot_is_admin, bot_is_member=with_bot)
    world.chats[chat_id] = chat
    world.records.chat_changed(chat)
    if with_bot:
        tell_of_bot(world, chat, creator.as_user(), {"status": "left"})
    _announce(world, chat, creator.as_user(), {"group_chat_created": True})
    world.events.publish("people")
    return chat_id


def migrate(world: World, chat_id: int, *, joins_after: int = 2) -> int:
    """Turn a group into a supergroup with a new id; the bot is told in both.

    It hears as well that it has joined the new chat, after so many of these two messages: Telegram keeps no order.
    """
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
        bot_is_member=old.bot_is_member,
        bot_was_kicked=old.bot_was_kicked,
        bot_lacks=list(old.bot_lacks),
    )
    world.chats[new.id] = new
    sender = world.people.get(_leader(old)).person.as_user()
    told = ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id}))
    for place, (chat, content) in enumerate(told):
        if place == joins_after:
            tell_of_bot(world, new, sender, {"status": "left"})
        _announce(world, chat, sender, content)
    if joins_after == len(told):
        tell_of_bot(world, new, sender, {"status": "left"})
    old.migrated_to = new.id
    world.records.chat_changed(old)
    world.records.chat_changed(new)
    world.events.publish("people")
    return new.id


def add_bot(world: World, chat_id: int, by: int | None) -> None:
    """Put the bot into a group, as one of its members."""
    chat, sender = _acting(world, chat_id, by)
    if chat.bot_is_member:
        raise SandboxError("The bot is in this group already.")
    before = bot_membership(world, chat)
    chat.bot_is_member, chat.bot_was_kicked = True, False
    world.records.chat_changed(chat)
    tell_of_bot(world, chat, sender, before)
    _announce(world, chat, sender, {"new_chat_members": [world.bot_user()]})
    world.events.publish("people")


def kick_bot(world: World, chat_id: int, by: int | None) -> None:
    """Put the bot out of a group, as its founder."""
    chat, sender = _acting(world, chat_id, by)
    if not chat.bot_is_member:
        raise SandboxError("The bot is not in this group.")
    if sender["id"] != _leader(chat):
        raise SandboxError("Only the founder of the group can remove the bot.")
    _take_bot_out(world, chat, sender, was_kicked=True)


def set_rights(world: World, chat_id: int, by: int | None, *, admin: bool, lacks: list[str]) -> None:
    """Make the bot an administrator with all rights but those that it `lacks`, or a plain member; it is told."""
    chat, sender = _acting(world, chat_id, by)
    if not chat.bot_is_member:
        raise SandboxError("The bot is not in this group.")
    if sender["id"] != _leader(chat):
        raise SandboxError("Only the founder of the group can change the bot's rights.")
    before = bot_membership(world, chat)
    chat.bot_is_admin, chat.bot_lacks = admin, list(lacks) if admin else []
    world.records.chat_changed(chat)
    tell_of_bot(world, chat, sender, before)
    world.events.publish("people")


def leave(world: World, chat: Chat) -> None:
    """Take the bot out of a group, as itself."""
    _take_bot_out(world, chat, world.bot_user(), was_kicked=False)


def _take_bot_out(world: World, chat: Chat, sender: Json, *, was_kicked: bool) -> None:
    before = bot_membership(world, chat)
    chat.bot_is_member, chat.bot_is_admin, chat.bot_was_kicked = False, False, was_kicked
    world.records.chat_changed(chat)
    tell_of_bot(world, chat, sender, before)
    # A bot that is out of the group still gets this one message.
    message = timeline.post(world, chat, sender, {"left_chat_member": world.bot_user()})
    world.queue.put("message", message, sender["id"])
    world.events.publish("people")


def open_link(world: World, person_id: int, chat_id: int, payload: str, *, as_admin: bool = False) -> int:
    """Open t.me/bot?startgroup=payload, choose this group, and with it the bot's START there.

    A link that asks for rights (`&admin=…`) makes the bot an administrator, if the group's founder opens it.
    """
    writing.check_payload(payload)
    _acting(world, chat_id, person_id)
    if not world.chat(chat_id).bot_is_member:
        add_bot(world, chat_id, person_id)
    if as_admin and person_id == _leader(world.chat(chat_id)):
        set_rights(world, chat_id, person_id, admin=True, lacks=[])
    return writing.say(world, person_id, f"/start@{world.username} {payload}".strip(), chat_id, None)


def add_member(world: World, chat_id: int, person_id: int, by: int | None) -> None:
    """Put somebody into a group, as one of its members."""
    chat, sender = _acting(world, chat_id, by)
    person = world.people.get(person_id).person
    if person_id in chat.members:
        raise SandboxError(f"{person.name} is in this group already.")
    chat.members.append(person_id)
    world.records.chat_changed(chat)
    tell_of_person(world, chat, sender, person.as_user(), "left", "member")
    _announce(world, chat, sender, {"new_chat_members": [person.as_user()]})
    world.events.publish("people")


def remove_member(world: World, chat_id: int, person_id: int, by: int | None) -> None:
    """Let somebody leave a group, or put them out of it as its founder."""
    chat, sender = _acting(world, chat_id, by)
    person = world.people.get(person_id).person
    if person_id not in chat.members:
        raise SandboxError(f"{person.name} is not in this group.")
    if person_id != sender["id"] != _leader(chat):
        raise SandboxError("Only the founder of the group can remove somebody else.")
    if chat.members == [person_id]:
        raise SandboxError("The last member can't leave a group.")
    chat.members.remove(person_id)
    chat.unread.pop(person_id, None)
    world.records.chat_changed(chat)
    now = "left" if person_id == sender["id"] else "kicked"
    tell_of_person(world, chat, sender, person.as_user(), "member", now)
    _announce(world, chat, sender, {"left_chat_member": person.as_user()})
    world.events.publish("people")


def _acting(world: World, chat_id: int, by: int | None) -> tuple[Chat, Json]:
    """Return a group and the member who acts in it: the leader when none is named."""
    chat = world.chat(chat_id)
    if not chat.is_group or chat.is_channel:
        raise SandboxError("This chat is no group.")
    if chat.migrated_to is not None:
        raise SandboxError("This group has become a supergroup.")
    actor = world.people.get(_leader(chat) if by is None else by).person
    if actor.id not in chat.members:
        raise SandboxError(f"{actor.name} is not in this group.")
    return chat, actor.as_user()


def _leader(chat: Chat) -> int:
    """Return the founder, or whoever has been in the group longest once the founder has left."""
    return chat.creator if chat.creator in chat.members and chat.creator is not None else chat.members[0]


def _announce(world: World, chat: Chat, sender: Json, content: Json) -> None:
    """Show a service message. A bot that is in the group reads it even in privacy mode."""
    message = timeline.post(world, chat, sender, content)
    if chat.bot_is_member:
        world.queue.put("message", message, sender["id"])
