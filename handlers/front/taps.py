"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.people import Language


@dataclass(frozen=True)
class LanguageTap(Tap):
    """A language to speak."""

    word: ClassVar[str] = "l"
    language: Language


@dataclass(frozen=True)
class OffersTap(Tap):
    """A look at what else can be done with an incident."""

    word: ClassVar[str] = "more"
    incident_id: int
