"""Which handler hears what: commands with their English aliases, buttons, and everything else that is written."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from telegram import Chat
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers.applications import deciding as applications
from handlers.applications import registration
from handlers.business import confirmations, suspension
from handlers.business import links as representative_links
from handlers.business import membership as business
from handlers.business import people as representatives
from handlers.duty import rota
from handlers.frame.access import EVERYONE, Handler, allow, shares_commit
from handlers.frame.context import Context
from handlers.frame.taps import DialogueTap, Tap, TapUnreadable
from handlers.front import dialogues, menu, start
from handlers.groups import binding as groups
from handlers.incidents import cards as incidents
from handlers.incidents import declarations, notices, responses, tally
from handlers.members import capabilities
from handlers.privacy import my_data as privacy
from handlers.roster import cards as roster_cards
from handlers.roster import inline as roster_inline
from handlers.roster import search as roster
from handlers.staff import appointing as staff
from handlers.tasks import assigning as task_assigning
from handlers.tasks import lists as tasks
from handlers.workbooks import exchange as workbook_room

ROOMS = (
    start,
    menu,
    registration,
    applications,
    capabilities,
    declarations,
    incidents,
    responses,
    tally,
    notices,
    groups,
    rota,
    tasks,
    task_assigning,
    roster,
    roster_cards,
    business,
    representatives,
    representative_links,
    confirmations,
    workbook_room,
    privacy,
    staff,
    suspension,
)
Route = BaseHandler[Any, Context, None]


@allow(EVERYONE)
async def on_unknown_tap(_update: object, _context: Context) -> None:
    """Answer a button that is none of ours, or of an older version."""
    raise TapUnreadable


def routes() -> Iterator[Route]:
    """List all handlers in the order in which they are asked."""
    for room in ROOMS:
        for names, handler in room.COMMANDS:
            yield CommandHandler(list(names), handler, filters.UpdateType.MESSAGE)
    for tap, handler in taps():
        yield CallbackQueryHandler(handler, pattern=tap.pattern())
    # Telegram knows no commands under a photo; a coordinator at the scene writes one there all the same.
    under_a_file = filters.CaptionRegex(f"(?i)^/({'|'.join(declarations.NAMES)})\\b")
    yield MessageHandler(filters.UpdateType.MESSAGE & under_a_file, declarations.on_declare)
    yield CommandHandler(["huy", "cancel"], dialogues.on_cancel, filters.UpdateType.MESSAGE)
    yield CallbackQueryHandler(dialogues.on_tap, pattern=DialogueTap.pattern())
    yield CallbackQueryHandler(on_unknown_tap)
    yield InlineQueryHandler(roster_inline.on_query)
    yield ChatMemberHandler(menu.on_membership, ChatMemberHandler.MY_CHAT_MEMBER)
    yield MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, groups.on_migration)
    yield MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.NEW_CHAT_TITLE, groups.on_title)
    # A person who pins a message says nothing.
    written = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & ~filters.VIA_BOT
    for extension in workbook_room.EXTENSIONS:
        yield MessageHandler(written & filters.Document.FileExtension(extension), dialogues.on_file)
    yield MessageHandler(written, dialogues.on_message)


def taps() -> Iterator[tuple[type[Tap], Handler]]:
    """List the buttons, each with its handler, but for those of dialogues."""
    for room in ROOMS:
        yield from room.TAPS


def may_share(raw: Mapping[str, Any]) -> bool:
    """Tell of a raw update whether it may share a commit: a tap in a private chat, on a handler that is marked so."""
    match raw:
        case {"callback_query": {"data": str(data), "message": {"chat": {"type": Chat.PRIVATE}}}} if len(raw) == 2:
            return any(pattern.match(data) for pattern in _sharing())
    return False


@cache
def _sharing() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(tap.pattern()) for tap, handler in taps() if shares_commit(handler))
