"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class CapabilityTap(Tap):
    """A change of the catalogue: `verb` is list, add, choose, retire or confirm; choose has a page for an id."""

    word: ClassVar[str] = "k"
    verb: str
    capability_id: int
