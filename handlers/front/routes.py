"""Which handler hears what: commands with their English aliases, buttons, and everything else that is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, wraps
from typing import Any

from telegram import Chat, Update
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from handlers.frame.access import EVERYONE, PRIVATE, Handler, allow, allowed_places, allowed_roles, shares_commit
from handlers.frame.context import Context
from handlers.frame.faces import Command, Route
from handlers.frame.taps import TapUnreadable
from handlers.front import dialogues, looking_up, menu
from handlers.front.face import ALL_FACES


@allow(EVERYONE)
async def on_unknown_tap(_update: object, _context: Context) -> None:
    """Answer a button that is none of ours, or of an older version."""
    raise TapUnreadable


def routes() -> Iterator[Route]:
    """List all handlers in the order in which they are asked."""
    yield from _commands()
    for tap, handler in ALL_FACES.taps.items():
        yield CallbackQueryHandler(handler, pattern=tap.pattern())
    yield CallbackQueryHandler(on_unknown_tap)
    yield from ALL_FACES.others
    yield ChatMemberHandler(menu.on_membership, ChatMemberHandler.MY_CHAT_MEMBER)
    # A person who pins a message says nothing.
    written = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & ~filters.VIA_BOT
    yield MessageHandler(written & filters.Document.ALL, dialogues.on_file)
    yield MessageHandler(written, dialogues.on_message)
    yield MessageHandler(filters.UpdateType.EDITED_MESSAGE & ~filters.VIA_BOT, dialogues.on_edit)


def beside() -> Sequence[Route]:
    """List the handlers that hear besides, whoever of the others does."""
    return ALL_FACES.beside


def may_share(raw: Mapping[str, Any]) -> bool:
    """Tell of a raw update whether it may share a commit: a tap in a private chat, on a handler that is marked so."""
    match raw:
        case {"callback_query": {"data": str(data), "message": {"chat": {"type": Chat.PRIVATE}}}} if len(raw) == 2:
            return any(pattern.match(data) for pattern in _sharing())
    return False


@cache
def _sharing() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(tap.pattern()) for tap, handler in ALL_FACES.taps.items() if shares_commit(handler))


def _commands() -> Iterator[Route]:
    for command in ALL_FACES.commands:
        handler = _leaving_look_ups(_or_instead(command))
        yield CommandHandler(list(command.names), handler, filters.UpdateType.MESSAGE)
        if command.under_files:
            # Telegram knows no commands under a photo.
            under_a_file = filters.CaptionRegex(f"(?i)^/({'|'.join(command.names)})\\b")
            yield MessageHandler(filters.UpdateType.MESSAGE & under_a_file, handler)


def _leaving_look_ups(handler: Handler) -> Handler:
    """Let a command that is typed in private end a look-up; `/huy` ends one itself, and says so."""
    if handler is dialogues.on_cancel:
        return handler

    @allow(allowed_roles(handler) or frozenset(), places=allowed_places(handler) or PRIVATE)
    @wraps(handler)
    async def leaving(update: Update, context: Context) -> None:
        if update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE:
            await looking_up.leave(context)
        await handler(update, context)

    return leaving


def _or_instead(command: Command) -> Handler:
    """Give the handler of a command, with what is heard in its place from those whose role does not include it."""
    meant, instead = command.handler, ALL_FACES.instead.get(command.english)
    if instead is None:
        return meant

    async def either(update: Update, context: Context) -> None:
        await (meant if context.turn.roles & (allowed_roles(meant) or EVERYONE) else instead)(update, context)

    both = (allowed_roles(meant) or frozenset()) | (allowed_roles(instead) or frozenset())
    return allow(both, places=allowed_places(meant) or PRIVATE)(either)
