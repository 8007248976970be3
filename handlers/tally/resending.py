"""What failed of an incident's messages: who has not got it, by name, and sending it again."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.tally import cards as tally
from handlers.tally.taps import ResendNowTap, ResendTap, UnsentTap
from handlers.tally.views import resending as views
from models.identity import id_of
from models.incidents import Incident
from models.roster import LookKind
from services.incidents import lifecycle as incidents
from services.people import looks
from services.tally import resending, unsent


@allow(COORDINATORS)
async def on_resend(update: Update, context: Context) -> None:
    """Ask whether many messages are to be sent again; send a few at once."""
    tap = ResendTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    failed = await resending.count(context.session, incident=incident)
    if failed <= resending.ASKED_FROM:
        await _send_again(update, context, incident)
    else:
        context.show(views.ask(context.reader, incident, failed))


@allow(COORDINATORS)
async def on_resend_now(update: Update, context: Context) -> None:
    """Send what failed again, and show the tally."""
    tap = ResendNowTap.unpack(tapped_data(update))
    await _send_again(update, context, await incidents.by_id(context.session, incident_id=tap.incident_id))


@allow(COORDINATORS)
async def on_unsent(update: Update, context: Context) -> None:
    """Name those who have not got it, with the numbers to call; each look at a number is kept."""
    tap = UnsentTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    page = await unsent.listing(context.session, incident=incident, number=tap.page)
    for member_id in {id_of(one.member) for one in page.lines if one.member is not None and one.phone is not None}:
        await looks.keep(
            context.session, person=context.person, member_id=member_id, how=LookKind.WORK, now=context.now
        )
    context.show(views.unsent(context.reader, incident, page))


async def _send_again(update: Update, context: Context, incident: Incident) -> None:
    sent = await resending.send_again(context.session, incident=incident, by=context.person, now=context.now)
    context.notice(views.sent(context.reader, sent))
    await tally.show(update, context, incident)
