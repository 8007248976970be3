"""Sending again what failed of an incident's messages: at once where it is little, else after a question."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.tally import cards as tally
from handlers.tally.taps import ResendNowTap, ResendTap
from handlers.tally.views import resending as views
from models.incidents import Incident
from services.incidents import lifecycle as incidents
from services.tally import resending


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


async def _send_again(update: Update, context: Context, incident: Incident) -> None:
    sent = await resending.send_again(context.session, incident=incident, by=context.person, now=context.now)
    context.notice(views.sent(context.reader, sent))
    await tally.show(update, context, incident)
