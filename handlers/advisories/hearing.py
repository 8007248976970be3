"""Hears what answers the card of an advisory: whoever asks back reaches the coordinators, as with any question."""

from telegram import Update

from handlers.advisories.rooms import keep_answer
from handlers.conversations import hearing
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from handlers.frame.views.spelled import meant_by
from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryAnswer
from models.identity import id_of
from services.notation.tlp import before_words


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to a message about an advisory as a question that names it, or as the answer that it spells.

    Right after that message the words of an answer need no reply.
    """
    message = update.effective_message
    if message is None:
        return False
    keys = {said: (f"advisory-button-{said}", f"advisory-answer-{said}") for said in AdvisoryAnswer}
    said = meant_by(words_of(message), keys) if attached(message) is None else None
    card = await hearing.card_meant(update, context, ADVISORY_SUBJECT, is_spelled=said is not None)
    advisory = await context.session.get(Advisory, card.subject_id) if card is not None else None
    if advisory is None:
        return False
    if said is not None:
        await keep_answer(context, advisory_id=id_of(advisory), said=said)
        context.send(Message(context.reader.say(f"advisory-kept-{said}")))
        return True
    office = context.office.reader(context.office.language)
    label, code, title = before_words(advisory.tlp), advisory.code, advisory.title
    await hearing.take_named(
        context, message, lambda text: label + office.label("advisory-asked", code=code, title=title, text=text)
    )
    return True
