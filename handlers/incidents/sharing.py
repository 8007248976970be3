"""How far a running incident may be told: its label, a question before a wider one, and who is named by RED."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Button
from handlers.incidents.taps import LabelsTap, LabelSurelyTap, LabelTap, NamingVerb, RecipientsTap, RecipientTap
from handlers.incidents.views import sharing as views
from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels, recipients
from services.notation.tlp import unlabelled


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to label an incident."""
    return (views.offer(context.reader, incident),)


@allow(COORDINATORS)
async def on_labels(update: Update, context: Context) -> None:
    """Show the labels, with what each means."""
    tap = LabelsTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    unread = await recipients.unread_tasks(context.session, incident=incident)
    context.show(views.choose(context.reader, incident, unread=unread))


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
    """Take a wider label, unless a colleague has changed it since that was asked about."""
    tap = LabelSurelyTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    if (incident.tlp or "") != tap.before:
        context.notice(views.labelled_meanwhile(context.reader, incident), urgent=True)
        context.show(views.choose(context.reader, incident))
        return
    await _label(context, incident, tap.label)


async def _label(context: Context, incident: Incident, label: Tlp) -> None:
    await labels.change(context.session, incident=incident, label=label, by=context.person, now=context.now)
    context.notice(views.labelled_now(context.reader, label))
    unread = await recipients.unread_tasks(context.session, incident=incident)
    context.show(views.choose(context.reader, incident, unread=unread))


async def asked_of_words(context: Context, words: str, *, incident_id: int | None) -> views.AskedOfWords | None:
    """Find the label that words name for fewer than their incident (id) is for: it is asked about before they go."""
    said = await labels.stricter_in(context.session, words, incident_id=incident_id)
    return views.AskedOfWords(said, unlabelled(words), incident_id is not None) if said is not None else None


async def raise_label(context: Context, words: str, *, incident_id: int) -> None:
    """Give an incident (id) the label that words name, where that is for fewer."""
    said = await labels.stricter_in(context.session, words, incident_id=incident_id)
    if said is None:
        return
    incident = await incidents.by_id(context.session, incident_id=incident_id)
    await labels.change(context.session, incident=incident, label=said, by=context.person, now=context.now)
    context.notice(views.labelled_now(context.reader, said))


@allow(COORDINATORS)
async def on_recipients(update: Update, context: Context) -> None:
    """Show who is named, and who else may be."""
    tap = RecipientsTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await _show_recipients(context, incident, page=tap.page)


@allow(COORDINATORS)
async def on_recipient(update: Update, context: Context) -> None:
    """Name a person after a question, since what they have read stays read; or leave one out at once."""
    tap = RecipientTap.unpack(tapped_data(update))
    session, now = context.session, context.now
    incident = await incidents.by_id(session, incident_id=tap.incident_id)
    if tap.verb is NamingVerb.ASK:
        one = await recipients.check(session, incident=incident, person_id=tap.person_id)
        context.show(views.ask_name(context.reader, incident, one))
        return
    act = recipients.name if tap.verb is NamingVerb.NAME else recipients.leave_out
    await act(session, incident=incident, person_id=tap.person_id, by=context.person, now=now)
    await _show_recipients(context, incident, page=0)


async def _show_recipients(context: Context, incident: Incident, *, page: int) -> None:
    if incident.tlp is not Tlp.RED:
        raise recipients.NotForNamedPeople(code=incident.code)
    found = await recipients.proposed(context.session, incident_id=id_of(incident))
    unread = await recipients.unread_tasks(context.session, incident=incident)
    context.show(views.recipients(context.reader, incident, found, page=page, unread=unread))
