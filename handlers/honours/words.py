"""What a coordinator types of an honour: the sentence in other words, or the reason for which it is dropped."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.honours import rooms
from handlers.honours.forms import HonourForm
from handlers.honours.taps import HonourWish, HonourWordsTap
from handlers.honours.views import cards as views
from models.drafts import Dialogue, Draft
from models.honours import HonourState
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.honours import deciding, honours
from services.honours.deciding import HonourDecided

SAID = "said"


@allow(COORDINATORS)
async def on_words(update: Update, context: Context) -> None:
    """Ask for the sentence in other words, or for the reason."""
    tap = HonourWordsTap.unpack(tapped_data(update))
    try:
        await _check(context, tap.honour_id, tap.wish)
    except HonourDecided as decided:
        await rooms.show_decided(context, tap.honour_id, decided)
        return
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.HONOUR,
        step=SAID,
        data=HonourForm(tap.honour_id, tap.wish).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _check(context: Context, honour_id: int, wish: HonourWish) -> None:
    """See that it can still be done before anything is typed; raises HonourUnknown or HonourDecided."""
    if wish is HonourWish.REASON:
        await deciding.proposed(context.session, honour_id=honour_id)
        return
    honour = await honours.by_id(context.session, honour_id=honour_id)
    if honour.state is HonourState.DROPPED:
        raise HonourDecided(at=honour.decided_at)


async def step(context: Context, draft: Draft) -> Message:
    """Make the question."""
    form = HonourForm.of(draft)
    sheet = await honours.sheet(context.session, honour_id=form.honour_id)
    return views.ask(context.reader, draft, sheet, form.wish)


@allow(COORDINATORS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Go back to the sentence that the records give."""
    form = HonourForm.of(draft)
    if tap.verb != views.AGAIN or form.wish is not HonourWish.SENTENCE:
        raise StepPassed
    await _reword(context, form, "")


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words."""
    message, form = update.effective_message, HonourForm.of(draft)
    if message is None:
        return
    text = words_of(message)
    if attached(message) is not None or not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if form.wish is HonourWish.SENTENCE:
        await _reword(context, form, text)
        return
    await deciding.drop(context.session, honour_id=form.honour_id, reason=text, by=context.person, now=context.now)
    await _after(context, form)


async def _reword(context: Context, form: HonourForm, sentence: str) -> None:
    await deciding.reword(
        context.session, honour_id=form.honour_id, sentence=sentence, by=context.person, now=context.now
    )
    await _after(context, form)


async def _after(context: Context, form: HonourForm) -> None:
    await drafts.discard(context.session, person=context.person)
    await rooms.show_page(context, form.honour_id)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, in_parts=True)
