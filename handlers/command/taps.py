"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class CommandTap(Tap):
    """A look at who holds the command of an incident."""

    word: ClassVar[str] = "cm"
    incident_id: int


@dataclass(frozen=True)
class CommandChooseTap(Tap):
    """The wish to hand command over: a page of those who may have it."""

    word: ClassVar[str] = "cmc"
    incident_id: int
    page: int


@dataclass(frozen=True)
class CommandToTap(Tap):
    """Whom command is to be offered to."""

    word: ClassVar[str] = "cmt"
    incident_id: int
    person_id: int


@dataclass(frozen=True)
class CommandAskTap(Tap):
    """The wish to have command."""

    word: ClassVar[str] = "cma"
    incident_id: int


@dataclass(frozen=True)
class CommandAnswerTap(Tap):
    """The answer to what another asked: `accepts` is 1 or 0."""

    word: ClassVar[str] = "cmy"
    offer_id: int
    accepts: int


@dataclass(frozen=True)
class CommandOverTap(Tap):
    """The wish to take command from a holder who does not answer."""

    word: ClassVar[str] = "cmo"
    incident_id: int
