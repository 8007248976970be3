"""Hears what a coordinator types on the page of a review: a remark for one of its parts, or something else."""

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.conversations import clear_words
from handlers.conversations.forms import ClearWordsForm
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import words_only
from handlers.frame.views.message import Message
from handlers.reviews import cards
from handlers.reviews.forms import ReviewRemarkForm
from handlers.reviews.views import writing as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.reviews import Review, ReviewPart
from services.conversations import danger
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.reviews import reviews, typed, writing

ASKED = "asked"


async def hear_remark(update: Update, context: Context) -> bool:
    """Ask to which part of a review belongs what was typed on its page, or as a reply to it; what is urgent does not.

    It is not asked in a dialogue, nor of files.
    """
    message = update.effective_message
    if message is None or not context.turn.roles & COORDINATORS or not _may_be_remark(message):
        return False
    if await drafts.current(context.session, person=context.person) is not None:
        return False
    review = await _page(context, message)
    if review is None:
        return False
    about = await reviews.about(context.session, review=review)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REVIEW_REMARK,
        step=ASKED,
        data=ReviewRemarkForm(id_of(review), about.code, words_of(message)).write(),
        now=context.now,
    )
    context.show(await step(context, draft))
    return True


def _may_be_remark(message: TelegramMessage) -> bool:
    text = words_of(message)
    is_words = bool(text) and not text.startswith("/") and attached(message) is None
    return is_words and not danger.is_told_in(text)


async def _page(context: Context, message: TelegramMessage) -> Review | None:
    answered = message.reply_to_message
    if answered is None:
        return await typed.page_before(context.session, person=context.person, now=context.now)
    return await typed.page_in(context.session, address=str(message.chat.id), message_id=answered.message_id)


async def step(context: Context, draft: Draft) -> Message:
    """Make the question to which part the words are added."""
    form = ReviewRemarkForm.of(draft)
    return views.ask_where(context.reader, draft, form.code, form.text)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Take what is written next in the place of what was written before; what is urgent is for no review."""
    message = update.effective_message
    if message is None:
        return
    text = words_of(message)
    if danger.is_told_in(text):
        context.show(await clear_words.asked(context, ClearWordsForm(text)))
        return
    if not _may_be_remark(message):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    drafts.go(draft, step=ASKED, now=context.now, form=replace(ReviewRemarkForm.of(draft), text=text))
    context.show(await step(context, draft))


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Add the words to a part, or ask what else is to become of them."""
    form = ReviewRemarkForm.of(draft)
    if tap.verb == views.OTHER:
        context.show(await clear_words.asked(context, ClearWordsForm(form.text)))
        return
    if tap.verb != views.ADD or tap.value not in reviews.WRITTEN:
        raise StepPassed
    review = await writing.add(
        context.session,
        review_id=form.review_id,
        part=ReviewPart(tap.value),
        text=form.text,
        by=context.person,
        now=context.now,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("review-kept"))
    await cards.show_page(update, context, review)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, goes_on=False)
