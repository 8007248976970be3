"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class OnSiteTap(Tap):
    """The word that a business is on site."""

    word: ClassVar[str] = "pra"
    incident_id: int


@dataclass(frozen=True)
class GoneTap(Tap):
    """The word that a business has gone from the site."""

    word: ClassVar[str] = "prg"
    incident_id: int


@dataclass(frozen=True)
class StandDownTap(Tap):
    """The word that a business's people are called back after the end."""

    word: ClassVar[str] = "s"
    incident_id: int


@dataclass(frozen=True)
class SiteTap(Tap):
    """A look at who is on site and who was, a page at a time."""

    word: ClassVar[str] = "prl"
    incident_id: int
    page: int


@dataclass(frozen=True)
class SitePlacesTap(Tap):
    """The wish to see where those on site are, as far as they said so."""

    word: ClassVar[str] = "prp"
    incident_id: int


@dataclass(frozen=True)
class LateTap(Tap):
    """A look at who has not stood down after the end."""

    word: ClassVar[str] = "prd"
    incident_id: int


@dataclass(frozen=True)
class AskLateTap(Tap):
    """The word that those who have not stood down are asked."""

    word: ClassVar[str] = "prn"
    incident_id: int


@dataclass(frozen=True)
class StrikeLateTap(Tap):
    """A coordinator's word that a business has stood down which nobody can ask in the bot."""

    word: ClassVar[str] = "prx"
    incident_id: int
    member_id: int
