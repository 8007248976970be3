"""What coordinators do in an incident's topic: they act by buttons, look at the log, and ask who does what now."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, PRIVATE_OR_OPERATIONS, allow
from handlers.frame.context import Context, tapped_data, topic_of
from handlers.frame.views.message import Button, Message
from handlers.operations.taps import LogFilesTap, LogTap, TopicTap, TopicVerb
from handlers.operations.views import cards as views
from handlers.operations.views import group as group_views
from handlers.operations.views import log as log_views
from handlers.operations.views import picture as picture_views
from handlers.tally.views import cards as tally_views
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.tlp import Tlp
from services.incidents import cards, reminders
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.operations import log, picture, topics
from services.tally import counting as tally
from services.tally import course
from services.tally.counting import AnswerGroup

MOST_CHOICES = 5


@allow(COORDINATORS, places=PRIVATE_OR_OPERATIONS)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of a topic: mark, remind, show the log, say who does what, or lead to the private chat."""
    tap = TopicTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    if _is_for_private(context, incident) and tap.verb is not TopicVerb.MINE:
        await _send_in_private(context, incident)
        return
    match tap.verb:
        case TopicVerb.HANDLING:
            await incidents.mark_handling(
                context.session, incident_id=tap.incident_id, by=context.person, now=context.now
            )
            context.notice(tally_views.status_changed(context.reader, IncidentStatus.HANDLING))
        case TopicVerb.UNHANDLED:
            await incidents.mark_open(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
            context.notice(tally_views.status_changed(context.reader, IncidentStatus.OPEN))
        case TopicVerb.REMIND:
            await _ask_remind(context, incident)
        case TopicVerb.REMIND_NOW:
            await _remind(context, incident)
        case TopicVerb.NOTHING:
            context.show(views.nothing_done(context.reader, incident))
        case TopicVerb.SITUATION:
            await _send_situation(context, incident)
        case TopicVerb.LOG:
            await _send_log(context, incident)
        case TopicVerb.MINE:
            await cards.bring_down(context.session, incident_id=tap.incident_id, person=context.person, now=context.now)
            context.notice(group_views.follows(context.reader))


async def _ask_remind(context: Context, incident: Incident) -> None:
    """Ask in the topic, below its cards, whether the silent ones are to be reminded."""
    still = await incidents.still_open(context.session, incident_id=id_of(incident))
    await reminders.check_time_given(context.session, incident=still, now=context.now)
    counted = await tally.count(context.session, incident=still, now=context.now)
    if not counted.groups[AnswerGroup.SILENT]:
        raise reminders.NobodySilent
    so_far = await course.of(context.session, incident=still, now=context.now)
    asking = tally_views.ask_remind(context.reader, still, counted, so_far)
    context.send(views.ask_remind(context.reader, still, asking))


async def _remind(context: Context, incident: Incident) -> None:
    still = await incidents.still_open(context.session, incident_id=id_of(incident))
    reminded = await reminders.remind_now(context.session, incident=still, by=context.person, now=context.now)
    words = tally_views.reminded(context.reader, reminded)
    context.notice(words)
    context.show(views.reminded(context.reader, still, words, by=context.person.name))


def _is_for_private(context: Context, incident: Incident) -> bool:
    """Tell whether a wish came from the group about what is for named people alone."""
    return incident.tlp is Tlp.RED and context.turn.operations is not None


async def _send_in_private(context: Context, incident: Incident) -> None:
    """Send the tally into the private chat, and say in the group no more than that."""
    await cards.bring_down(context.session, incident_id=id_of(incident), person=context.person, now=context.now)
    context.send(views.follows(context.reader, incident))


async def _send_situation(context: Context, incident: Incident) -> None:
    if _is_for_private(context, incident):
        await _send_in_private(context, incident)
        return
    found = await picture.of(context.session, incident=incident, now=context.now)
    context.send(_guarded(incident, picture_views.situation(context.reader, incident, found, now=context.now)))


async def _send_log(context: Context, incident: Incident) -> None:
    shown = await log.page(context.session, incident=incident)
    in_group = context.turn.operations is not None
    context.send(
        _guarded(incident, log_views.page(context.reader, incident, shown, in_group=in_group, now=context.now))
    )


def _guarded(incident: Incident, message: Message) -> Message:
    """Let what is about an incident for few be neither forwarded nor saved."""
    return replace(message, protected=labels.is_narrow(incident.tlp))


@allow(COORDINATORS, places=PRIVATE_OR_OPERATIONS)
async def on_log(update: Update, context: Context) -> None:
    """Show a page of a log in the place of the tapped message."""
    tap = LogTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    if _is_for_private(context, incident):
        await _send_in_private(context, incident)
        return
    shown = await log.page(context.session, incident=incident, number=tap.page)
    in_group = context.turn.operations is not None
    context.show(log_views.page(context.reader, incident, shown, in_group=in_group, now=context.now))


@allow(COORDINATORS, places=PRIVATE_OR_OPERATIONS)
async def on_log_files(update: Update, context: Context) -> None:
    """Send the files of a page of a log into the private chat."""
    tap = LogFilesTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    shown = await log.page(context.session, incident=incident, number=tap.page)
    files = await log.files_on(context.session, shown=shown)
    context.send_attachments(files, incident.code, protected=labels.is_narrow(incident.tlp))
    context.notice(group_views.follows(context.reader))


@allow(COORDINATORS, places=PRIVATE_OR_OPERATIONS)
async def on_situation(update: Update, context: Context) -> None:
    """Say who does what now (`/hientrang`): of the topic's incident, of the only one, or of one to choose."""
    group, thread_id = context.turn.operations, topic_of(update)
    if group is not None and thread_id is not None:
        topic = await topics.of_thread(context.session, group=group, thread_id=thread_id)
        if topic is not None:
            incident = await incidents.by_id(context.session, incident_id=topic.incident_id)
            await _send_situation(context, incident)
            return
    found = await incidents.newest_open(context.session, limit=MOST_CHOICES)
    if len(found) == 1:
        await _send_situation(context, found[0])
    else:
        context.send(picture_views.choose(context.reader, found))


async def offer_log(context: Context, incident: Incident) -> list[Button]:
    """Offer an incident's log on the page of what else can be done with it."""
    return [Button(context.reader.label("button-incident-log"), LogTap(id_of(incident), 0).pack())]
