"""Invitation links of a business: made with a QR code, listed while they live, taken back."""

from telegram import Update

from handlers.business.taps import InviteTap, NewLinkTap, RevokeTap
from handlers.business.views import links as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link, LinkWord
from handlers.frame.views.qr import qr_png
from models.attachments import AttachmentKind
from models.people import Role
from services.business import links as representative_links

INVITING = COORDINATORS | {Role.REPRESENTATIVE}


@allow(INVITING)
async def on_links(update: Update, context: Context) -> None:
    """List the living links of a business, with the ways to make another."""
    tap = InviteTap.unpack(tapped_data(update))
    await _show(context, tap.member_id, page=tap.page)


async def _show(context: Context, member_id: int, *, page: int = 0) -> None:
    links = await representative_links.of(context.session, member_id=member_id, by=context.person, now=context.now)
    context.show(views.links(context.reader, links, coordinates=bool(context.turn.roles & COORDINATORS), page=page))


@allow(INVITING)
async def on_new(update: Update, context: Context) -> None:
    """Make a link and show it with its QR code, to be forwarded to one person."""
    tap = NewLinkTap.unpack(tapped_data(update))
    token, made = await representative_links.make(
        context.session,
        member_id=tap.member_id,
        contact=tap.contact,
        after=tap.after,
        by=context.person,
        now=context.now,
    )
    link = context.office.link(Link(LinkWord.INVITATION, token).pack())
    links = await representative_links.of(context.session, member_id=tap.member_id, by=context.person, now=context.now)
    caption = views.caption(context.reader, links.member, made, link=link)
    context.send_new_file(AttachmentKind.PHOTO, views.FILE_NAME, qr_png(link), caption)
    await _show(context, tap.member_id)


@allow(INVITING)
async def on_revoke(update: Update, context: Context) -> None:
    """Take a link back."""
    tap = RevokeTap.unpack(tapped_data(update))
    member = await representative_links.revoke(
        context.session, invitation_id=tap.invitation_id, by=context.person, now=context.now
    )
    context.notice(views.revoked(context.reader))
    await _show(context, member.id or 0)
