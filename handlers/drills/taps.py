"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from services.drills.contact_counting import ContactHeap


@dataclass(frozen=True)
class AskContactsTap(Tap):
    """The wish to ask everybody of a circle: a sector's word, "all", or "choose" to see whom each would ask."""

    word: ClassVar[str] = "xn"
    verb: str


@dataclass(frozen=True)
class ConfirmContactTap(Tap):
    """The word of a person that the question of a contact test is there."""

    word: ClassVar[str] = "xc"
    test_id: int


@dataclass(frozen=True)
class ContactTestTap(Tap):
    """What a coordinator does with a contact test: `verb` is show, again, end or end-now."""

    word: ClassVar[str] = "xt"
    test_id: int
    verb: str


@dataclass(frozen=True)
class ContactListTap(Tap):
    """A look at a heap of those who were asked, a page at a time."""

    word: ClassVar[str] = "xl"
    test_id: int
    heap: ContactHeap
    page: int
