"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class UnchangedTap(Tap):
    """The word that nothing is new, sent at once."""

    word: ClassVar[str] = "upn"
    incident_id: int


@dataclass(frozen=True)
class TakeBackTap(Tap):
    """The wish to take back an update."""

    word: ClassVar[str] = "upb"
    notice_id: int


@dataclass(frozen=True)
class AcknowledgeTap(Tap):
    """The word that an update was seen."""

    word: ClassVar[str] = "upk"
    notice_id: int


@dataclass(frozen=True)
class SeenTap(Tap):
    """A look at who has acknowledged an update, a page at a time."""

    word: ClassVar[str] = "use"
    notice_id: int
    page: int


@dataclass(frozen=True)
class RemindSeenTap(Tap):
    """The wish to ask those again who have not acknowledged an update, which is asked about."""

    word: ClassVar[str] = "usr"
    notice_id: int


@dataclass(frozen=True)
class RemindSeenNowTap(Tap):
    """The word that those are asked again who have not acknowledged an update."""

    word: ClassVar[str] = "usn"
    notice_id: int
