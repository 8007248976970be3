"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.capabilities import Unit


@dataclass(frozen=True)
class CapabilityTap(Tap):
    """A button of the catalogue: `verb` is list, add, choose, retire, confirm, units or unit.

    List, choose and units have a page for an id.
    """

    word: ClassVar[str] = "k"
    verb: str
    capability_id: int


@dataclass(frozen=True)
class CapabilityUnitTap(Tap):
    """Another unit for a capability: `verb` is ask, or change, which it does."""

    word: ClassVar[str] = "ku"
    verb: str
    capability_id: int
    unit: Unit
