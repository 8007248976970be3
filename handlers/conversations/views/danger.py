"""What is said of words that tell of danger to lives: to coordinators above all else, to whoever wrote them below."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from services.conversations import danger


def alarm(reader: Reader, texts: Sequence[str | None], *, in_drill: bool = False) -> Markup | None:
    """Say to coordinators that words tell of danger; what is said in a drill does so where it names no drill."""
    tells = danger.breaks_into_a_drill if in_drill else danger.is_told_in
    return reader.say("question-tells-of-danger") if any(tells(text) for text in texts if text) else None


def with_whom_to_call(reader: Reader, message: Message, words: str) -> Message:
    """Add whom to call to what confirms words, where these tell of danger to lives."""
    if not danger.is_told_in(words):
        return message
    return replace(message, text=Markup("\n").join([message.text, reader.say("question-danger")]))
