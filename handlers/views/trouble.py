"""Trouble in the system itself, in words for its owners."""

from handlers.views.message import Message
from handlers.views.reader import Reader


def quarantined(reader: Reader, *, update_id: int) -> Message:
    """Tell of an update that was set aside; its content stays out of the chat."""
    return Message(reader.say("trouble-quarantined", update_id=str(update_id)))


def sorry(reader: Reader) -> Message:
    """Tell a person that what they did could not be applied."""
    return Message(reader.say("trouble-sorry"))


def sorry_in_short(reader: Reader) -> str:
    """Say the same as the answer to a tap."""
    return reader.label("trouble-sorry")
