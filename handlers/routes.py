"""Which handler hears what: commands with their English aliases, buttons, and everything else that is written."""

from collections.abc import Iterator
from typing import Any

from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import (
    applications,
    business,
    capabilities,
    confirmations,
    declarations,
    dialogues,
    duty,
    groups,
    incidents,
    notices,
    people,
    privacy,
    registration,
    representative_links,
    representatives,
    responses,
    roster,
    roster_cards,
    roster_inline,
    staff,
    standing,
    start,
    tally,
    task_assigning,
    tasks,
    workbook_room,
)
from handlers.access import EVERYONE, allow
from handlers.context import Context
from handlers.taps import DialogueTap, TapUnreadable

ROOMS = (
    start,
    people,
    registration,
    applications,
    capabilities,
    declarations,
    incidents,
    responses,
    tally,
    notices,
    groups,
    duty,
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
    standing,
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
        for tap, handler in room.TAPS:
            yield CallbackQueryHandler(handler, pattern=tap.pattern())
    # Telegram knows no commands under a photo; a coordinator at the scene writes one there all the same.
    under_a_file = filters.CaptionRegex(f"(?i)^/({'|'.join(declarations.NAMES)})\\b")
    yield MessageHandler(filters.UpdateType.MESSAGE & under_a_file, declarations.on_declare)
    yield CommandHandler(["huy", "cancel"], dialogues.on_cancel, filters.UpdateType.MESSAGE)
    yield CallbackQueryHandler(dialogues.on_tap, pattern=DialogueTap.pattern())
    yield CallbackQueryHandler(on_unknown_tap)
    yield InlineQueryHandler(roster_inline.on_query)
    yield ChatMemberHandler(people.on_membership, ChatMemberHandler.MY_CHAT_MEMBER)
    yield MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, groups.on_migration)
    yield MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.NEW_CHAT_TITLE, groups.on_title)
    # A person who pins a message says nothing.
    written = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & ~filters.VIA_BOT
    for extension in workbook_room.EXTENSIONS:
        yield MessageHandler(written & filters.Document.FileExtension(extension), dialogues.on_file)
    yield MessageHandler(written, dialogues.on_message)
