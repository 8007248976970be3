"""Calling one more business: found by any spelling, or among those that joined or came back meanwhile."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.corrections.forms import CallForm
from handlers.corrections.taps import CallMoreTap
from handlers.corrections.views import calling as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Button, Message
from handlers.tally import cards as tally
from models.drafts import Dialogue, Draft
from models.incidents import Incident, IncidentStatus
from services.corrections import calling
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import lifecycle as incidents
from services.notation.spelling import tidy_line

CHOOSE, CONFIRM = "choose", "confirm"
LONGEST_ASKED = 100


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to call one more business to what is under way."""
    return [] if incident.status is IncidentStatus.CLOSED else [views.button_of(context.reader, incident)]


@allow(COORDINATORS)
async def on_call_more(update: Update, context: Context) -> None:
    """Begin: those that joined or came back meanwhile are offered, any other is found by typing."""
    tap = CallMoreTap.unpack(tapped_data(update))
    await incidents.still_open(context.session, incident_id=tap.incident_id)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.CALL_MORE,
        step=CHOOSE,
        data=CallForm(tap.incident_id).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the list to choose from, or the question before the call goes out."""
    form = CallForm.of(draft)
    incident = await incidents.still_open(context.session, incident_id=form.incident_id)
    if draft.step == CONFIRM:
        candidate = await calling.may_call(
            context.session, incident_id=form.incident_id, member_id=form.member_id, now=context.now
        )
        return views.confirm(context.reader, draft, incident, candidate)
    if draft.step != CHOOSE:
        raise DraftGone
    page = await calling.find(
        context.session, incident=incident, text=form.asked, by=context.person, number=form.page, now=context.now
    )
    return views.choose(context.reader, draft, incident, page, asked=form.asked, now=context.now)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a business, another page, the word that it is called, or the way back."""
    form = CallForm.of(draft)
    match tap.verb:
        case "page" if draft.step == CHOOSE:
            drafts.go(draft, step=CHOOSE, now=context.now, form=replace(form, page=number_of(tap.value)))
        case "member" if draft.step == CHOOSE:
            member_id = number_of(tap.value)
            await calling.may_call(context.session, incident_id=form.incident_id, member_id=member_id, now=context.now)
            drafts.go(draft, step=CONFIRM, now=context.now, form=replace(form, member_id=member_id))
        case "back" if draft.step == CONFIRM:
            drafts.go(draft, step=CHOOSE, now=context.now)
        case "send" if draft.step == CONFIRM:
            await _call(update, context, form)
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Look for what was typed, at whatever step."""
    asked = tidy_line(words_of(update.effective_message))[:LONGEST_ASKED]
    if not asked or asked.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    form = replace(CallForm.of(draft), asked=asked, page=0, member_id=0)
    drafts.go(draft, step=CHOOSE, now=context.now, form=form)
    context.show(await step(context, draft))


async def _call(update: Update, context: Context, form: CallForm) -> None:
    called = await calling.call(
        context.session,
        incident_id=form.incident_id,
        member_id=form.member_id,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await drafts.discard(context.session, person=context.person)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    context.notice(views.called(context.reader, incident, people=len(called.people)))
    await tally.show(update, context, incident)


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=CallForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=step)
