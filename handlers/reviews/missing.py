"""One who took part says in words what was missing."""

from telegram import Update

from handlers.frame.access import allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.reviews import cards
from handlers.reviews.forms import ReviewVoiceForm
from handlers.reviews.rooms import MEMBERS
from handlers.reviews.taps import ReviewMissingTap
from handlers.reviews.views import voices as views
from models.drafts import Dialogue, Draft
from models.reviews import ReviewState
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.reviews import reviews, voices
from services.reviews.reviews import ReviewOver

SAID = "said"


@allow(MEMBERS)
async def on_missing(update: Update, context: Context) -> None:
    """Ask what was missing."""
    tap = ReviewMissingTap.unpack(tapped_data(update))
    review = await voices.asked_of(context.session, review_id=tap.review_id, person=context.person)
    about = await reviews.about(context.session, review=review)
    if review.state is ReviewState.DONE:
        raise ReviewOver(code=about.code)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REVIEW_VOICE,
        step=SAID,
        data=ReviewVoiceForm(tap.review_id, about.code).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question, with what was said before."""
    form = ReviewVoiceForm.of(draft)
    mine = await voices.standing(context.session, review_id=form.review_id, person=context.person)
    now = next((one.voice.missing for one in mine if one.voice.missing), "")
    return views.ask_missing(context.reader, draft, form.code, now)


@allow(MEMBERS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Keep that nothing was missing."""
    if tap.verb != views.NOTHING:
        raise StepPassed
    await _keep(update, context, draft, context.reader.label("review-nothing-missing"))


@allow(MEMBERS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what was missing."""
    message = update.effective_message
    if message is None:
        return
    text = words_of(message)
    if not text or text.startswith("/") or attached(message) is not None:
        context.show(words_only(context.reader, await step(context, draft)))
        return
    await _keep(update, context, draft, text)


async def _keep(update: Update, context: Context, draft: Draft, text: str) -> None:
    form = ReviewVoiceForm.of(draft)
    review = await voices.say_missing(
        context.session, review_id=form.review_id, text=text, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("review-said"))
    await cards.show_asked(update, context, review)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step)
