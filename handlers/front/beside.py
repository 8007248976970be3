"""Words said in a dialogue that are not for it, or not for it alone: they reach the coordinating body all the same."""

from telegram import Update

from handlers.conversations import hearing
from handlers.frame.access import COORDINATORS
from handlers.frame.attachments import spoken_words
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.views import refusals
from handlers.front import looking_up
from handlers.front.callouts import name_whom_to_call, under
from handlers.wings import WING_FACES
from models.drafts import LOOKING_UP, Draft
from services.conversations import danger, hints
from services.ground import drafts
from services.ground.refusals import Refusal


async def hear(update: Update, context: Context, draft: Draft) -> None:
    """Let a dialogue hear a message, and bring what was said to the coordinating body where it must get there.

    Words of danger go at once, whatever is asked; what the step cannot read goes as words outside of dialogues do.
    """
    conversation = WING_FACES.conversations[draft.dialogue]
    if draft.dialogue in LOOKING_UP:
        await looking_up.hear(update, context, draft, conversation)
        return
    said = spoken_words(update.effective_message)
    words = len(context.turn.words)
    if context.turn.roles & COORDINATORS or not _may_be_beside(said):
        await conversation.on_message(update, context, draft)
        if danger.is_told_in(said):
            name_whom_to_call(context, words)
        return
    step, stood = draft.step, drafts.standing(draft)
    try:
        async with context.session.begin_nested():
            await conversation.on_message(update, context, draft)
    except WING_FACES.over:
        raise
    except Refusal as refusal:
        is_too_long = "length" in refusal.values
        if not danger.is_told_in(said) and (step in conversation.told or is_too_long or not hints.is_stray(said)):
            raise
        await _take_unread(update, context, conversation, words, refusal)
        return
    now = await drafts.current(context.session, person=context.person)
    is_unread = now is not None and drafts.standing(now) == stood
    if is_unread and (danger.is_told_in(said) or hints.is_stray(said)):
        await _take_unread(update, context, conversation, words, None)
        return
    # What comes with a file is told only when all of it has been said.
    is_told = step in conversation.told and (now is None or now.key != draft.key or not danger.is_told_in(said))
    if not is_told:
        await _take_as_well(update, context, said, words)
    elif danger.is_told_in(said):
        name_whom_to_call(context, words)


def _may_be_beside(said: str) -> bool:
    """Tell whether words may be said to somebody, of the network or not: they ask, cry for help, or are a sentence."""
    return danger.is_told_in(said) or hints.is_stray(said)


async def _take_unread(
    update: Update, context: Context, conversation: Conversation, words: int, refusal: Refusal | None
) -> None:
    """Bring what a step could not read to the coordinating body, and ask again below, in the place of those `words`."""
    message = update.effective_message
    # What the dialogue did was undone.
    await context.session.refresh(context.person)
    draft = await drafts.current(context.session, person=context.person)
    if message is None or draft is None:
        return
    del context.turn.words[words:]
    await hearing.take_beside(context, message)
    asked = await conversation.step(context, draft)
    said = spoken_words(message)
    if refusal is not None and not danger.is_told_in(said) and "?" not in said:
        # It may have been meant for the step.
        asked = under(refusals.message(refusal, context.reader).text, asked)
    context.show(asked)


async def _take_as_well(update: Update, context: Context, said: str, words: int) -> None:
    """Bring to the coordinating body what the dialogue has taken, where it asks something or tells of danger."""
    message = update.effective_message
    if message is None or not (danger.is_told_in(said) or hints.is_question(said)):
        return
    answered = context.turn.words[words:]
    del context.turn.words[words:]
    try:
        async with context.session.begin_nested():
            await hearing.take_beside(context, message, is_kept=True)
    except Refusal as refusal:
        # What was said in the dialogue stands.
        await context.session.refresh(context.person)
        context.send(refusals.message(refusal, context.reader))
    context.turn.words.extend(answered)
