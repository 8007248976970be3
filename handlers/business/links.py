"""Invitation links of a business: made with a QR code, listed while they live, taken back."""

from telegram import Update

from handlers.business.taps import InviteTap, NewLinkTap, RevokeNowTap, RevokeTap
from handlers.business.views import links as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link, LinkWord
from handlers.frame.views.qr import qr_png
from models.attachments import AttachmentKind
from models.identity import id_of
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
    """Ask whether a link is to be taken back; of one that no longer lives, say so."""
    tap = RevokeTap.unpack(tapped_data(update))
    links = await representative_links.beside(
        context.session, invitation_id=tap.invitation_id, by=context.person, now=context.now
    )
    chosen = next((one for one in links.living if one[0].id == tap.invitation_id), None)
    if chosen is not None:
        context.show(views.ask_revoke(context.reader, links.member, *chosen))
        return
    context.notice(views.revoked(context.reader))
    await _show(context, id_of(links.member))


@allow(INVITING)
async def on_revoke_now(update: Update, context: Context) -> None:
    """Take a link back, after the question."""
    tap = RevokeNowTap.unpack(tapped_data(update))
    member = await representative_links.revoke(
        context.session, invitation_id=tap.invitation_id, by=context.person, now=context.now
    )
    context.notice(views.revoked(context.reader))
    await _show(context, id_of(member))
