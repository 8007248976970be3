"""The shape of a dialogue: how it hears what is typed, how it takes taps, how it shows where one stopped."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Chat, Update
from telegram import Message as TelegramMessage

from handlers.frame.access import Handler
from handlers.frame.context import Context
from handlers.frame.views import dialogues as views
from handlers.frame.views.message import Message
from models.drafts import Draft
from services.ground import drafts


async def _says_nothing(_context: Context, _draft: Draft) -> None:
    """Let go of what was said so far: nothing of it is a word to anybody."""


async def _goes_on_for_ever(_context: Context, _draft: Draft) -> None:
    """Let a dialogue go on, whatever has happened meanwhile."""


async def _leaves_nothing(_context: Context, _draft: Draft) -> None:
    """Leave a dialogue of which nothing waits elsewhere."""


async def _cancelled(context: Context, _draft: Draft) -> Message:
    return views.cancelled(context.reader)


@dataclass(frozen=True)
class Conversation:
    """One kind of dialogue.

    `on_message(update, context, draft)` hears text, contacts, photos and documents; `on_tap(update, context,
    draft, tap)` takes its buttons (the cancel button is taken before); `step(context, draft)` makes the
    message of the step where the draft stands; `leave(context, draft)` the one for a person who cancels, and
    `let_go(context, draft)` ends what waits elsewhere for such a person. The first two declare who may use them.
    `check(context, draft)` raises a refusal that a face names as `over` where what the dialogue is about has ended:
    what is typed then is not for it, and `pass_on(context, draft)` brings what was said before to whom it may
    concern. `takes_files` says that a file is part of what is said; `goes_on` that the menu leads back to where a
    person stopped. `anew` are the steps whose answer decides all that follows: where it is edited, the dialogue
    goes on from there. `in_parts` says that it is begun anew for each part of one thing: what waits for it is shown
    again after the first of them, and not after each. What is said at the steps that are `told` goes to the
    coordinating body by itself. `seeks_sentences` says of a look-up that a whole sentence may be what is looked for.
    """

    on_message: Handler
    on_tap: Handler
    step: Callable[[Context, Draft], Awaitable[Message]]
    leave: Callable[[Context, Draft], Awaitable[Message]] = _cancelled
    let_go: Callable[[Context, Draft], Awaitable[None]] = _leaves_nothing
    check: Callable[[Context, Draft], Awaitable[None]] = _goes_on_for_ever
    pass_on: Callable[[Context, Draft], Awaitable[None]] = _says_nothing
    takes_files: bool = False
    goes_on: bool = True
    in_parts: bool = False
    seeks_sentences: bool = False
    anew: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


async def edited_words(update: Update, context: Context) -> TelegramMessage | None:
    """Give a private message that was edited after it was sent for good, not one that the dialogue still holds."""
    message = update.effective_message
    if message is None or message.chat.type != Chat.PRIVATE or message.location is not None:
        return None
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and drafts.heard_at(draft, message_id=message.message_id) is not None:
        return None
    return message
