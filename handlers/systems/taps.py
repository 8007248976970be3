"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class SystemsTap(Tap):
    """A page of the systems that have some words (a search key), or of all."""

    word: ClassVar[str] = "sl"
    page: int
    text: str = ""


@dataclass(frozen=True)
class SystemTap(Tap):
    """A system: `verb` is show, people, edit, retire, or surely; add has no id."""

    word: ClassVar[str] = "sy"
    system_id: int
    verb: str
