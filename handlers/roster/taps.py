"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class MemberTap(Tap):
    """A look at a business of the roster: `verb` is show, people (with a page of them) or phone."""

    word: ClassVar[str] = "mb"
    member_id: int
    verb: str
    page: int


@dataclass(frozen=True)
class ContactTap(Tap):
    """The wish to keep the contact of a person of the roster."""

    word: ClassVar[str] = "mc"
    representative_id: int
