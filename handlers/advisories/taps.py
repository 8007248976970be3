"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.advisories import AdvisoryAnswer
from services.advisories.answering import AdvisoryHeap


class AdvisoryWish(StrEnum):
    """What a coordinator wishes to change: a part of an advisory, or to withdraw it."""

    TITLE = "title"
    WHAT = "what"
    TODO = "todo"
    DUE = "due"
    WITHDRAW = "withdraw"


class ChannelVerb(StrEnum):
    """What an owner does with a public channel: look at it, bind it, be asked, let it go."""

    SHOW = "show"
    BIND = "bind"
    ASK = "ask"
    LET_GO = "go"


@dataclass(frozen=True)
class AdvisoryListTap(Tap):
    """A look at advisories, a page at a time."""

    word: ClassVar[str] = "cbl"
    page: int


@dataclass(frozen=True)
class AdvisoryNewTap(Tap):
    """The wish to write an advisory."""

    word: ClassVar[str] = "cbn"


@dataclass(frozen=True)
class AdvisoryTap(Tap):
    """A look at an advisory."""

    word: ClassVar[str] = "cbv"
    advisory_id: int


@dataclass(frozen=True)
class AdvisoryAnswerTap(Tap):
    """What a business says of an advisory."""

    word: ClassVar[str] = "cba"
    advisory_id: int
    answer: AdvisoryAnswer


@dataclass(frozen=True)
class AdvisoryHeapTap(Tap):
    """A look at those who say one thing of an advisory, or nothing, a page at a time."""

    word: ClassVar[str] = "cbh"
    advisory_id: int
    heap: AdvisoryHeap
    page: int


@dataclass(frozen=True)
class AdvisoryRemindTap(Tap):
    """The wish to remind those who have not acknowledged an advisory."""

    word: ClassVar[str] = "cbr"
    advisory_id: int


@dataclass(frozen=True)
class AdvisoryChangeTap(Tap):
    """The wish to change a part of an advisory, or to withdraw it."""

    word: ClassVar[str] = "cbp"
    advisory_id: int
    wish: AdvisoryWish


@dataclass(frozen=True)
class PublicChannelTap(Tap):
    """What an owner does with a public channel (its id; 0 is the one that is bound)."""

    word: ClassVar[str] = "cbk"
    channel_id: int
    verb: ChannelVerb
