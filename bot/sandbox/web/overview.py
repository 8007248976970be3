"""What the chat page is shown: people, chats, counters, the clock."""

from collections import Counter
from typing import Any

from bot.sandbox.acts import topics
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.people import Account
from bot.sandbox.world import World

Json = dict[str, Any]


def list_people(world: World) -> list[Json]:
    """Return everybody, with the last message of their private chat."""
    return [_describe(world, account) for account in world.people.accounts.values()]


def _describe(world: World, account: Account) -> Json:
    person = account.person
    chat = world.chats.get(person.id)
    last = chat.last() if chat else None
    return {
        "id": person.id,
        "name": person.name,
        "note": person.note,
        "group": person.group,
        "notes": person.notes,
        "headings": person.headings,
        "featured": person.featured,
        "temper": person.temper,
        "phone": person.phone,
        "unread": account.unread,
        "last": _preview(last, person.id) if last else None,
        "blocked": account.blocked,
        "started": account.started,
        "deactivated": account.deactivated,
        "groups": _groups_of(world, person.id),
    }


def _groups_of(world: World, person_id: int) -> list[Json]:
    """Return the groups that somebody is in, with how much of each is unread."""
    mine = [each for each in world.chats.values() if each.is_group and person_id in each.members]
    return [
        {"id": each.id, "title": each.title, "unread": each.unread.get(person_id, 0)}
        for each in mine
        if each.migrated_to is None
    ]


def _preview(message: Json, person_id: int) -> Json:
    kind = next(
        (
            each
            for each in (
                "photo",
                "animation",
                "video",
                "document",
                "audio",
                "voice",
                "video_note",
                "location",
                "contact",
            )
            if each in message
        ),
        "text",
    )
    return {
        "text": message.get("text") or message.get("caption") or "",
        "kind": kind,
        "at": message["date"],
        "mine": message["from"]["id"] == person_id,
    }


def show_chat(world: World, person_id: int, chat_id: int | None) -> Json:
    """Return a chat as this person sees it, and count it as read."""
    account = world.people.get(person_id)
    chat = world.chat(person_id if chat_id is None else chat_id)
    if person_id not in chat.members:
        raise SandboxError(f"{account.person.name} is not in this chat.")
    _read(world, account, chat)
    return {
        "chat": {"id": chat.id, "type": chat.type, "title": chat.title or world.bot_user()["first_name"]},
        "messages": world.messages(chat.id),
        "keyboard": chat.keyboard,
        "commands": world.commands(person_id, chat.id),
        "can_write": _can_write(account, chat),
        "blocked": account.blocked,
        "started": account.started,
        "groups": _groups_of(world, person_id),
        "bot": {"id": world.bot_id, "name": world.bot_user()["first_name"], "username": world.username},
        "bot_is_member": chat.bot_is_member,
        "bot_is_admin": chat.bot_is_admin,
        "is_forum": chat.is_forum,
        "topics": topics.listed(chat),
        "is_founder": person_id == chat.creator,
        "members": [{"id": each, "name": world.people.get(each).person.name} for each in chat.members],
    }


def _read(world: World, account: Account, chat: Chat) -> None:
    """Count a chat as read by this person."""
    if chat.is_group and chat.unread.get(account.person.id):
        chat.unread[account.person.id] = 0
        world.records.chat_changed(chat)
    elif not chat.is_group and account.unread:
        account.unread = 0
        world.records.account_changed(account)


def _can_write(account: Account, chat: Chat) -> bool:
    if account.deactivated or chat.migrated_to is not None or chat.is_channel:
        return False
    return chat.is_group or (account.started and not account.blocked)


def show_counters(world: World) -> Json:
    """Return what has been counted since the start; "crowd" is how many people of each temper there are."""
    tempers = Counter(each.person.temper for each in world.people.accounts.values() if each.person.temper)
    return {
        "updates": {
            "queued": world.pending_updates,
            "handed_over": world.queue.handed_over,
            "expired": world.queue.expired,
        },
        **{name: world.counters[name] for name in ("sent", "edited", "failed", "calls_429", "crowd_taps")},
        "crowd": dict(tempers),
    }
