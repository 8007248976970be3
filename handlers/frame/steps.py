"""The one message of a dialogue with live buttons: what a new step replaces loses them."""

from dataclasses import dataclass

from telegram import Chat, Update

from handlers.frame.context import Turn, tapped_message_id
from handlers.frame.taps import DialogueTap
from handlers.frame.views.message import Message
from handlers.frame.words import (
    Retire,
    Send,
    Show,
    TakeButtons,
    Whisper,
)
from models.drafts import Draft
from services.ground import drafts


@dataclass(frozen=True)
class ShownStep:
    """The dialogue (key) that was under way before an update, its step, and the message (id) that showed it."""

    key: str
    step: str
    message_id: int


def key_of(message: Message) -> str | None:
    """Tell to which dialogue (key) the buttons of a message belong, if to any."""
    data = (button.data or "" for row in message.rows for button in row)
    return next((DialogueTap.unpack(one).key for one in data if one.startswith(f"{DialogueTap.word}:")), None)


async def shown_before(turn: Turn) -> ShownStep | None:
    """Tell which message shows the step of the person's dialogue, before an update is heard."""
    draft = await drafts.current(turn.session, person=turn.person)
    if draft is None or draft.message_id is None:
        return None
    return ShownStep(draft.key, draft.step, draft.message_id)


async def take_buttons_of_passed(update: Update, turn: Turn, before: ShownStep | None) -> None:
    """Take the buttons from the message of a step that is over, and keep which message shows the new one."""
    draft = await drafts.current(turn.session, person=turn.person)
    replaced = _replaced(update, turn)
    is_passed = before is not None and _is_passed(before, draft, turn)
    if draft is not None and replaced is not None and _shows(turn, draft):
        draft.message_id = replaced
    elif draft is not None and is_passed:
        # The new message is known when it has been sent.
        draft.message_id = None
    retired = {word.message_id for word in turn.words if isinstance(word, Retire)}
    if before is not None and is_passed and before.message_id not in {replaced, *retired}:
        turn.words.append(TakeButtons(before.message_id))


def _is_passed(before: ShownStep, draft: Draft | None, turn: Turn) -> bool:
    """Tell whether a step is over, or is shown anew by another message."""
    return draft is None or (draft.key, draft.step) != (before.key, before.step) or _shows(turn, draft)


def _replaced(update: Update, turn: Turn) -> int | None:
    """Tell which message (id) in the private chat has something else in its place after this turn."""
    chat = update.effective_chat
    if chat is None or chat.type != Chat.PRIVATE:
        return None
    is_replaced = turn.keeps_tapped or any(isinstance(word, Show) for word in turn.words)
    return tapped_message_id(update) if is_replaced else None


def _shows(turn: Turn, draft: Draft) -> bool:
    """Tell whether a step of a dialogue is said in a turn."""
    words = (word for word in turn.words if isinstance(word, (Show, Send, Whisper)))
    return any(key_of(word.message) == draft.key for word in words)
