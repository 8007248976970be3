"""Invitation links: whoever opens one is led to the room that it is for."""

from collections.abc import Mapping

from telegram import Chat, Update

from handlers.frame.access import ANYWHERE, EVERYONE, Handler, PrivateOnly, allow
from handlers.frame.context import Context
from handlers.frame.links import Link, LinkWord
from handlers.wings import WING_FACES
from models.invitations import InvitationKind
from services.ground.refusals import Refusal
from services.people import invitations


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
    # `invitations.use` is for the room to say, once the link has done its work.
    await WING_FACES.invitations[opened.kind](update, context, opened)


LINKS: Mapping[LinkWord, Handler] = {LinkWord.INVITATION: on_link}
