"""Taking an end back that was announced by mistake: asked about first, within a day."""

from collections.abc import Sequence

from telegram import Update

from handlers.corrections.taps import ReopenNowTap, ReopenTap
from handlers.corrections.views import reopening as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Button
from handlers.tally import cards as tally
from models.identity import id_of
from models.incidents import Incident
from services.corrections import reopening
from services.ground.refusals import Refusal
from services.incidents import lifecycle as incidents
from services.incidents.sharing import readers


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to take the end back, while that can be done."""
    try:
        await reopening.may_reopen(context.session, incident_id=id_of(incident), now=context.now)
    except Refusal:
        return []
    return [views.button(context.reader, incident)]


@allow(COORDINATORS)
async def on_reopen(update: Update, context: Context) -> None:
    """Ask whether the end is to be taken back, and say who is told."""
    tap = ReopenTap.unpack(tapped_data(update))
    incident = await reopening.may_reopen(context.session, incident_id=tap.incident_id, now=context.now)
    people = len(await readers.people(context.session, incident_id=tap.incident_id))
    context.show(views.ask(context.reader, incident, people=people, now=context.now))


@allow(COORDINATORS)
async def on_reopen_now(update: Update, context: Context) -> None:
    """Take the end back, and show the tally, which is under way again."""
    tap = ReopenNowTap.unpack(tapped_data(update))
    people = await reopening.reopen(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.notice(views.reopened(context.reader, incident, people=people))
    await tally.show(update, context, incident)
