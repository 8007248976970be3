"""Hears what answers the thanks for an honour: whether the business may be named, or words for the coordinators."""

from telegram import Update

from handlers.conversations import hearing
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from handlers.frame.views.spelled import meant_by
from handlers.honours.views import cards as views
from models.honours import HONOUR_SUBJECT
from models.identity import id_of
from services.honours import consent, honours
from services.honours.honours import HonourSheet, HonourUnknown
from services.notation.tlp import before_words

SPELLED = {
    True: ("honour-button-yes",),
    False: ("honour-button-no", "honour-button-take-back", "honour-say-no"),
}


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to the thanks as what it spells, whether a business may be named, or as a question that names them.

    Right after the thanks the words of a button need no reply.
    """
    message = update.effective_message
    if message is None:
        return False
    accepts = meant_by(words_of(message), SPELLED) if attached(message) is None else None
    card = await hearing.card_meant(update, context, HONOUR_SUBJECT, is_spelled=accepts is not None)
    sheet = await _own(context, card.subject_id) if card is not None else None
    if sheet is None:
        return False
    if accepts is not None:
        await consent.say(
            context.session, honour_id=id_of(sheet.honour), accepts=accepts, by=context.person, now=context.now
        )
        context.send(Message(context.reader.say(f"honour-kept-{'yes' if accepts else 'no'}")))
        return True
    office = context.office.reader(context.office.language)
    label = before_words(sheet.label) if sheet.label is not None else ""
    code, title = views.code_of(sheet), views.title_of(office, sheet)
    await hearing.take_named(
        context, message, lambda text: label + office.label("honour-asked", code=code, title=title, text=text)
    )
    return True


async def _own(context: Context, honour_id: int | None) -> HonourSheet | None:
    """Find the honour of a person's business that they may read; None where it is theirs no more."""
    try:
        return await honours.own(context.session, honour_id=honour_id or 0, person=context.person)
    except HonourUnknown:
        return None
