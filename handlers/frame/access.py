"""Who may use a handler, and where: declared on it, checked at each press from the person's id.

In a business's own group only those who speak for it are heard; in the operations group each by their role.
"""

from collections.abc import Callable, Coroutine
from enum import Enum, auto
from functools import wraps
from typing import Any

from telegram import Chat, Update

from handlers.frame.context import OPEN, Context
from handlers.frame.views.ways import hint, only_coordinators
from models.people import Role
from services.ground.refusals import Refusal
from services.groups import bindings
from services.operations import rooms
from services.people.accounts import COORDINATORS

__all__ = [
    "ANYWHERE",
    "COORDINATORS",
    "EVERYONE",
    "INLINE",
    "PRIVATE",
    "PRIVATE_OR_GROUP",
    "PRIVATE_OR_OPERATIONS",
    "Handler",
    "NotAllowed",
    "Place",
    "PrivateOnly",
    "allow",
    "allowed_places",
    "allowed_roles",
    "shares_commit",
]


class Place(Enum):
    """Where a person may write or tap."""

    PRIVATE = auto()
    BUSINESS_GROUP = auto()
    OPERATIONS_GROUP = auto()
    OTHER_GROUP = auto()
    INLINE = auto()


EVERYONE = frozenset(Role)
PRIVATE = frozenset({Place.PRIVATE})
PRIVATE_OR_GROUP = frozenset({Place.PRIVATE, Place.BUSINESS_GROUP})
PRIVATE_OR_OPERATIONS = frozenset({Place.PRIVATE, Place.OPERATIONS_GROUP})
INLINE = frozenset({Place.INLINE})
ANYWHERE = frozenset(Place)
Handler = Callable[..., Coroutine[Any, Any, None]]
ROLES, PLACES, SHARES = "allowed_roles", "allowed_places", "shares_commit"


class NotAllowed(Refusal):
    """The person's role does not include this."""


class PrivateOnly(Refusal):
    """The command belongs in a private chat with the bot, not in a group."""


def allow(
    roles: frozenset[Role], *, places: frozenset[Place] = PRIVATE, shares: bool = False
) -> Callable[[Handler], Handler]:
    """Declare who may use a handler and where; others get NotAllowed, and elsewhere the way to the private chat.

    A handler that `shares` its commit changes no row itself but by `Context.leave`: taps of several people on it, each
    in their private chat, are stored in one transaction.
    """

    def declare(handler: Handler) -> Handler:
        @wraps(handler)
        async def checked(update: Update, context: Context, *more: Any) -> None:
            place = _place(update, context)
            if place not in places:
                _refuse_place(update, context)
                return
            if place is Place.BUSINESS_GROUP and context.turn.group is not None and places != ANYWHERE:
                await bindings.check_speaker(context.session, group=context.turn.group, person=context.person)
            if not context.turn.roles & roles:
                _refuse_person(update, context)
                return
            await handler(update, context, *more)

        setattr(checked, ROLES, roles)
        setattr(checked, PLACES, places)
        setattr(checked, SHARES, shares)
        return checked

    return declare


def _place(update: Update, context: Context) -> Place:
    if update.inline_query is not None:
        return Place.INLINE
    if update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE:
        return Place.PRIVATE
    if context.turn.operations is not None:
        return Place.OPERATIONS_GROUP
    return Place.BUSINESS_GROUP if context.turn.group is not None else Place.OTHER_GROUP


def _refuse_person(update: Update, context: Context) -> None:
    """Say that this is not the person's to do; of what is written in the operations group only seldom."""
    operations = context.turn.operations
    if operations is None or update.callback_query is not None:
        raise NotAllowed
    if rooms.may_hint(operations, now=context.now):
        context.send(only_coordinators(context.reader))


def _refuse_place(update: Update, context: Context) -> None:
    """Say where this belongs: to whoever tapped, by PrivateOnly; to a group briefly, seldom, and only when asked."""
    message, group, operations = update.message, context.turn.group, context.turn.operations
    if message is None or message.chat.type == Chat.PRIVATE:
        raise PrivateOnly
    addressed = "@" in (message.text or message.caption or "").partition(" ")[0]
    if operations is not None:
        addressed = rooms.may_hint(operations, now=context.now)
    if bindings.may_hint(group, now=context.now) if group is not None else addressed:
        context.send(hint(context.reader, url=context.office.link(OPEN)))


def allowed_roles(handler: Handler) -> frozenset[Role] | None:
    """Tell what a handler declares; None when it declares nothing, which no handler may."""
    return getattr(handler, ROLES, None)


def allowed_places(handler: Handler) -> frozenset[Place] | None:
    """Tell where a handler may be used; None when it declares nothing."""
    return getattr(handler, PLACES, None)


def shares_commit(handler: Handler) -> bool:
    """Tell whether taps of several people on a handler may be stored in one transaction."""
    return getattr(handler, SHARES, False)
