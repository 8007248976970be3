"""Escalating an incident: the meeting at once, the stage on site, calls by phone and what came of them."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.escalation.forms import EscalationForm
from handlers.escalation.taps import CallAnswerTap, CallMarkTap, CallTap, EscalateTap, EscalationTap
from handlers.escalation.views import cards as views
from handlers.frame.access import COORDINATORS, EVERYONE, allow
from handlers.frame.attachments import words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.cards import facts_of
from models.drafts import Dialogue, Draft
from models.escalation import Escalation, Post
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from services.command import holding
from services.escalation import calling as rules
from services.escalation import cards, posts
from services.escalation.kinds import WATCH, CallCard, EscalationWatch
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import lifecycle as incidents
from services.outbox.deliveries import Claimed
from services.people import accounts

ASK_LINK, CONFIRM = "ask-link", "confirm"


async def offers(context: Context, incident: Incident) -> Sequence[Button]:
    """Lead from what can be done with an incident to its escalation."""
    if incident.status is IncidentStatus.CLOSED:
        return ()
    under_way = await rules.of_incident(context.session, incident_id=id_of(incident))
    return (views.offer(context.reader, id_of(incident), is_open=under_way is not None),)


async def left_open(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever ends an incident that those above are still called."""
    under_way = await rules.of_incident(context.session, incident_id=id_of(incident))
    return views.left_open(context.reader) if under_way is not None else ()


@allow(COORDINATORS)
async def on_escalate(update: Update, context: Context) -> None:
    """Show how an incident is escalated, or begin."""
    tap = EscalateTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    under_way = await rules.of_incident(context.session, incident_id=id_of(incident))
    if under_way is not None:
        await _show(update, context, under_way)
        return
    await _begin(context, EscalationForm(incident_id=id_of(incident)), ASK_LINK)


async def _show(update: Update, context: Context, escalation: Escalation) -> None:
    """Show the coordinators' card in the place of the tapped message, and keep it true from now on."""
    sheet = await rules.sheet(context.session, escalation=escalation)
    context.show(views.watch(context.reader, sheet, now=context.now))
    await keep_tapped(update, context, kind=WATCH, subject_id=id_of(escalation), details=EscalationWatch())


async def _begin(context: Context, form: EscalationForm, first: str) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.ESCALATION,
        step=first,
        data=form.write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the message where the dialogue stands."""
    form, reader = EscalationForm.of(draft), context.reader
    if draft.step in (views.MINUTES, views.LINK):
        escalation = await rules.by_id(context.session, escalation_id=form.escalation_id)
        return views.ask_words(reader, draft, await rules.sheet(context.session, escalation=escalation))
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    if draft.step == ASK_LINK:
        return views.ask_link(reader, draft, incident)
    if draft.step != CONFIRM:
        raise DraftGone
    able, missing = await _callable(context)
    return views.confirm(reader, draft, incident, able, missing)


async def check(context: Context, draft: Draft) -> None:
    """See that what is being said can still be; raises EscalationOver, EscalationUnderWay or IncidentClosed."""
    form = EscalationForm.of(draft)
    if form.escalation_id:
        await rules.still_open(context.session, escalation_id=form.escalation_id)
    else:
        await rules.may_begin(context.session, incident_id=form.incident_id)


async def _callable(context: Context) -> tuple[Sequence[Post], Sequence[Post]]:
    """List the posts that are called at once, and those of which nobody can be reached."""
    lines = await posts.lines(context.session)
    missing = [line.post for line in lines if line.way in (posts.WayToCall.NO_WAY, posts.WayToCall.NOBODY)]
    return await rules.called_first(context.session), missing


@allow(COORDINATORS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the dialogue."""
    form = EscalationForm.of(draft)
    match tap.verb:
        case "later" if draft.step == ASK_LINK:
            drafts.go(draft, step=CONFIRM, now=context.now, form=replace(form, link=""))
        case "back" if draft.step == CONFIRM:
            drafts.go(draft, step=ASK_LINK, now=context.now)
        case "begin" if draft.step == CONFIRM:
            await rules.begin(
                context.session, incident_id=form.incident_id, link=form.link, by=context.person, now=context.now
            )
            await drafts.discard(context.session, person=context.person)
            context.notice(context.reader.label("escalation-begun"))
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the address of the meeting, or the minutes."""
    text, form = words_of(update.effective_message), EscalationForm.of(draft)
    if draft.step == CONFIRM:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if draft.step == ASK_LINK:
        drafts.go(draft, step=CONFIRM, now=context.now, form=replace(form, link=rules.check_link(text)))
        context.show(await step(context, draft))
        return
    await _keep(context, draft.step, form.escalation_id, text)
    await drafts.discard(context.session, person=context.person)
    context.send(Message(context.reader.say(f"escalation-kept-{draft.step}")))


async def _keep(context: Context, what: str, escalation_id: int, text: str) -> None:
    if what == views.MINUTES:
        await rules.note(context.session, escalation_id=escalation_id, text=text, by=context.person, now=context.now)
    else:
        await rules.set_link(
            context.session, escalation_id=escalation_id, link=text, by=context.person, now=context.now
        )


@allow(COORDINATORS)
async def on_escalation(update: Update, context: Context) -> None:
    """Take what a coordinator wishes of an escalation."""
    tap = EscalationTap.unpack(tapped_data(update))
    session, escalation_id = context.session, tap.escalation_id
    escalation = await rules.still_open(session, escalation_id=escalation_id)
    match tap.verb:
        case "show":
            await _show(update, context, escalation)
        case "calls":
            context.show(views.calls(context.reader, await rules.sheet(session, escalation=escalation)))
        case "next" | "end":
            context.show(views.ask_surely(context.reader, await rules.sheet(session, escalation=escalation), tap.verb))
        case "next-now":
            await rules.go_on(session, escalation_id=escalation_id, by=context.person, now=context.now)
            await _show(update, context, escalation)
        case "end-now":
            await rules.end(session, escalation_id=escalation_id, by=context.person, now=context.now)
            await _show(update, context, escalation)
        case "minutes" | "link":
            await _begin(context, EscalationForm(escalation.incident_id, escalation_id), tap.verb)
        case _:
            raise TapUnreadable


@allow(COORDINATORS)
async def on_call(update: Update, context: Context) -> None:
    """Show one call, with a contact card where there is a number."""
    tap = CallTap.unpack(tapped_data(update))
    one = await rules.call_by_id(context.session, call_id=tap.call_id)
    escalation = await rules.still_open(context.session, escalation_id=one.escalation_id)
    sheet = await rules.sheet(context.session, escalation=escalation)
    context.show(views.call(context.reader, sheet, one, now=context.now))
    if one.phone:
        context.send_contact(f"{one.name}, {one.office}", one.phone)


@allow(COORDINATORS)
async def on_mark(update: Update, context: Context) -> None:
    """Keep what came of a call."""
    tap = CallMarkTap.unpack(tapped_data(update))
    one = await rules.mark(context.session, call_id=tap.call_id, state=tap.state, by=context.person, now=context.now)
    escalation = await rules.by_id(context.session, escalation_id=one.escalation_id)
    context.show(views.calls(context.reader, await rules.sheet(context.session, escalation=escalation)))


@allow(EVERYONE)
async def on_answer(update: Update, context: Context) -> None:
    """Keep what the person says who was called in the bot; the card follows by the outbox."""
    tap = CallAnswerTap.unpack(tapped_data(update))
    one = await rules.answer(
        context.session, call_id=tap.call_id, state=tap.state, person=context.person, now=context.now
    )
    context.notice(context.reader.label("call-answered", answer=views.state_name(context.reader, one.state)))


async def compose_call(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of whoever is called in the bot; what is over is sent to nobody anew."""
    card = claimed.read(CallCard)
    if card is None:
        return None
    one = await rules.call_by_id(occasion.session, call_id=card.call_id)
    escalation = await rules.by_id(occasion.session, escalation_id=one.escalation_id)
    if one.person_id != claimed.person_id or (escalation.ended_at is not None and not claimed.is_edit):
        return None
    sheet = await rules.sheet(occasion.session, escalation=escalation)
    if not posts.coordinates(await occasion.session.get(Person, one.person_id)):
        return views.called_no_more(reader, sheet) if claimed.is_edit else None
    return views.called(reader, sheet, one, await _inviting(occasion, sheet, reader), now=occasion.now)


async def _inviting(occasion: Occasion, sheet: rules.EscalationSheet, reader: Reader) -> views.Inviting:
    """Gather what an invitation says: of the incident, who calls, and who commands where that is another."""
    session, incident = occasion.session, sheet.incident
    caller = await session.get_one(Person, sheet.escalation.begun_by_id)
    held = await holding.holder(session, incident=incident)
    commands = held.coordinates and held.person.id != caller.id
    return views.Inviting(
        await facts_of(session, incident=incident, office=occasion.office, reader=reader),
        caller.name,
        held.person.name if commands else None,
    )


async def compose_watch(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a coordinator's card; an older one leads to the newest."""
    shown, escalation_id = claimed.read(EscalationWatch), claimed.subject_id
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if shown is None or escalation_id is None or claimed.person_id not in coordinators:
        return None
    escalation = await rules.by_id(occasion.session, escalation_id=escalation_id)
    if escalation.ended_at is not None and not claimed.is_edit:
        return None
    sheet = await rules.sheet(occasion.session, escalation=escalation)
    if claimed.is_edit and await cards.is_shown_below(occasion.session, claimed=claimed):
        return views.older(reader, sheet)
    return views.watch(reader, sheet, news=None if claimed.is_edit else shown.news, now=occasion.now)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=step)
