"""An advisory is changed or withdrawn: the new words are typed, looked at on the card, and put into every card."""

from dataclasses import replace

from telegram import Update

from handlers.advisories import cards
from handlers.advisories.forms import AdvisoryWordsForm
from handlers.advisories.taps import AdvisoryChangeTap, AdvisoryWish
from handlers.advisories.views import writing as views
from handlers.advisories.writing import moment
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import buttons_only, cancelled, under, with_loss, words_only
from handlers.frame.views.message import Message
from models.advisories import Advisory, AdvisoryPart
from models.drafts import Dialogue, Draft
from models.identity import id_of
from services.advisories import advisories, changing, steps
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed

SAID, SURE = "said", "sure"


@allow(COORDINATORS)
async def on_change(update: Update, context: Context) -> None:
    """Ask for a part in other words, another deadline, or why an advisory is withdrawn."""
    tap = AdvisoryChangeTap.unpack(tapped_data(update))
    advisory = await steps.open_one(context.session, advisory_id=tap.advisory_id)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.ADVISORY_WORDS,
        step=SAID,
        data=AdvisoryWordsForm(id_of(advisory), advisory.code, tap.wish).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question, or what the card will say."""
    form = AdvisoryWordsForm.of(draft)
    advisory = await advisories.by_id(context.session, advisory_id=form.advisory_id)
    if draft.step == SAID:
        return views.ask_words(context.reader, draft, advisory, form.wish)
    if draft.step != SURE:
        raise DraftGone
    return views.check_words(context.reader, draft, _changed(context, advisory, form), form.wish)


def _changed(context: Context, advisory: Advisory, form: AdvisoryWordsForm) -> Advisory:
    """Give an advisory as it will be, beside the one that is kept."""
    shown = Advisory(**advisory.model_dump())
    match form.wish:
        case AdvisoryWish.WITHDRAW:
            shown.withdrawn_at, shown.withdrawn_because = context.now, form.words
        case AdvisoryWish.DUE:
            shown.due_at = form.due_at
        case _:
            setattr(shown, form.wish.value, form.words)
    return shown


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the new words, the new deadline or the reason."""
    message, form = update.effective_message, AdvisoryWordsForm.of(draft)
    if message is None:
        return
    text = words_of(message)
    if draft.step != SAID:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if attached(message) is not None or not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    advisory = await steps.open_one(context.session, advisory_id=form.advisory_id)
    drafts.go(draft, step=SURE, now=context.now, form=_heard(context, advisory, form, text))
    context.show(await step(context, draft))


def _heard(context: Context, advisory: Advisory, form: AdvisoryWordsForm, text: str) -> AdvisoryWordsForm:
    """Read what was typed for a wish; raises what tells that it cannot be so."""
    match form.wish:
        case AdvisoryWish.WITHDRAW:
            return replace(form, words=changing.reason(text))
        case AdvisoryWish.DUE:
            return replace(form, due_at=moment(context, text))
        case _:
            return replace(form, words=changing.checked(advisory, AdvisoryPart(form.wish.value), text))


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the change, told or quietly, or go back to the words."""
    form = AdvisoryWordsForm.of(draft)
    if tap.verb == "back" and draft.step == SURE:
        drafts.go(draft, step=SAID, now=context.now)
        context.show(await step(context, draft))
        return
    quietly = tap.verb == views.QUIETLY and form.wish in (AdvisoryWish.TITLE, AdvisoryWish.WHAT)
    if draft.step != SURE or not (quietly or tap.verb == views.TELL):
        raise StepPassed
    advisory = await _carry_out(context, form, tells=not quietly)
    await drafts.discard(context.session, person=context.person)
    done = "advisory-withdrawn-now" if form.wish is AdvisoryWish.WITHDRAW else "advisory-changed-now"
    context.notice(context.reader.label(done))
    await cards.show_page(update, context, advisory)


async def _carry_out(context: Context, form: AdvisoryWordsForm, *, tells: bool) -> Advisory:
    session, by, now = context.session, context.person, context.now
    if form.wish is AdvisoryWish.WITHDRAW:
        return await changing.withdraw(session, advisory_id=form.advisory_id, because=form.words, by=by, now=now)
    if form.wish is AdvisoryWish.DUE:
        if form.due_at is None:
            raise StepPassed
        return await changing.put_off(session, advisory_id=form.advisory_id, due_at=form.due_at, by=by, now=now)
    return await changing.reword(
        session,
        advisory_id=form.advisory_id,
        part=AdvisoryPart(form.wish.value),
        words=form.words,
        tells=tells,
        by=by,
        now=now,
    )


async def leave(context: Context, draft: Draft) -> Message:
    """Show the page of the advisory again to whoever stops changing it."""
    stopped = cancelled(context.reader)
    if not context.turn.roles & COORDINATORS:
        return stopped
    advisory = await advisories.by_id(context.session, advisory_id=AdvisoryWordsForm.of(draft).advisory_id)
    return under(stopped, await cards.page_of(context.session, context.reader, advisory, now=context.now))


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, leave=leave, in_parts=True)
