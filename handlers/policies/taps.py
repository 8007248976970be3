"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.incidents import Severity


@dataclass(frozen=True)
class PolicyTap(Tap):
    """A button of a severity's policy: `verb` is show, edit, silence or some; the last two try it out."""

    word: ClassVar[str] = "plc"
    verb: str
    severity: Severity
