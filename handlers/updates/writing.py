"""Writing an update: one line is enough, further parts are offered, and it is seen as its readers will see it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.gathering import Gathered
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views import attached as attached_views
from handlers.frame.views.dialogues import buttons_only, with_loss, words_missing, words_only, words_or_files_only
from handlers.frame.views.message import Message
from handlers.incidents import notices as notice_room
from handlers.incidents import sharing
from handlers.incidents.cards import facts_of
from handlers.incidents.taps import NoticeTap
from handlers.incidents.views import notices as notice_views
from handlers.incidents.views import sharing as sharing_views
from handlers.updates.facts import prefilled, refreshed
from handlers.updates.forms import UpdateForm
from handlers.updates.views import messages
from handlers.updates.views import writing as views
from handlers.updates.views.writing import CHANGED_NEXT, CHANGED_TEXT, DELAYS, NEXT, PARTS, PREVIEW, TEXT, WHO
from models.drafts import Dialogue, Draft
from models.incidents import NoticeAudience, NoticeKind
from services.ground import drafts
from services.ground.attachments import Attachment
from services.ground.drafts import StepPassed
from services.incidents import cards as tally_cards
from services.incidents import lifecycle as incidents
from services.incidents import notices
from services.incidents.sharing import labels
from services.notation.moments import MomentUnclear, read_moment
from services.tally import asked
from services.tally import counting as tally
from services.updates import situations

# Words that no message of the person brought stand under this number.
NOT_TYPED = 0


@allow(COORDINATORS)
async def on_notice(update: Update, context: Context) -> None:
    """Begin an update to all or to the ready ones; those who need information get an answer."""
    tap = NoticeTap.unpack(tapped_data(update))
    if tap.audience is NoticeAudience.NEEDS_INFO:
        await notice_room.begin(
            context, incident_id=tap.incident_id, kind=NoticeKind.REPLY, audience=NoticeAudience.NEEDS_INFO
        )
        return
    await _begin(context, UpdateForm(tap.incident_id, tap.audience))


async def propose(
    context: Context,
    *,
    incident_id: int,
    text: str,
    files: tuple[Attachment, ...] = (),
    quotes: int = 0,
    unquoted: str = "",
) -> None:
    """Show a text with its files as an update to everybody, to be sent or written anew.

    Where it `quotes` a question (id), `unquoted` takes its place once those words are taken back or erased.
    """
    gathered = Gathered(said={NOT_TYPED: text}, files=files)
    await _begin(context, UpdateForm(incident_id, gathered=gathered, quotes=quotes, unquoted=unquoted))


async def _begin(context: Context, form: UpdateForm) -> None:
    incident = await incidents.still_open(context.session, incident_id=form.incident_id)
    whole = await prefilled(context, incident, form)
    observers = form.audience is NoticeAudience.OBSERVERS
    if not await situations.recipients(context.session, incident=incident, audience=form.audience, observers=observers):
        raise notices.NobodyToTell
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.UPDATE,
        step=PREVIEW if form.gathered.words else TEXT,
        data=whole.write(),
        now=context.now,
    )
    # The tapped message is the live tally and stays; the question comes below it.
    context.send(with_loss(context.reader, await show_step(context, draft), before=before, now=draft))


async def show_step(context: Context, draft: Draft) -> Message:
    """Make the question of a step, or the preview with the button that sends."""
    await _let_go_of_lost_words(context, draft)
    form, reader = UpdateForm.of(draft), context.reader
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    if draft.step == PREVIEW:
        return await _preview(context, draft, form)
    if draft.step == WHO:
        return views.ask_who(reader, draft, form.situation, **await _reached(context, form))
    if draft.step == NEXT:
        return views.ask_next(reader, draft, form.situation, code=incident.code)
    if draft.step in PARTS:
        return views.ask_part(reader, draft, form.situation, code=incident.code)
    people = await situations.recipients(
        context.session, incident=incident, audience=form.audience, observers=form.observers
    )
    question = views.ask_text(reader, draft, form.situation, code=incident.code, people=len(people))
    return words_missing(reader, question) if form.gathered.files and not form.gathered.words else question


async def _let_go_of_lost_words(context: Context, draft: Draft) -> bool:
    """Leave out the words of a question that were taken back or erased since; tell whether that was so."""
    form = UpdateForm.of(draft)
    quotes = form.quotes or form.quotes_before
    if not quotes or await asked.has_words(context.session, question_id=quotes):
        return False
    if form.quotes_before:
        # They were replaced already: nothing that would be sent has changed.
        before = {**form.text_before, NOT_TYPED: form.unquoted}
        _go(context, draft, replace(form, text_before=before, quotes_before=0), step=draft.step)
        return False
    gathered = replace(form.gathered, said={**form.gathered.said, NOT_TYPED: form.unquoted})
    drafts.go(draft, step=draft.step, now=context.now, form=replace(form, gathered=gathered, quotes=0))
    return True


async def _reached(context: Context, form: UpdateForm) -> dict[str, int]:
    """Count the people whom each choice reaches."""
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    counted = {
        name: len(await notices.recipients(context.session, incident=incident, audience=audience))
        for name, audience in (("everybody", NoticeAudience.ALL), ("ready", NoticeAudience.READY))
    }
    return {**counted, "observers": len(await situations.observing(context.session, incident=incident))}


async def _preview(context: Context, draft: Draft, form: UpdateForm) -> Message:
    reader, session = context.reader, context.session
    incident = await incidents.by_id(session, incident_id=form.incident_id)
    facts = await facts_of(session, incident=incident, office=context.office, reader=reader)
    notice = situations.as_notice(form.situation, by=context.person, now=context.now)
    gathered = form.gathered
    with_files = attached_views.gathered(reader, gathered.files, is_album=bool(gathered.album))
    people = await situations.recipients(session, incident=incident, audience=form.audience, observers=form.observers)
    shown = messages.update(reader, facts, notice, with_files=with_files)
    beyond = form.observers or form.audience is NoticeAudience.OBSERVERS
    wider = incident.tlp if beyond and labels.is_narrow(incident.tlp) else None
    asked = await sharing.asked_of_words(context, form.all_words, incident_id=form.incident_id)
    return views.preview(
        reader,
        draft,
        form.situation,
        shown,
        people=len(people),
        proposed=bool(form.proposed),
        wider=wider,
        asked=sharing_views.ask_of_words(reader, draft, asked) if asked is not None else None,
        change=views.Change(form.changed, Gathered(said=form.text_before).words, form.next_before, context.now),
    )


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons: a part to be written or left out, to whom, the next one, send."""
    kept = UpdateForm.of(draft)
    form = kept.settled()
    match tap.verb:
        case "undo" | "both" if draft.step == PREVIEW and kept.changed:
            _go(context, draft, _taken_back(kept, tap.verb))
        case "suggest" if draft.step == TEXT:
            await _suggest(context, draft, form)
        case "edit" if draft.step == PREVIEW and tap.value in (*PARTS, NEXT, WHO):
            drafts.go(draft, step=tap.value, now=context.now)
        case "clear" if draft.step in (*PARTS, NEXT):
            _go(context, draft, replace(form, next_at=None) if draft.step == NEXT else _with_part(form, draft.step, ""))
        case "next" if draft.step == NEXT and tap.value in map(str, DELAYS):
            _go(context, draft, replace(form, next_at=context.now + timedelta(minutes=number_of(tap.value))))
        case "who" if draft.step == WHO:
            _go(context, draft, _meant_for(form, tap.value), step=WHO)
        case "ask" | "drop" if draft.step == PREVIEW:
            _go(context, draft, _changed_at_once(form, tap.verb))
        case "raise" | "unlabel" if draft.step == PREVIEW:
            await _settle_label(context, draft, form, tap.verb)
        case "back" if draft.step != TEXT or form.gathered.words:
            drafts.go(draft, step=TEXT if draft.step == PREVIEW else PREVIEW, now=context.now)
        case "send" if draft.step == PREVIEW and await _let_go_of_lost_words(context, draft):
            context.notice(views.quotes_no_more(context.reader), urgent=True)
        case "send" if draft.step == PREVIEW:
            await _send(context, form)
            return
        case _:
            raise StepPassed
    context.show(await show_step(context, draft))


async def _settle_label(context: Context, draft: Draft, form: UpdateForm, verb: str) -> None:
    """Give the incident the label that the words name, or take it out of them."""
    if verb == "raise":
        await sharing.raise_label(context, form.all_words, incident_id=form.incident_id)
        return
    left = form.without_labels()
    _go(context, draft, left, step=PREVIEW if left.gathered.words else TEXT)


def _changed_at_once(form: UpdateForm, verb: str) -> UpdateForm:
    """Have it acknowledged or not, or leave the files out."""
    if verb == "ask":
        return replace(form, asks_seen=not form.asks_seen)
    return replace(form, gathered=form.gathered.without_files())


def _taken_back(form: UpdateForm, verb: str) -> UpdateForm:
    """Take back what was typed last, or put it after what stood there; raises StepPassed or NoticeLength."""
    if verb == "undo":
        return form.taken_back()
    if form.changed != CHANGED_TEXT:
        raise StepPassed
    notices.check_text(form.with_both().gathered.words)
    return form.with_both()


def _with_part(form: UpdateForm, name: str, text: str) -> UpdateForm:
    """Put a part into its place: from now on it is the person's own word."""
    part: dict[str, Any] = {name: text}
    return replace(form, proposed=tuple(one for one in form.proposed if one != name), **part)


def _meant_for(form: UpdateForm, value: str) -> UpdateForm:
    """Take a choice of readers; raises TapUnreadable for one that is not ours."""
    if value == "beside":
        return replace(form, observers=not form.observers)
    if value not in set(NoticeAudience) - {NoticeAudience.NEEDS_INFO}:
        raise TapUnreadable
    return replace(form, audience=NoticeAudience(value))


def _go(context: Context, draft: Draft, form: UpdateForm, *, step: str = PREVIEW) -> None:
    drafts.go(draft, step=step, now=context.now, form=form)


def _keep(context: Context, draft: Draft, gathered: Gathered) -> None:
    """Keep what was said, and go to the preview once there are words; raises NoticeLength."""
    before = UpdateForm.of(draft).settled()
    # What is written anew quotes nobody.
    quotes = before.quotes if gathered.said.get(NOT_TYPED) == before.gathered.said.get(NOT_TYPED) else 0
    form = replace(before, gathered=gathered, quotes=quotes)
    if any(text for of, text in before.gathered.said.items() if of not in gathered.said):
        said = before.gathered.said
        form = replace(form, changed=CHANGED_TEXT, text_before=said, quotes_before=before.quotes)
    if gathered.words:
        notices.check_text(gathered.words)
    _go(context, draft, form, step=PREVIEW if gathered.words else TEXT)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear how things stand with its files, or the part or the moment that was asked for.

    At the preview a moment alone is when the next update comes; other words are how things stand.
    """
    message = update.effective_message
    if draft.step == PREVIEW and _hear_next(context, draft, message):
        context.show(await show_step(context, draft))
        return
    if draft.step in (TEXT, PREVIEW):
        await _hear_text(context, draft, message)
        return
    text = words_of(message)
    if draft.step == WHO:
        context.show(buttons_only(context.reader, await show_step(context, draft)))
        return
    if message is None or not text or text.startswith("/") or attached(message) is not None:
        context.show(words_only(context.reader, await show_step(context, draft)))
        return
    form = UpdateForm.of(draft)
    if draft.step == NEXT:
        form = replace(form.settled(), next_at=_next_of(context, text))
    else:
        form = _with_part(form.settled(), draft.step, situations.check_part(text))
    _go(context, draft, form)
    context.show(await show_step(context, draft))


def _next_of(context: Context, text: str) -> datetime:
    """Read when the next update comes; raises what `read_moment` does, or NextUpdatePast."""
    said = read_moment(text, now=context.now, time_zone=context.office.time_zone, soon=True)
    return situations.check_next(said, now=context.now)


def _hear_next(context: Context, draft: Draft, message: TelegramMessage | None) -> bool:
    """Take words that are a moment and nothing else as when the next update comes; tell whether they were."""
    text, form = words_of(message), UpdateForm.of(draft)
    if message is None or not text or attached(message) or message.message_id in form.gathered.said:
        return False
    try:
        next_at = _next_of(context, text)
    except MomentUnclear:
        return False
    _go(context, draft, replace(form.settled(), next_at=next_at, changed=CHANGED_NEXT, next_before=form.next_at))
    return True


async def _hear_text(context: Context, draft: Draft, message: TelegramMessage | None) -> None:
    text = words_of(message)
    if message is None or text.startswith("/") or not (text or attached(message)):
        context.show(words_or_files_only(context.reader, await show_step(context, draft)))
        return
    before = UpdateForm.of(draft).gathered
    _keep(context, draft, before.joined_by(message, anew=True))
    # An album comes as so many messages: one word for all of them.
    if not before.is_next(message):
        context.show(await show_step(context, draft))


async def _suggest(context: Context, draft: Draft, form: UpdateForm) -> None:
    """Sum an incident up by its figures; the parts that were filled in say the same ones."""
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    counted = await tally.count(context.session, incident=incident, now=context.now)
    _go(context, draft, await refreshed(context, incident, counted, form), step=TEXT)
    summary = notice_views.summary(context.reader, counted, since=incident.declared_at)
    _keep(context, draft, replace(form.gathered, said={NOT_TYPED: summary}))


async def _send(context: Context, form: UpdateForm) -> None:
    people = await situations.say(context.session, situation=form.situation, by=context.person, now=context.now)
    await drafts.discard(context.session, person=context.person)
    await confirm(context, form.incident_id, people=people, files=form.gathered.files)


async def confirm(
    context: Context,
    incident_id: int,
    *,
    people: int,
    files: tuple[Attachment, ...] = (),
) -> None:
    """Say that an update is on its way, and bring the tally down; it can be taken back for a moment."""
    incident = await incidents.by_id(context.session, incident_id=incident_id)
    questions = await asked.waiting(context.session, incident_id=incident_id)
    with_files = attached_views.gathered(context.reader, files, is_album=False)
    sent = notice_views.sent(
        context.reader,
        NoticeKind.UPDATE,
        code=incident.code,
        people=people,
        questions=questions,
        with_files=with_files,
    )
    said = await situations.latest(context.session, incident_id=incident_id)
    context.show(messages.may_be_taken_back(context.reader, sent, said) if said is not None else sent)
    await tally_cards.bring_down(context.session, incident_id=incident_id, person=context.person, now=context.now)


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=UpdateForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=show_step, takes_files=True)
