"""The live tally of coordinators: one message, kept true, from which everything about an incident is done."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents.cards import facts_of
from handlers.tally import beside
from handlers.tally.taps import HandlingTap, RemindNowTap, RemindTap, TallyDownTap, TallyTap, UnhandledTap
from handlers.tally.views import cards as views
from handlers.tally.views import topic
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.incidents import cards, reminders
from services.incidents import lifecycle as incidents
from services.incidents.kinds import TALLY
from services.incidents.touched import duties
from services.incidents.touched import systems as touched
from services.members import capabilities
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.tally import counting as tally
from services.tally import course, resending, unsent
from services.tasks import lists as task_lists


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
    await keep_tapped(update, context, kind=TALLY, subject_id=id_of(incident), anew=True)


@allow(COORDINATORS)
async def on_down(update: Update, context: Context) -> None:
    """Send the tally anew, as the newest message; the tapped one points to it."""
    tap = TallyDownTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.show(views.moved(context.reader, incident))
    await cards.bring_down(context.session, incident_id=tap.incident_id, person=context.person, now=context.now)
    context.notice(views.brought_down(context.reader))


@allow(COORDINATORS)
async def on_remind(update: Update, context: Context) -> None:
    """Ask whether the silent ones are to be reminded."""
    tap = RemindTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    await reminders.check_time_given(context.session, incident=incident, now=context.now)
    counted = await tally.count(context.session, incident=incident, now=context.now)
    if not counted.groups[tally.AnswerGroup.SILENT]:
        raise reminders.NobodySilent
    so_far = await course.of(context.session, incident=incident, now=context.now)
    context.show(views.ask_remind(context.reader, incident, counted, so_far))


@allow(COORDINATORS)
async def on_remind_now(update: Update, context: Context) -> None:
    """Remind the silent ones, and show the tally again."""
    tap = RemindNowTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    reminded = await reminders.remind_now(context.session, incident=incident, by=context.person, now=context.now)
    context.notice(views.reminded(context.reader, reminded))
    await show(update, context, incident)


@allow(COORDINATORS)
async def on_handling(update: Update, context: Context) -> None:
    """Show everyone that help is under way."""
    tap = HandlingTap.unpack(tapped_data(update))
    await incidents.mark_handling(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    context.notice(views.status_changed(context.reader, IncidentStatus.HANDLING))


@allow(COORDINATORS)
async def on_unhandled(update: Update, context: Context) -> None:
    """Take back that help is under way."""
    tap = UnhandledTap.unpack(tapped_data(update))
    await incidents.mark_open(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    context.notice(views.status_changed(context.reader, IncidentStatus.OPEN))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Count anew for a tally that is due; an older one points to the newest. Others than coordinators get none."""
    if claimed.subject_id is None:
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    if claimed.incident_topic_id is not None:
        shown = await occasion.once(claimed, lambda: _message(occasion, incident, reader), about=incident.code)
        return topic.in_topic(reader, incident, shown)
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if claimed.person_id not in coordinators:
        return None
    if not await deliveries.is_newest(occasion.session, claimed=claimed):
        return views.moved(reader, incident)
    return await occasion.once(claimed, lambda: _message(occasion, incident, reader), about=incident.code)


async def _message(occasion: Occasion, incident: Incident, reader: Reader) -> Message:
    session = occasion.session
    counted = await tally.count(session, incident=incident, now=occasion.now)
    so_far = await course.of(session, incident=incident, now=occasion.now)
    facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
    systems = await touched.of(session, incident_id=id_of(incident))
    facts = replace(facts, systems=[one.name for one in systems])
    tasks_given = await task_lists.count_of(session, incident_id=id_of(incident))
    failed = await resending.count(session, incident=incident)
    missed = await unsent.count(session, incident=incident)
    asked_for = {one for need in counted.needs for one in need.capability_ids}
    names = await capabilities.names(session, language=reader.language, ids=asked_for) if asked_for else {}
    law = [one.duty.due_at for one in await duties.all_of(session, incident_id=id_of(incident)) if one.is_open]
    running = await beside.of(session, incident=incident)
    return views.tally(
        reader,
        facts,
        counted,
        so_far,
        tasks_given=tasks_given,
        failed=failed,
        missed=missed,
        names=names,
        law=law,
        running=running,
    )
