"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class CalendarMakeTap(Tap):
    """The wish for a link, new or anew; `times` is how often it was made or taken back when the button was shown."""

    word: ClassVar[str] = "lcm"
    times: int


@dataclass(frozen=True)
class CalendarRevokeTap(Tap):
    """The wish to take the link back; `times` as above."""

    word: ClassVar[str] = "lcr"
    times: int
