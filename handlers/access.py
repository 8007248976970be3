"""Who may use a handler: declared on it, checked at each press from the person's id."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Chat, Update

from handlers.context import Context
from models.people import Role
from services.people import COORDINATORS
from services.refusals import Refusal

__all__ = ["COORDINATORS", "EVERYONE", "Handler", "NotAllowed", "PrivateOnly", "allow", "allowed_roles"]

EVERYONE = frozenset(Role)
Handler = Callable[..., Coroutine[Any, Any, None]]
ALLOWED = "allowed_roles"


class NotAllowed(Refusal):
    """The person's role does not include this."""


class PrivateOnly(Refusal):
    """The command belongs in a private chat with the bot, not in a group."""


def allow(roles: frozenset[Role]) -> Callable[[Handler], Handler]:
    """Declare who may use a handler; others get NotAllowed, and anyone outside a private chat PrivateOnly."""

    def declare(handler: Handler) -> Handler:
        @wraps(handler)
        async def checked(update: Update, context: Context, *more: Any) -> None:
            if update.effective_chat is None or update.effective_chat.type != Chat.PRIVATE:
                if update.my_chat_member is not None:
                    return  # the bot was let into a group or put out of it: nobody asked for anything
                raise PrivateOnly
            if not context.turn.roles & roles:
                raise NotAllowed
            await handler(update, context, *more)

        setattr(checked, ALLOWED, roles)
        return checked

    return declare


def allowed_roles(handler: Handler) -> frozenset[Role] | None:
    """Tell what a handler declares; None when it declares nothing, which no handler may."""
    return getattr(handler, ALLOWED, None)
