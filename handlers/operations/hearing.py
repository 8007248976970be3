"""Hears what is written in the operations group: words in an incident's topic are its log."""

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import ANYWHERE, EVERYONE, allow
from handlers.frame.attachments import album_of, attached, words_of
from handlers.frame.context import Context
from handlers.operations import general
from services.operations import log
from services.operations.log import Written
from services.people import accounts


@allow(EVERYONE, places=ANYWHERE)
async def on_words(update: Update, context: Context) -> None:
    """Keep what somebody wrote in an incident's topic; for words outside of every topic it is asked whose they are."""
    message, group = update.message, context.turn.operations
    if message is None or group is None:
        return
    written = _written(message)
    if not (written.text or written.file):
        return
    incident_id = await log.concerned(context.session, group=group, written=written)
    if incident_id is None:
        await general.hear(context, group, written, at=message.date)
        return
    if await general.is_no_author(context, group):
        return
    await log.write(
        context.session, group=group, incident_id=incident_id, written=written, by=context.person, now=message.date
    )


@allow(EVERYONE, places=ANYWHERE)
async def on_edit(update: Update, context: Context) -> None:
    """Keep the words to which somebody changed what they wrote, beside what it was."""
    message, group = update.edited_message, context.turn.operations
    if message is None or group is None or context.turn.is_newcomer:
        return
    if await accounts.was_staff(context.session, person=context.person):
        return
    await log.change(
        context.session,
        group=group,
        message_id=message.message_id,
        text=words_of(message),
        by=context.person,
        now=message.edit_date or context.now,
    )


def _written(message: TelegramMessage) -> Written:
    """Read what came; in a topic every message answers the one with which it began, unless it answers another."""
    answered = message.reply_to_message
    is_answer = answered is not None and answered.forum_topic_created is None
    return Written(
        text=words_of(message),
        message_id=message.message_id,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        answers=answered.message_id if answered is not None and is_answer else None,
        file=attached(message),
        album=album_of(message),
    )
