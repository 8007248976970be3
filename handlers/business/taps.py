"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.members import ContactKind


@dataclass(frozen=True)
class BusinessTap(Tap):
    """A page of a business, or a wish about it: `verb` is one of views/membership.py; 0 lists all one's own."""

    word: ClassVar[str] = "bz"
    member_id: int
    verb: str
    page: int = 0


@dataclass(frozen=True)
class RepresentativeTap(Tap):
    """A look at one of a business's people, or a wish about them: `verb` is one of the views'."""

    word: ClassVar[str] = "rp"
    member_id: int
    person_id: int
    verb: str


@dataclass(frozen=True)
class PrimaryTap(Tap):
    """The answer to the offer of a business's primary contact: `accept` is 1 or 0."""

    word: ClassVar[str] = "pc"
    member_id: int
    accept: int


@dataclass(frozen=True)
class InviteTap(Tap):
    """A look at a business's living invitation links, where new ones are made."""

    word: ClassVar[str] = "iv"
    member_id: int
    page: int = 0


@dataclass(frozen=True)
class NewLinkTap(Tap):
    """The wish for a new invitation link; `after` is the newest one that the list showed."""

    word: ClassVar[str] = "il"
    member_id: int
    contact: ContactKind
    after: int


@dataclass(frozen=True)
class RevokeTap(Tap):
    """The wish to take an invitation link back."""

    word: ClassVar[str] = "ir"
    invitation_id: int


@dataclass(frozen=True)
class RevokeNowTap(Tap):
    """The word that an invitation link is taken back, after the question."""

    word: ClassVar[str] = "in"
    invitation_id: int


@dataclass(frozen=True)
class ConfirmTap(Tap):
    """The word that a business's data are right."""

    word: ClassVar[str] = "cf"
    member_id: int


@dataclass(frozen=True)
class OverdueTap(Tap):
    """The businesses that did not confirm their data, a page at a time; one of them is asked again unless it is 0."""

    word: ClassVar[str] = "ov"
    page: int
    member_id: int


@dataclass(frozen=True)
class SuspensionTap(Tap):
    """A coordinator's wish to suspend, reinstate or merge a business: `verb` stands in views/suspension.py."""

    word: ClassVar[str] = "ms"
    member_id: int
    verb: str
