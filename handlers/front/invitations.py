"""Invitation links: whoever opens one is led to the room that it is for."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Chat, Update

from handlers.applications import registration
from handlers.frame.access import ANYWHERE, EVERYONE, PrivateOnly, allow
from handlers.frame.context import Context
from handlers.frame.links import Link
from handlers.groups import binding as groups
from handlers.staff import appointing as staff
from models.invitations import Invitation, InvitationKind
from services.ground.refusals import Refusal
from services.people import invitations
from services.people.invitations import InvitationUnknown

Opened = Callable[[Update, Context, Invitation], Coroutine[Any, Any, None]]
# What opening a link of each kind leads to; `invitations.use` is for the room to say, once the link has done its work.
OPENED: dict[InvitationKind, Opened] = {
    InvitationKind.GROUP: groups.on_invitation,
    InvitationKind.REPRESENTATIVE: registration.on_invitation,
    InvitationKind.STAFF: staff.on_opened,
}


class InvitationForGroup(Refusal):
    """The link lets the bot into a business's own group, and was opened in a private chat."""


@allow(EVERYONE, places=ANYWHERE)
async def on_link(update: Update, context: Context, link: Link) -> None:
    """Open an invitation link; in a group only a group's is taken, in a private chat all others."""
    opened = await invitations.open_by(context.session, token=link.value, person=context.person, now=context.now)
    in_private = update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE
    for_group = opened.kind is InvitationKind.GROUP
    # A refusal undoes the opening too: a link that was opened in the wrong place is still nobody's.
    if for_group and in_private:
        raise InvitationForGroup
    if not for_group and not in_private:
        raise PrivateOnly
    if opened.kind not in OPENED:
        raise InvitationUnknown
    await OPENED[opened.kind](update, context, opened)
