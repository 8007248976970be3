"""The words that go with command: a handover note with the facts under it, or the reason for taking it over."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.command import rooms
from handlers.command.forms import CommandForm
from handlers.command.taps import CommandOverTap, CommandToTap
from handlers.command.views import dialogue as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.people import Person
from services.command import handing
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.incidents import lifecycle as incidents

NOTE, REASON, CONFIRM = "note", "reason", "confirm"


@allow(COORDINATORS)
async def on_to(update: Update, context: Context) -> None:
    """Begin to hand command over to somebody: the note is filled with what is known."""
    tap = CommandToTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    await handing.check_holds(context.session, incident=incident, person=context.person)
    await handing.check_successor(context.session, person_id=tap.person_id, holder_id=context.person.id or 0)
    await _begin(context, CommandForm(tap.incident_id, to_id=tap.person_id), step=NOTE)


@allow(COORDINATORS)
async def on_over(update: Update, context: Context) -> None:
    """Begin to take command over: why is asked for."""
    tap = CommandOverTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    await handing.check_may_take_over(context.session, incident=incident, person=context.person, now=context.now)
    await _begin(context, CommandForm(tap.incident_id), step=REASON)


async def _begin(context: Context, form: CommandForm, *, step: str) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.COMMAND,
        step=step,
        data=form.write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await show_step(context, draft), before=before, now=draft))


async def show_step(context: Context, draft: Draft) -> Message:
    """Make the note as it will be sent, the question for the reason, or what is confirmed."""
    form = CommandForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    if draft.step == NOTE:
        to = await context.session.get_one(Person, form.to_id)
        facts = await _facts(context, form)
        return views.note(context.reader, draft, incident, form, to=to, facts=facts)
    return views.reason(context.reader, draft, incident, form)


async def _facts(context: Context, form: CommandForm) -> Sequence[str]:
    """Gather what every wing knows that whoever takes over should know."""
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    return [line for tell in context.turn.handovers for line in await tell(context, incident)]


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons: with or without the facts, offer it, take it over."""
    form = CommandForm.of(draft)
    match tap.verb:
        case "facts" if draft.step == NOTE:
            drafts.go(draft, step=NOTE, now=context.now, form=replace(form, with_facts=not form.with_facts))
        case "send" if draft.step == NOTE:
            await _offer(update, context, form)
            return
        case "back" if draft.step == CONFIRM:
            drafts.go(draft, step=REASON, now=context.now)
        case "send" if draft.step == CONFIRM:
            await _take_over(update, context, form)
            return
        case _:
            raise StepPassed
    context.show(await show_step(context, draft))


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the note or the reason; what is typed anew takes the place of what was typed before."""
    message, form = update.effective_message, CommandForm.of(draft)
    text = words_of(message)
    if message is None or not text or text.startswith("/") or attached(message) is not None:
        context.show(words_only(context.reader, await show_step(context, draft)))
        return
    if draft.step == NOTE:
        handing.check_note(views.whole_note(text, await _facts(context, form)))
        drafts.go(draft, step=NOTE, now=context.now, form=replace(form, note=text))
    else:
        drafts.go(draft, step=CONFIRM, now=context.now, form=replace(form, note=handing.check_reason(text)))
    context.show(await show_step(context, draft))


async def _offer(update: Update, context: Context, form: CommandForm) -> None:
    facts = await _facts(context, form) if form.with_facts else ()
    await handing.offer(
        context.session,
        incident_id=form.incident_id,
        to_id=form.to_id,
        note=views.whole_note(form.note, facts),
        by=context.person,
        now=context.now,
    )
    await _done(update, context, form)


async def _take_over(update: Update, context: Context, form: CommandForm) -> None:
    await handing.take_over(
        context.session, incident_id=form.incident_id, reason=form.note, by=context.person, now=context.now
    )
    await _done(update, context, form)


async def _done(update: Update, context: Context, form: CommandForm) -> None:
    """Show how command stands now."""
    await drafts.discard(context.session, person=context.person)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    await rooms.show_page(update, context, incident)


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=CommandForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=show_step)
