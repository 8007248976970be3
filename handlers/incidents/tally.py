"""The live tally of coordinators: one message, kept true, with lists behind its buttons."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents.cards import facts_of
from handlers.incidents.taps import HandlingTap, ListTap, RemindTap, TallyTap
from handlers.incidents.views import tally as views
from models.identity import id_of
from models.incidents import Incident
from services.incidents import lifecycle as incidents
from services.incidents import reminders, tally
from services.incidents.kinds import TALLY
from services.members import capabilities
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.tasks import orders as tasks


@allow(COORDINATORS)
async def on_tally(update: Update, context: Context) -> None:
    """Turn the tapped message into the incident's live tally."""
    tap = TallyTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await show(update, context, incident)


async def show(update: Update, context: Context, incident: Incident) -> None:
    """Show the tally in the place of the tapped message, and keep it true from now on."""
    occasion = Occasion(session=context.session, office=context.office, now=context.now)
    context.show(await _message(occasion, incident, context.reader))
    await keep_tapped(update, context, kind=TALLY, subject_id=id_of(incident))


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """Show one heap in the tally's place; the tally is edited again when one comes back to it."""
    tap = ListTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    page = await tally.listing(context.session, incident=incident, group=tap.group, number=tap.page, now=context.now)
    names = await capabilities.names(context.session, language=context.reader.language)
    context.show(views.listing(context.reader, incident, tap.group, page, equipment=names, now=context.now))


@allow(COORDINATORS)
async def on_remind(update: Update, context: Context) -> None:
    """Remind the silent ones, in one tap."""
    tap = RemindTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    reminded = await reminders.remind_now(context.session, incident=incident, by=context.person, now=context.now)
    context.notice(views.reminded(context.reader, reminded))


@allow(COORDINATORS)
async def on_handling(update: Update, context: Context) -> None:
    """Show everyone that help is under way."""
    tap = HandlingTap.unpack(tapped_data(update))
    await incidents.mark_handling(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    context.notice(views.handling(context.reader))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Count anew for a tally that is due; an older one points to the newest. Others than coordinators get none."""
    if claimed.subject_id is None:
        return None
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if claimed.person_id not in coordinators:
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    if not await deliveries.is_newest(occasion.session, claimed=claimed):
        return views.moved(reader, incident)
    return await occasion.once(claimed, lambda: _message(occasion, incident, reader), about=incident.code)


async def _message(occasion: Occasion, incident: Incident, reader: Reader) -> Message:
    session = occasion.session
    counted = await tally.count(session, incident=incident, now=occasion.now)
    ready = await tally.listing(session, incident=incident, group=tally.AnswerGroup.READY, number=0, now=occasion.now)
    names = await capabilities.names(session, language=reader.language)
    facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
    tasks_given = await tasks.count_of(session, incident_id=id_of(incident))
    return views.tally(reader, facts, counted, first=ready.lines, names=names, tasks_given=tasks_given)
