"""Look-ups: what is typed next is looked for, until another page is opened, and no cry is taken for a search."""

from telegram import Update

from handlers.frame.attachments import attached, spoken_words
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.views import refusals
from handlers.front.callouts import name_whom_to_call, offer_to_tell
from handlers.wings import WING_FACES
from models.drafts import LOOKING_UP, Draft
from services.conversations import danger, hints
from services.ground import drafts
from services.ground.refusals import Refusal


async def leave(context: Context) -> None:
    """End a look-up, for another page is opened: what is typed from now on is no search."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and draft.dialogue in LOOKING_UP:
        await drafts.discard(context.session, person=context.person)


async def hear(update: Update, context: Context, draft: Draft, conversation: Conversation) -> None:
    """Look for what is typed; a file, or a sentence that cannot be looked for, is heard as outside of dialogues."""
    message = update.effective_message
    said, words = spoken_words(message), len(context.turn.words)
    if attached(message) is not None:
        await _hear_outside(update, context)
        return
    try:
        async with context.session.begin_nested():
            await conversation.on_message(update, context, draft)
    except WING_FACES.over:
        raise
    except Refusal as refusal:
        # What the look-up did was undone.
        await context.session.refresh(context.person)
        if danger.is_told_in(said) or hints.is_stray(said):
            await _hear_outside(update, context)
            return
        context.show(refusals.message(refusal, context.reader, typed=said))
        offer_to_tell(context, words)
        return
    is_cry = danger.is_told_in(said)
    if is_cry:
        name_whom_to_call(context, words)
    if is_cry or (hints.is_stray(said) and not conversation.seeks_sentences):
        offer_to_tell(context, words)


async def _hear_outside(update: Update, context: Context) -> None:
    """End the look-up, and let words go where they do outside of dialogues."""
    await drafts.discard(context.session, person=context.person)
    for hears in WING_FACES.before_menu:
        if await hears(update, context):
            return
