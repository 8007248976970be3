"""Hears what becomes of the bot's own place in a group."""

from telegram import ChatMemberUpdated, Update
from telegram.ext import ChatMemberHandler

from handlers.frame.context import Context
from handlers.groups.binding import GROUPS


class PlaceInGroupHandler(ChatMemberHandler[Context, None]):
    """Hears that the bot was brought into a group, or put out of it; not that a person blocked it."""

    def check_update(self, update: object) -> bool:
        """Tell whether an update is about a group."""
        change: ChatMemberUpdated | None = update.my_chat_member if isinstance(update, Update) else None
        return change is not None and change.chat.type in GROUPS
