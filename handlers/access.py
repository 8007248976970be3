"""Who may use a handler, and where: declared on it, checked at each press from the person's id."""

from collections.abc import Callable, Coroutine
from enum import Enum, auto
from functools import wraps
from typing import Any

from telegram import Chat, Update

from handlers.context import Context
from models.people import Role
from services.people import COORDINATORS
from services.refusals import Refusal

__all__ = [
    "ANYWHERE",
    "COORDINATORS",
    "EVERYONE",
    "INLINE",
    "PRIVATE",
    "PRIVATE_OR_GROUP",
    "Handler",
    "NotAllowed",
    "Place",
    "PrivateOnly",
    "allow",
    "allowed_places",
    "allowed_roles",
]


class Place(Enum):
    """Where a person may write or tap."""

    PRIVATE = auto()
    BUSINESS_GROUP = auto()
    OTHER_GROUP = auto()
    INLINE = auto()


EVERYONE = frozenset(Role)
PRIVATE = frozenset({Place.PRIVATE})
PRIVATE_OR_GROUP = frozenset({Place.PRIVATE, Place.BUSINESS_GROUP})
INLINE = frozenset({Place.INLINE})
ANYWHERE = frozenset(Place)
Handler = Callable[..., Coroutine[Any, Any, None]]
ROLES, PLACES = "allowed_roles", "allowed_places"


class NotAllowed(Refusal):
    """The person's role does not include this."""


class PrivateOnly(Refusal):
    """The command belongs in a private chat with the bot, not in a group."""


def allow(roles: frozenset[Role], *, places: frozenset[Place] = PRIVATE) -> Callable[[Handler], Handler]:
    """Declare who may use a handler and where; others get NotAllowed, and elsewhere PrivateOnly."""

    def declare(handler: Handler) -> Handler:
        @wraps(handler)
        async def checked(update: Update, context: Context, *more: Any) -> None:
            if _place(update, context) not in places:
                raise PrivateOnly
            if not context.turn.roles & roles:
                raise NotAllowed
            await handler(update, context, *more)

        setattr(checked, ROLES, roles)
        setattr(checked, PLACES, places)
        return checked

    return declare


def _place(update: Update, context: Context) -> Place:
    if update.inline_query is not None:
        return Place.INLINE
    if update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE:
        return Place.PRIVATE
    return Place.BUSINESS_GROUP if context.turn.group is not None else Place.OTHER_GROUP


def allowed_roles(handler: Handler) -> frozenset[Role] | None:
    """Tell what a handler declares; None when it declares nothing, which no handler may."""
    return getattr(handler, ROLES, None)


def allowed_places(handler: Handler) -> frozenset[Place] | None:
    """Tell where a handler may be used; None when it declares nothing."""
    return getattr(handler, PLACES, None)
