"""A business of the roster from near: its card, whom to call, contacts to keep, and links that lead here."""

from telegram import Update

from handlers.frame.access import EVERYONE, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import ways
from handlers.roster import search
from handlers.roster.pages import READERS, own_draft, reader_of, viewer_of
from handlers.roster.taps import ContactTap, MemberTap
from handlers.roster.views import cards
from handlers.roster.views import search as views
from services.roster import contacts as roster_contacts


@allow(READERS)
async def on_member(update: Update, context: Context) -> None:
    """Take a button of a business: its card, whom to call there, or its own number as a contact."""
    tap = MemberTap.unpack(tapped_data(update))
    match tap.verb:
        case ways.SHOW:
            await _show_card(context, tap.member_id)
        case views.PEOPLE:
            await _show_people(context, tap.member_id, number=tap.page)
        case views.PHONE:
            await _send_own_phone(context, tap.member_id)
        case _:
            raise TapUnreadable


async def _show_card(context: Context, member_id: int) -> None:
    viewer = reader_of(context)
    card = await roster_contacts.card(
        context.session,
        viewer=viewer,
        member_id=member_id,
        language=context.reader.language,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    draft = await own_draft(context)
    context.show(cards.card(context.reader, card, viewer=viewer, now=context.now, draft=draft))


async def _show_people(context: Context, member_id: int, *, number: int) -> None:
    contacts = await roster_contacts.contacts(
        context.session,
        viewer=reader_of(context),
        person=context.person,
        member_id=member_id,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.show(cards.people(context.reader, contacts, number=number))


async def _send_own_phone(context: Context, member_id: int) -> None:
    member = await roster_contacts.own_phone(
        context.session, viewer=reader_of(context), person=context.person, member_id=member_id, now=context.now
    )
    if member.phone is not None:
        context.send_contact(cards.contact_name(member.name), member.phone)
    context.notice(cards.contact_sent(context.reader))


@allow(READERS)
async def on_contact(update: Update, context: Context) -> None:
    """Send a person's contact, to be kept in the phone."""
    tap = ContactTap.unpack(tapped_data(update))
    contact = await roster_contacts.contact(
        context.session,
        viewer=reader_of(context),
        person=context.person,
        representative_id=tap.representative_id,
        now=context.now,
    )
    context.send_contact(cards.contact_name(contact.name), contact.phone)
    context.notice(cards.contact_sent(context.reader))


@allow(EVERYONE)
async def on_link(_update: Update, context: Context, link: Link) -> None:
    """Open the card that a link leads to, or the roster itself; strangers are told how to register."""
    if viewer_of(context) is None:
        context.show(views.for_strangers(context.reader))
    elif link.number:
        await _show_card(context, link.number)
    else:
        await search.open_anew(context)
