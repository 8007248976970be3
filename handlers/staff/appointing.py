"""The staff (`/canbo`): owners invite by one-time links, appoint those who accepted, and dismiss."""

from telegram import Update

from handlers.frame.access import EVERYONE, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link, LinkWord
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.staff import views
from handlers.staff.taps import StaffOfferTap, StaffTap
from models.identity import id_of
from models.invitations import Invitation
from models.people import Person, Role
from services.outbox.deliveries import Claimed
from services.people import invitations, reach
from services.staff import appointments as staff
from services.staff.kinds import StaffEvent, StaffNews

OWNERS = frozenset({Role.OWNER})


@allow(OWNERS)
async def on_staff(update: Update, context: Context) -> None:
    """List the staff (`/canbo`)."""
    await _show_list(context, number=0)


async def _show_list(context: Context, *, number: int) -> None:
    everyone = await staff.everyone(context.session)
    links = await staff.links(context.session, now=context.now)
    context.show(views.staff_list(context.reader, everyone, links, number=number))


async def _show_links(context: Context) -> None:
    context.show(views.links_list(context.reader, await staff.links(context.session, now=context.now)))


@allow(OWNERS)
async def on_tap(update: Update, context: Context) -> None:
    """Take an owner's button."""
    tap = StaffTap.unpack(tapped_data(update))
    match tap.verb:
        case views.LIST:
            await _show_list(context, number=tap.number)
        case views.PERSON:
            person = await staff.by_id(context.session, person_id=tap.number)
            in_reach = await reach.is_in_reach(context.session, person=person)
            context.show(views.person_card(context.reader, person, in_reach=in_reach))
        case views.ASK:
            context.show(views.dismissal(context.reader, await staff.by_id(context.session, person_id=tap.number)))
        case views.DISMISS:
            await staff.dismiss(context.session, person_id=tap.number, by=context.person, now=context.now)
            context.notice(views.dismissed(context.reader))
            await _show_list(context, number=0)
        case views.INVITE if tap.role in set(Role):
            await _invite(context, Role(tap.role), after=tap.number)
        case views.LINKS:
            await _show_links(context)
        case views.REVOKE:
            await _ask_revoke(context, tap.number)
        case views.REVOKE_NOW:
            await staff.revoke(context.session, invitation_id=tap.number, by=context.person, now=context.now)
            context.notice(views.revoked(context.reader))
            await _show_links(context)
        case views.APPOINT:
            await staff.appoint(context.session, invitation_id=tap.number, by=context.person, now=context.now)
            context.notice(views.appointed(context.reader))
        case views.DECLINE | views.DECLINE_NOW:
            await _decline(context, tap)
        case _:
            raise TapUnreadable


async def _invite(context: Context, role: Role, *, after: int) -> None:
    """Make a link and tell it once, in a message of its own: the list stays."""
    token, until = await staff.invite(context.session, role=role, after=after, by=context.person, now=context.now)
    address = context.office.link(Link(LinkWord.INVITATION, token).pack())
    context.send(views.link(context.reader, role, address=address, until=until))
    await _show_list(context, number=0)


async def _ask_revoke(context: Context, number: int) -> None:
    """Ask whether a link (id) is to be taken back; where it no longer lives, the list says so."""
    chosen = await staff.living_link(context.session, invitation_id=number, now=context.now)
    if chosen is None:
        await _show_links(context)
        return
    context.show(views.ask_revoke(context.reader, *chosen))


async def _decline(context: Context, tap: StaffTap) -> None:
    """Turn down, after a question below the card; every owner's card shows whose word it was."""
    if tap.verb == views.DECLINE:
        asked = await staff.open_request(context.session, invitation_id=tap.number)
        context.send(views.ask_decline(context.reader, asked))
        return
    await staff.decline(context.session, invitation_id=tap.number, by=context.person, now=context.now)
    context.show(views.declined(context.reader))


async def on_opened(_update: Update, context: Context, invitation: Invitation) -> None:
    """Tell a person who opened a link what it is for; whoever cannot take the role does not take the link."""
    role = staff.check(context.person, invitation)
    context.show(views.offer(context.reader, invitation, role, department=context.office.department))


@allow(EVERYONE)
async def on_offer(update: Update, context: Context) -> None:
    """Take the word of the invited person."""
    tap = StaffOfferTap.unpack(tapped_data(update))
    if tap.accepts not in (views.ACCEPTS, views.REFUSES, views.REFUSES_SURELY):
        raise TapUnreadable
    if tap.accepts != views.ACCEPTS:
        await _refuse(context, tap.invitation_id, surely=tap.accepts == views.REFUSES_SURELY)
        return
    new = await staff.accept(context.session, invitation_id=tap.invitation_id, person=context.person, now=context.now)
    if not new:
        context.notice(views.accepted_before(context.reader), urgent=True)
        return
    asked = await staff.request(context.session, invitation_id=tap.invitation_id)
    context.show(views.accepted(context.reader, asked.role))


async def _refuse(context: Context, invitation_id: int, *, surely: bool) -> None:
    """Let the invitation go at the wish of the person who opened it, after a question."""
    opened = await invitations.opened_by(
        context.session, invitation_id=invitation_id, person=context.person, now=context.now
    )
    if not surely:
        context.show(views.ask_refuse(context.reader, id_of(opened)))
        return
    await staff.revoke(context.session, invitation_id=id_of(opened), by=context.person, now=context.now)
    context.show(views.refused(context.reader))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask the owners, or tell the person concerned; None for a person who is no longer an owner."""
    news = claimed.read(StaffNews)
    if news is None:
        return None
    if news.what is StaffEvent.ASKED:
        return await _compose_request(occasion, claimed, reader)
    role = news.role or await _role_of(occasion, claimed)
    return views.told(reader, news.what, role, department=occasion.office.department) if role is not None else None


async def _role_of(occasion: Occasion, claimed: Claimed) -> Role | None:
    invitation = await occasion.session.get(Invitation, claimed.subject_id)
    return invitation.role if invitation is not None else None


async def _compose_request(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    recipient = await occasion.session.get(Person, claimed.person_id)
    if recipient is None or recipient.staff_role is not Role.OWNER or claimed.subject_id is None:
        return None
    return views.request(reader, await staff.request(occasion.session, invitation_id=claimed.subject_id))
