"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class CorrectTap(Tap):
    """The wish to correct what was sent of an incident."""

    word: ClassVar[str] = "fx"
    incident_id: int


@dataclass(frozen=True)
class AnsweredBeforeTap(Tap):
    """A look at who answered before what was sent was corrected, a page at a time."""

    word: ClassVar[str] = "fb"
    incident_id: int
    page: int


@dataclass(frozen=True)
class TellCorrectionTap(Tap):
    """The wish to tell everybody, in an update, what was corrected last."""

    word: ClassVar[str] = "ft"
    incident_id: int


@dataclass(frozen=True)
class ReopenTap(Tap):
    """The wish to take the end of an incident back, which is asked about."""

    word: ClassVar[str] = "fo"
    incident_id: int


@dataclass(frozen=True)
class ReopenNowTap(Tap):
    """The word that the end of an incident is taken back."""

    word: ClassVar[str] = "fn"
    incident_id: int


@dataclass(frozen=True)
class CallMoreTap(Tap):
    """The wish to call one more business to an incident."""

    word: ClassVar[str] = "fm"
    incident_id: int
