"""Twice a year a business confirms its data in one tap; coordinators see those that do not."""

from telegram import Update

from handlers.business.card import show_card
from handlers.business.taps import ConfirmTap, OverdueTap
from handlers.business.views import confirmations as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.pages import PAGE
from handlers.frame.views.reader import Reader
from models.people import Person, Role
from services.business import card as business
from services.business import confirmations
from services.members import freshness
from services.members.representatives import NotYourBusiness
from services.outbox.deliveries import Claimed


@allow(frozenset({Role.REPRESENTATIVE}))
async def on_confirm(update: Update, context: Context) -> None:
    """Keep that the data are right, and show them."""
    tap = ConfirmTap.unpack(tapped_data(update))
    await confirmations.confirm(context.session, member_id=tap.member_id, person=context.person, now=context.now)
    context.notice(views.thanks(context.reader))
    await show_card(context, tap.member_id)


@allow(COORDINATORS)
async def on_overdue(update: Update, context: Context) -> None:
    """List those that were asked and have not confirmed, after asking one of them again if that was tapped."""
    tap = OverdueTap.unpack(tapped_data(update))
    if tap.member_id:
        asked = await confirmations.ask_again(
            context.session, member_id=tap.member_id, by=context.person, now=context.now
        )
        context.notice(views.asked_again(context.reader, asked))
    found = await confirmations.overdue(context.session, page=tap.page, size=PAGE)
    context.show(views.overdue(context.reader, found, page=tap.page))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask one of a business's people whether its data are right; once they are confirmed, the card says so."""
    person = await occasion.session.get(Person, claimed.person_id)
    if person is None or claimed.subject_id is None:
        return None
    try:
        facts = await business.card(occasion.session, member_id=claimed.subject_id, person=person, now=occasion.now)
    except NotYourBusiness:
        return views.not_yours_any_more(reader) if claimed.is_edit else None
    if freshness.is_asked(facts.speaker.member):
        return views.ask(reader, facts)
    return views.confirmed(reader, facts) if claimed.is_edit else None
