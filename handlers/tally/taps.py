"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from services.tally.counting import AnswerGroup


@dataclass(frozen=True)
class TallyTap(Tap):
    """A look at an incident's tally."""

    word: ClassVar[str] = "t"
    incident_id: int


class TallyPart(StrEnum):
    """What stands behind the tally: the lists of businesses, and what can be written to them."""

    LISTS = "lists"
    WRITE = "write"


@dataclass(frozen=True)
class TallyPartTap(Tap):
    """A look at what stands behind the tally."""

    word: ClassVar[str] = "tv"
    incident_id: int
    part: TallyPart


@dataclass(frozen=True)
class TallyDownTap(Tap):
    """The wish to have the tally as the newest message."""

    word: ClassVar[str] = "td"
    incident_id: int


@dataclass(frozen=True)
class ListTap(Tap):
    """A look at one heap of the tally, a page at a time."""

    word: ClassVar[str] = "h"
    incident_id: int
    group: AnswerGroup
    page: int


@dataclass(frozen=True)
class LeavesTap(Tap):
    """The wish to turn to a page of a heap by the name with which it begins."""

    word: ClassVar[str] = "hl"
    incident_id: int
    group: AnswerGroup


@dataclass(frozen=True)
class CalledTap(Tap):
    """A look at one business that was called, from a page of a list."""

    word: ClassVar[str] = "hm"
    incident_id: int
    member_id: int
    group: AnswerGroup
    page: int


@dataclass(frozen=True)
class AnswerFilesTap(Tap):
    """The wish to see the files that came beside a business's answer."""

    word: ClassVar[str] = "hf"
    incident_id: int
    member_id: int


@dataclass(frozen=True)
class RemindTap(Tap):
    """The wish to remind the silent ones, which is asked about."""

    word: ClassVar[str] = "r"
    incident_id: int


@dataclass(frozen=True)
class RemindNowTap(Tap):
    """The word that the silent ones are reminded."""

    word: ClassVar[str] = "rn"
    incident_id: int


@dataclass(frozen=True)
class HandlingTap(Tap):
    """The word that help is under way."""

    word: ClassVar[str] = "g"
    incident_id: int


@dataclass(frozen=True)
class UnhandledTap(Tap):
    """The word that help is not under way after all."""

    word: ClassVar[str] = "go"
    incident_id: int


@dataclass(frozen=True)
class ResendTap(Tap):
    """The wish to send again what failed."""

    word: ClassVar[str] = "rs"
    incident_id: int


@dataclass(frozen=True)
class ResendNowTap(Tap):
    """The word that what failed is sent again."""

    word: ClassVar[str] = "rg"
    incident_id: int


@dataclass(frozen=True)
class UnsentTap(Tap):
    """A look at those who have not got what was sent to them, a page at a time."""

    word: ClassVar[str] = "ru"
    incident_id: int
    page: int
