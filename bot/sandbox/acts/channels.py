"""Channels: one person founds one, makes the bot its administrator, takes a right from it or puts it out."""

from typing import Any

from bot.sandbox.acts.groups import MAX_TITLE, SUPERGROUP_BASE
from bot.sandbox.acts.membership import bot_membership, tell_of_bot
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
# Ids of channels are of the same kind as those of supergroups.
FIRST = SUPERGROUP_BASE - 900_000_000


def create(world: World, title: str, founder_id: int) -> int:
    """Found a channel of one person, without the bot; returns its id."""
    title, founder = title.strip(), world.people.get(founder_id).person
    if not title or len(title) > MAX_TITLE:
        raise SandboxError(f"A channel's title holds 1 to {MAX_TITLE} characters.")
    chat_id = min([FIRST, *world.chats]) - 1
    chat = Chat(chat_id, "channel", title, [founder.id], creator=founder.id, bot_is_member=False)
    world.chats[chat_id] = chat
    world.records.chat_changed(chat)
    world.events.publish("people")
    return chat_id


def appoint_bot(world: World, chat_id: int, by: int, *, lacks: list[str]) -> None:
    """Make the bot an administrator with all rights but those that it `lacks`: in a channel a bot is nothing else."""
    chat, sender = _founded(world, chat_id, by)
    before = bot_membership(world, chat)
    chat.bot_is_member, chat.bot_is_admin, chat.bot_was_kicked = True, True, False
    chat.bot_lacks = list(lacks)
    _tell(world, chat, sender, before)


def put_bot_out(world: World, chat_id: int, by: int) -> None:
    """Put the bot out of a channel."""
    chat, sender = _founded(world, chat_id, by)
    if not chat.bot_is_member:
        raise SandboxError("The bot is not in this channel.")
    before = bot_membership(world, chat)
    chat.bot_is_member, chat.bot_is_admin, chat.bot_was_kicked = False, False, True
    _tell(world, chat, sender, before)


def _tell(world: World, chat: Chat, sender: Json, before: Json) -> None:
    world.records.chat_changed(chat)
    tell_of_bot(world, chat, sender, before)
    world.events.publish("people")


def _founded(world: World, chat_id: int, by: int) -> tuple[Chat, Json]:
    """Return a channel and its founder, who alone runs it."""
    chat = world.chat(chat_id)
    if not chat.is_channel:
        raise SandboxError("This chat is no channel.")
    if by != chat.creator:
        raise SandboxError("Only the founder of the channel can do this.")
    return chat, world.people.get(by).person.as_user()
