"""Leads what a person says or taps in a dialogue to that dialogue's own room."""

import re
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

from pydantic import ValidationError
from telegram import Chat, Update

from handlers.conversations import hearing
from handlers.frame.access import ANYWHERE, COORDINATORS, EVERYONE, Handler, allow, allowed_roles
from handlers.frame.attachments import album_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.faces import Hearing
from handlers.frame.taps import DialogueTap
from handlers.frame.views import dialogues as views
from handlers.frame.views import refusals
from handlers.frame.views.spelled import spelled_button
from handlers.frame.words import (
    Retire,
)
from handlers.front import beside
from handlers.front.menu import nearest_command, show_menu, show_nearest_command
from handlers.wings import WING_FACES
from models.drafts import LOOKING_UP, Draft
from models.people import Role
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.ground.refusals import Refusal

NOBODY: frozenset[Role] = frozenset()
# For so long after a question what is typed is taken for its answer, even if the matter has ended meanwhile.
STILL_MEANT = timedelta(minutes=15)
# No button that is typed word by word has more of them.
MOST_WORDS = 6


@allow(EVERYONE)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of a dialogue; one of an older dialogue gets DraftGone."""
    tap = DialogueTap.unpack(tapped_data(update))
    draft = await drafts.tapped(context.session, person=context.person, key=tap.key)
    if tap.verb in views.OF_ONE_STEP and tap.value not in ("", draft.step):
        raise StepPassed
    conversation, waits = WING_FACES.conversations[draft.dialogue], drafts.waits_for(draft)
    if tap.verb == views.CANCEL:
        await _leave(context, draft)
    else:
        await _led(update, context, conversation.on_tap(update, context, draft, tap))
    await _go_on(context, waits, after=conversation)


async def _go_on(context: Context, key: str | None, *, after: Conversation) -> None:
    """Show the dialogue (key) again that waited until another one was over."""
    draft = await _current(context) if key is not None else None
    if draft is None or draft.key != key or (after.in_parts and draft.shown_again):
        return
    draft.shown_again = True
    conversation = WING_FACES.conversations[draft.dialogue]
    try:
        await conversation.check(context, draft)
        step = await conversation.step(context, draft)
    except WING_FACES.over as late:
        await drafts.discard(context.session, person=context.person)
        # What the person has just ended themselves is said already: "🚨 Khai báo" of the report that the words were on.
        if late.values.get("at") != context.now:
            context.send(refusals.message(late, context.reader))
        await conversation.pass_on(context, draft)
        return
    context.send(views.gone_on(context.reader, step))


@allow(EVERYONE)
async def on_message(update: Update, context: Context) -> None:
    """Hear text, a contact or a file: in a dialogue it belongs there, else a wing may hear it, or the menu helps on."""
    if await _is_heard(update, context, WING_FACES.before_dialogues):
        return
    begun = await _current(context)
    waits = drafts.waits_for(begun)
    draft = await _living(context)
    if draft is not None:
        if (meant := nearest_command(update, context)) is not None:
            # A slip of the finger in a command: its step says no more than that it wants words.
            asked = await WING_FACES.conversations[draft.dialogue].step(context, draft)
            context.show(views.under(meant, asked))
            return
        conversation = WING_FACES.conversations[draft.dialogue]
        spelled = await _spelled(update, context, draft)
        if spelled is None:
            await _hear(update, context, draft)
        else:
            await _led(update, context, conversation.on_tap(update, context, draft, spelled))
        await _go_on(context, waits, after=conversation)
    elif begun is not None and waits is not None:
        await _go_on(context, waits, after=WING_FACES.conversations[begun.dialogue])
    elif begun is not None and _was_for(context, begun):
        return
    elif not show_nearest_command(update, context) and not await _is_heard(update, context, WING_FACES.before_menu):
        # A sticker, a die, a game: nobody can be sent it, and its sender is told so.
        await show_menu(context, greeting=False, unread=True)


@allow(EVERYONE, places=ANYWHERE)
async def on_group_message(update: Update, context: Context) -> None:
    """Hear what is written in a business's group: a wing may hear it, else it may be said to the coordinators."""
    if context.turn.group is None or await _is_heard(update, context, WING_FACES.in_groups):
        return
    await hearing.take_group_words(update, context)


async def _spelled(update: Update, context: Context, draft: Draft) -> DialogueTap | None:
    """Tell which button of the step words spell: they count as the tap, but where that sends or gives up something."""
    message = update.effective_message
    typed = (message.text or "") if message is not None else ""
    conversation = WING_FACES.conversations[draft.dialogue]
    if not typed or len(typed.split()) > MOST_WORDS or typed.startswith("/") or draft.dialogue in LOOKING_UP:
        return None
    try:
        step = await conversation.step(context, draft)
    except Refusal:
        # What it is about has ended meanwhile: whoever hears the words says so.
        return None
    found = spelled_button(typed, step.rows)
    if found is None or found.style is not None or not re.match(DialogueTap.pattern(), found.data):
        return None
    tap = DialogueTap.unpack(found.data)
    return tap if tap.verb != views.CANCEL else None


def _was_for(context: Context, over: Draft) -> bool:
    """Tell whether what a coordinator typed was for what has just ended: of such words no incident is made."""
    return bool(context.turn.roles & COORDINATORS) and context.now - over.updated_at < STILL_MEANT


async def _is_heard(update: Update, context: Context, hearings: Sequence[Hearing]) -> bool:
    """Ask the wings, one after the other, whether a message is for them."""
    for hear in hearings:
        if await hear(update, context):
            return True
    return False


@allow(EVERYONE, places=ANYWHERE)
async def on_edit(update: Update, context: Context) -> None:
    """Hear that a person has edited what they wrote: in a dialogue it counts in the place of what it was.

    What is edited in the operations group is heard beside: it is no word to the bot.
    """
    if context.turn.operations is not None:
        return
    if await _is_heard(update, context, WING_FACES.edited):
        return
    message = update.effective_message
    # A place that moves is edited by itself, all the time.
    if message is None or message.location is not None or message.chat.type != Chat.PRIVATE:
        return
    draft = await _current(context)
    step = drafts.heard_at(draft, message_id=message.message_id) if draft is not None else None
    if draft is not None and step is not None:
        await _hear_again(update, context, draft, step)
    else:
        context.send(views.not_corrected(context.reader))


async def _hear(update: Update, context: Context, draft: Draft) -> None:
    """Let a dialogue hear a message, and keep at which step it did.

    An album comes as so many messages: what is nothing to the step gets one answer for all of them.
    """
    step, message = draft.step, update.effective_message
    stood, words = drafts.standing(draft), len(context.turn.words)
    album = album_of(message) if message is not None else ""
    follows = bool(album) and drafts.has_heard_of(draft, album=album, step=step)
    await _led(update, context, beside.hear(update, context, draft))
    now = await drafts.current(context.session, person=context.person)
    if message is not None and now is not None and now.key == draft.key:
        drafts.hear(now, message_id=message.message_id, step=step, album=album)
        if follows and drafts.standing(now) == stood:
            del context.turn.words[words:]


async def _hear_again(update: Update, context: Context, draft: Draft, step: str) -> None:
    """Hear a message at the step where it was said, and go on where the person is: only that answer has changed."""
    conversation, stood, words = WING_FACES.conversations[draft.dialogue], draft.step, len(context.turn.words)
    draft.step = step
    await _hear(update, context, draft)
    now = await drafts.current(context.session, person=context.person)
    if now is None or now.key != draft.key or now.step == step or step in conversation.anew:
        context.send(views.corrected(context.reader))
        return
    now.step = stood
    del context.turn.words[words:]
    context.send(views.with_correction(context.reader, await conversation.step(context, now)))


@allow(EVERYONE)
async def on_file(update: Update, context: Context) -> None:
    """Hand a file to the wing that takes such files from this person, unless a dialogue waits for one."""
    taker = _taker(update)
    may_use = taker is not None and context.turn.roles & (allowed_roles(taker) or NOBODY)
    if taker is None or not may_use or await _is_said_in_dialogue(context):
        await on_message(update, context)
        return
    await taker(update, context)


def _taker(update: Update) -> Handler | None:
    """Find the handler that takes a file by how its name ends."""
    document = update.effective_message.document if update.effective_message is not None else None
    name = (document.file_name or "").lower() if document is not None else ""
    return next((handler for ending, handler in WING_FACES.files.items() if name.endswith(f".{ending}")), None)


async def _is_said_in_dialogue(context: Context) -> bool:
    draft = await drafts.current(context.session, person=context.person)
    return draft is not None and WING_FACES.conversations[draft.dialogue].takes_files


async def _current(context: Context) -> Draft | None:
    """Find the person's dialogue; one that their role no longer includes is dropped."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None or _may_go_on(context, draft):
        return draft
    await drafts.discard(context.session, person=context.person)
    return None


def _may_go_on(context: Context, draft: Draft) -> bool:
    """Tell whether the person's role still includes a dialogue: its steps show what only such a role may read."""
    allowed = allowed_roles(WING_FACES.conversations[draft.dialogue].on_message) or NOBODY
    return bool(context.turn.roles & allowed)


async def _living(context: Context) -> Draft | None:
    """Find the person's dialogue; one about what has ended is dropped, with a word, and hears nothing any more."""
    draft = await _current(context)
    if draft is None:
        return None
    try:
        await WING_FACES.conversations[draft.dialogue].check(context, draft)
    except WING_FACES.over as late:
        await drafts.discard(context.session, person=context.person)
        context.send(refusals.message(late, context.reader))
        await WING_FACES.conversations[draft.dialogue].pass_on(context, draft)
        return None
    return draft


async def _led(update: Update, context: Context, step: Coroutine[Any, Any, None]) -> None:
    """Let a dialogue go on; one about what has ended meanwhile is over."""
    try:
        await step
    except WING_FACES.over as late:
        # Not left to the dispatcher, which would undo the end of this dialogue as well.
        await drafts.discard(context.session, person=context.person)
        if update.callback_query is not None:
            context.notice(refusals.plain(late, context.reader), urgent=True)
        else:
            context.send(refusals.message(late, context.reader))


@allow(EVERYONE)
async def on_cancel(update: Update, context: Context) -> None:
    """Drop the dialogue under way (`/huy`)."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None:
        context.show(views.nothing_to_cancel(context.reader))
        return
    conversation, waits = WING_FACES.conversations[draft.dialogue], drafts.waits_for(draft)
    await _leave(context, draft)
    await _go_on(context, waits, after=conversation)


async def _leave(context: Context, draft: Draft) -> None:
    await _retire(context, draft)
    await WING_FACES.conversations[draft.dialogue].let_go(context, draft)
    await drafts.discard(context.session, person=context.person)
    context.show(await WING_FACES.conversations[draft.dialogue].leave(context, draft))


async def _retire(context: Context, draft: Draft) -> None:
    """Say on the message of the step that it was cancelled; of a look-up nothing is asked."""
    conversation = WING_FACES.conversations[draft.dialogue]
    if draft.message_id is None or not conversation.goes_on or not _may_go_on(context, draft):
        return
    try:
        step = await conversation.step(context, draft)
    except (Refusal, ValidationError):
        # What it is about has ended meanwhile, or what was said cannot be read, which the update before told of: its
        # message loses its buttons all the same, and whoever wants to leave can.
        return
    context.turn.words.append(Retire(draft.message_id, views.retired(context.reader, step)))


async def resume(context: Context) -> bool:
    """Show the step at which the person stopped; tell whether there is one. Nobody goes on with a look-up."""
    draft = await _living(context)
    if draft is None or not WING_FACES.conversations[draft.dialogue].goes_on:
        return False
    try:
        context.show(await WING_FACES.conversations[draft.dialogue].step(context, draft))
    except WING_FACES.over as late:
        await drafts.discard(context.session, person=context.person)
        context.send(refusals.message(late, context.reader))
        return False
    return True
