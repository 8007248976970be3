"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class ApplicationTap(Tap):
    """A coordinator's way with an application: `verb` is show, approve, reject or ask; list has no application."""

    word: ClassVar[str] = "p"
    application_id: int
    verb: str


@dataclass(frozen=True)
class CorrectionTap(Tap):
    """An applicant's wish to correct an application that was sent back."""

    word: ClassVar[str] = "q"
    application_id: int
