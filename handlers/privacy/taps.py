"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class PrivacyTap(Tap):
    """A wish about one's own data: `verb` is one of handlers/privacy/views/my_data.py, with what belongs to it."""

    word: ClassVar[str] = "pd"
    verb: str
    value: str = ""
