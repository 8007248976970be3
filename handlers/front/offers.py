"""The page of what else can be done with an incident: each wing says what it offers."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.front import views
from handlers.front.taps import OffersTap
from handlers.wings import WING_FACES
from services.incidents import lifecycle as incidents


@allow(COORDINATORS)
async def on_offers(update: Update, context: Context) -> None:
    """Show in the tally's place what the wings offer now."""
    tap = OffersTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    in_order = sorted(WING_FACES.offers, key=lambda offer: offer.rank)
    buttons = [button for offer in in_order for button in await offer.give(context, incident)]
    context.show(views.offers(context.reader, incident, buttons))
