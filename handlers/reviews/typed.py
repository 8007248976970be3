"""Hears what one who took part types right after the questions: it adds to what was missing."""

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.conversations import hearing
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.views import refusals
from handlers.frame.views.message import Message
from handlers.reviews.rooms import MEMBERS
from handlers.reviews.taps import ReviewElseTap
from handlers.reviews.views import voices as views
from models.identity import id_of
from models.people import Role
from models.reviews import REVIEW_SUBJECT, Review
from services.conversations import asking, danger, hints
from services.conversations.asking import Spoken
from services.conversations.meaning import About
from services.ground import drafts
from services.reviews import reviews, typed, voices
from services.reviews.voices import MissingLength


async def hear_missing(update: Update, context: Context) -> bool:
    """Add what one who took part types right after the questions, or as a reply to them, to what was missing.

    Words that spell the answer on a button are that answer.
    What is urgent, and what only says that something was read, goes where all words go.
    """
    message = update.effective_message
    if message is None or not _may_be_missing(message) or not await _is_free(context):
        return False
    review = await _asked(update, context, message)
    if review is None:
        return False
    if (tap := views.answer_spelled(context.reader, review, words_of(message))) is not None:
        await voices.tap(
            context.session,
            review_id=id_of(review),
            question=tap.question,
            says_yes=bool(tap.accepts),
            by=context.person,
            now=context.now,
        )
        context.send(Message(context.reader.say("review-said")))
        return True
    # Held, and sent nowhere: it goes as all words do where its person says that it was something else.
    spoken = Spoken(words_of(message), message_id=0, came=context.came)
    question = await asking.hold(context.session, person=context.person, spoken=spoken)
    try:
        await typed.add(context.session, review=review, text=question.text, by=context.person, now=context.now)
    except MissingLength as too_long:
        context.send(views.too_long(context.reader, review, question, refusals.message(too_long, context.reader)))
        return True
    about = await reviews.about(context.session, review=review)
    context.send(views.added(context.reader, review, about, question))
    return True


def _may_be_missing(message: TelegramMessage) -> bool:
    """Tell whether a message is words alone, no command, no cry for help, and more than "đã rõ"."""
    text = words_of(message)
    if not text or text.startswith("/") or attached(message) is not None:
        return False
    return not danger.is_told_in(text) and not hints.is_bare_acknowledgement(text)


async def _is_free(context: Context) -> bool:
    """Tell whether the person is one who is asked, and in no dialogue."""
    if Role.REPRESENTATIVE not in context.turn.roles or context.turn.roles & COORDINATORS:
        return False
    return await drafts.current(context.session, person=context.person) is None


async def _asked(update: Update, context: Context, message: TelegramMessage) -> Review | None:
    """Find the review that words answer: the one whose questions they reply to, else the one that just asked."""
    if message.reply_to_message is None:
        return await typed.just_asked(context.session, person=context.person, now=context.now)
    review_id = await hearing.subject_replied_to(update, context, REVIEW_SUBJECT)
    if review_id is None:
        return None
    return await typed.still_asked(context.session, review_id=review_id, person=context.person)


@allow(MEMBERS)
async def on_else(update: Update, context: Context) -> None:
    """Take words out of what was missing, and bring them where such words go."""
    tap = ReviewElseTap.unpack(tapped_data(update))
    question = await asking.own(context.session, question_id=tap.question_id, person=context.person)
    text = question.text
    await asking.drop(context.session, question=question)
    await typed.take_out(context.session, review_id=tap.review_id, text=text, by=context.person, now=context.now)
    context.show(views.taken_out(context.reader))
    await hearing.take_over(context, Spoken(text, message_id=0, came=context.came), About())
