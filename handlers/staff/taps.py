"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class StaffTap(Tap):
    """An owner's wish about the staff: `verb` is one of handlers/staff/views.py, `number` a person, link or page."""

    word: ClassVar[str] = "sf"
    verb: str
    number: int
    role: str = ""


@dataclass(frozen=True)
class StaffOfferTap(Tap):
    """The word of a person who opened a link to the staff: `accepts` is one of the views'."""

    word: ClassVar[str] = "so"
    invitation_id: int
    accepts: int
