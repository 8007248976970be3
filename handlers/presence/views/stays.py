"""What members are told of their own presence."""

from collections.abc import Sequence
from datetime import datetime

from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader


def arrived(reader: Reader, now: datetime, *, in_group: bool) -> str:
    """Confirm that a business is on site; in private a place may be sent, and need not."""
    return reader.label(
        "presence-arrived-in-group" if in_group else "presence-arrived", at=reader.short_moment(now, now)
    )


def left(reader: Reader, now: datetime) -> str:
    """Confirm that a business has gone from the site."""
    return reader.label("presence-left", at=reader.short_moment(now, now))


def stood_down(reader: Reader) -> str:
    """Confirm that a business's people are called back."""
    return reader.label("stood-down")


def place_kept(reader: Reader, codes: Sequence[str]) -> Message:
    """Confirm that a place was kept."""
    return Message(reader.say("presence-place-kept", codes=", ".join(codes)))
