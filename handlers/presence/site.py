"""Who is on site, for coordinators: since when, by whose word, and where they are if they said so."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Button
from handlers.presence.taps import SitePlacesTap, SiteTap
from handlers.presence.views import site as views
from models.identity import id_of
from models.incidents import Incident
from services.incidents import lifecycle as incidents
from services.presence import site


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to see who is on site, where anybody is or has been."""
    seen = await site.look(context.session, incident_id=id_of(incident), number=0)
    return [views.button(context.reader, incident, seen)] if seen.total else []


async def hand_over(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever takes over command who is on site."""
    seen = await site.look(context.session, incident_id=id_of(incident), number=0)
    return views.handover(context.reader, seen)


@allow(COORDINATORS)
async def on_site_list(update: Update, context: Context) -> None:
    """List who is on site now, then who has gone, a page at a time."""
    tap = SiteTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    seen = await site.look(context.session, incident_id=tap.incident_id, number=tap.page)
    context.show(views.site(context.reader, incident, seen, now=context.now))


@allow(COORDINATORS)
async def on_places(update: Update, context: Context) -> None:
    """Send the places that those on site have shared, each under its business's name."""
    tap = SitePlacesTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    for member, shared in await site.places_now(context.session, incident_id=tap.incident_id):
        context.send_attachments(shared, f"{incident.code} · {member.name}")
