"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class DutyTap(Tap):
    """A business's duty roster: `verb` is show, hours, weeks, order or clear."""

    word: ClassVar[str] = "dy"
    member_id: int
    verb: str
