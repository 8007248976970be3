"""Hears a reply to the card of an advisory: whoever asks back reaches the coordinators, as with any question."""

from dataclasses import replace

from sqlmodel import col, select
from telegram import Update

from handlers.frame.access import COORDINATORS
from handlers.frame.attachments import album_of, attached, spoken_words
from handlers.frame.context import Context
from models.advisories import ADVISORY_SUBJECT, Advisory
from models.broadcasts import Broadcast, Delivery
from models.people import Role
from models.tlp import NARROW
from services.conversations import asking, cards
from services.conversations.asking import Spoken
from services.notation.tlp import written


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to a message about an advisory as a question that names it."""
    message = update.effective_message
    answered = message.reply_to_message if message is not None else None
    if message is None or answered is None or not (spoken_words(message) or attached(message)):
        return False
    is_staff = bool(context.turn.roles & COORDINATORS)
    if Role.REPRESENTATIVE not in context.turn.roles or is_staff:
        return False
    advisory = await _about(context, str(message.chat.id), answered.message_id)
    if advisory is None:
        return False
    spoken = Spoken(
        spoken_words(message), message.message_id, context.came, file=attached(message), album=album_of(message)
    )
    session, person, now = context.session, context.person, context.now
    if await asking.join_album(session, person=person, spoken=spoken, now=now):
        return True
    office = context.office.reader(context.office.language)
    label = f"{written(advisory.tlp)} · " if advisory.tlp in NARROW else ""
    words = office.label("advisory-asked", code=advisory.code, title=advisory.title, text=spoken.text)
    question = await asking.hold(session, person=person, spoken=replace(spoken, text=label + words))
    await asking.send(session, question=question, concern=None, now=now)
    await cards.confirm(session, question=question, now=now)
    return True


async def _about(context: Context, address: str, message_id: int) -> Advisory | None:
    """Find the advisory that one of our messages in a chat is about."""
    query = (
        select(Broadcast)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.address == address, Delivery.message_id == message_id)
        .order_by(col(Delivery.id).desc())
        .limit(1)
    )
    broadcast = (await context.session.exec(query)).first()
    if broadcast is None or broadcast.subject != ADVISORY_SUBJECT:
        return None
    return await context.session.get(Advisory, broadcast.subject_id)
