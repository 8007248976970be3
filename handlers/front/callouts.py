"""What is put to a message that answers words which may be a cry: whom to call, and the way to tell of it."""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from handlers.conversations.views.asking import whom_to_call
from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.words import Send, Show
from handlers.reports.taps import ReportNewTap
from models.people import Role


def name_whom_to_call(context: Context, words: int) -> None:
    """Say whom to call above the first message that was said after so many words."""
    numbers = whom_to_call(context.reader)
    if not _change_first(context, words, lambda message: under(numbers, message)):
        context.send(Message(numbers))


def offer_to_tell(context: Context, words: int) -> None:
    """Put a button to declare or to report, as the person may, under the first message that was said after `words`."""
    button = _way_to_tell(context)
    if button is not None:
        _change_first(context, words, lambda message: replace(message, rows=(*message.rows, (button,))))


def _way_to_tell(context: Context) -> Button | None:
    """Give the button that leads to a declaration or a report; who may do neither has their words heard elsewhere."""
    if context.turn.roles & COORDINATORS:
        return Button(context.reader.label("menu-entry-declare"), MenuTap("declare").pack(), Style.DANGER)
    if Role.REPRESENTATIVE in context.turn.roles:
        return Button(context.reader.label("menu-entry-report"), ReportNewTap().pack())
    return None


def _change_first(context: Context, words: int, change: Callable[[Message], Message]) -> bool:
    """Change the first message that was said after so many words; tell whether there is one."""
    for number, word in enumerate(context.turn.words[words:], words):
        if isinstance(word, (Show, Send)):
            context.turn.words[number] = replace(word, message=change(word.message))
            return True
    return False


def under(first: Markup, message: Message) -> Message:
    """Show a message below some words."""
    return replace(message, text=Markup("\n\n").join([first, message.text]))
