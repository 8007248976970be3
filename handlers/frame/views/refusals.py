"""How a refusal is said."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.texts import Value
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from services.ground.refusals import Refusal


def message(refusal: Refusal, reader: Reader, *, typed: str = "") -> Message:
    """Say a refusal as a message; before it what was `typed`, where that was misread or is out of range."""
    said = reader.say(refusal.key(), **_values(refusal, reader))
    if not refusal.says_back or not typed:
        return Message(said)
    return Message(
        Markup("\n").join([reader.say("refused-typed", typed=shorten(" ".join(typed.split()), ECHOED)), said])
    )


def plain(refusal: Refusal, reader: Reader) -> str:
    """Say a refusal as the answer to a tap."""
    return reader.label(refusal.key(), **_values(refusal, reader))


def _values(refusal: Refusal, reader: Reader) -> dict[str, Value]:
    """Write instants in the reader's way; other values stand as they are."""
    return {name: _written(value, reader) for name, value in refusal.values.items()}


def _written(value: object, reader: Reader) -> Value:
    if isinstance(value, datetime):
        return reader.moment(value)
    return value if isinstance(value, int | float) else str(value)
