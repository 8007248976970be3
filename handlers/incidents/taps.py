"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.incidents import NoticeAudience
from models.responses import Answer
from models.tlp import Tlp


@dataclass(frozen=True)
class AnswerTap(Tap):
    """A member's answer to an incident."""

    word: ClassVar[str] = "a"
    incident_id: int
    answer: Answer


@dataclass(frozen=True)
class DetailsTap(Tap):
    """A look at an incident's details."""

    word: ClassVar[str] = "i"
    incident_id: int


@dataclass(frozen=True)
class CardTap(Tap):
    """The wish to have one's own card with its answer buttons at the end of the chat."""

    word: ClassVar[str] = "ic"
    incident_id: int


@dataclass(frozen=True)
class OfferTap(Tap):
    """The wish to say what comes with an answer."""

    word: ClassVar[str] = "o"
    incident_id: int


@dataclass(frozen=True)
class NoticeTap(Tap):
    """The wish to write to those alerted."""

    word: ClassVar[str] = "n"
    incident_id: int
    audience: NoticeAudience


@dataclass(frozen=True)
class CloseTap(Tap):
    """The wish to end an incident."""

    word: ClassVar[str] = "c"
    incident_id: int


@dataclass(frozen=True)
class UsefulTap(Tap):
    """Whether an alert was useful: `useful` is 1 or 0."""

    word: ClassVar[str] = "u"
    incident_id: int
    useful: int


@dataclass(frozen=True)
class TouchedTap(Tap):
    """The systems that an incident touches: `verb` is show, add, less, raise, call, duties or rules."""

    word: ClassVar[str] = "iy"
    incident_id: int
    verb: str


@dataclass(frozen=True)
class TouchedSystemTap(Tap):
    """One system of an incident: `verb` is take, or drop."""

    word: ClassVar[str] = "is"
    incident_id: int
    system_id: int
    verb: str


@dataclass(frozen=True)
class LegalDutyTap(Tap):
    """What must be told by law: `verb` is show, told, again, move or drop."""

    word: ClassVar[str] = "id"
    duty_id: int
    verb: str


@dataclass(frozen=True)
class LabelsTap(Tap):
    """A look at the labels that say how far an incident may be told."""

    word: ClassVar[str] = "lb"
    incident_id: int


@dataclass(frozen=True)
class LabelTap(Tap):
    """A label for an incident; a wider one is asked about."""

    word: ClassVar[str] = "la"
    incident_id: int
    label: Tlp


@dataclass(frozen=True)
class LabelSurelyTap(Tap):
    """The word that an incident gets a wider label than the one that was asked about, `before`; "" is none."""

    word: ClassVar[str] = "ls"
    incident_id: int
    label: Tlp
    before: str


class NamingVerb(StrEnum):
    """What is wished for of a person: to be named once asked about, to be named, or to be left out."""

    ASK = "ask"
    NAME = "name"
    LEAVE_OUT = "out"


@dataclass(frozen=True)
class RecipientsTap(Tap):
    """A look at a page of the people for whom alone an incident is, or may be."""

    word: ClassVar[str] = "nr"
    incident_id: int
    page: int


@dataclass(frozen=True)
class RecipientTap(Tap):
    """A wish about one person (id) among those for whom alone an incident is, or may be."""

    word: ClassVar[str] = "nw"
    incident_id: int
    person_id: int
    verb: NamingVerb
