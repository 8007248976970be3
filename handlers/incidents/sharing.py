"""How far a running incident may be told: its label, and a question before a wider one."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Button
from handlers.incidents.taps import LabelsTap, LabelSurelyTap, LabelTap
from handlers.incidents.views import sharing as views
from models.incidents import Incident
from models.tlp import Tlp
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to label an incident."""
    return (views.offer(context.reader, incident),)


@allow(COORDINATORS)
async def on_labels(update: Update, context: Context) -> None:
    """Show the labels, with what each means."""
    tap = LabelsTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.show(views.choose(context.reader, incident))


@allow(COORDINATORS)
async def on_label(update: Update, context: Context) -> None:
    """Take a label; a wider one is asked about first."""
    tap = LabelTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    if labels.is_wider(tap.label, than=incident.tlp):
        context.show(views.ask_wider(context.reader, incident, tap.label))
        return
    await _label(context, incident, tap.label)


@allow(COORDINATORS)
async def on_surely(update: Update, context: Context) -> None:
    """Take a wider label."""
    tap = LabelSurelyTap.unpack(tapped_data(update))
    await _label(context, await incidents.by_id(context.session, incident_id=tap.incident_id), tap.label)


async def _label(context: Context, incident: Incident, label: Tlp) -> None:
    await labels.change(context.session, incident=incident, label=label, by=context.person, now=context.now)
    context.notice(views.labelled_now(context.reader, label))
    context.show(views.choose(context.reader, incident))
