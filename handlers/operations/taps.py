"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap


class GroupVerb(StrEnum):
    """What is wished for about the operations group itself."""

    SHOW = "show"
    CHECK = "check"
    ASK = "ask"
    LET_GO = "go"


@dataclass(frozen=True)
class OperationsGroupTap(Tap):
    """A wish about the operations group."""

    word: ClassVar[str] = "og"
    verb: GroupVerb


class TopicVerb(StrEnum):
    """What is wished for about an incident in its topic."""

    HANDLING = "handling"
    UNHANDLED = "unhandled"
    REMIND = "remind"
    REMIND_NOW = "now"
    NOTHING = "nothing"
    SITUATION = "situation"
    LOG = "log"
    MINE = "mine"


@dataclass(frozen=True)
class TopicTap(Tap):
    """A wish about an incident, said in the operations group."""

    word: ClassVar[str] = "ot"
    incident_id: int
    verb: TopicVerb


class TalkVerb(StrEnum):
    """What is said of words outside of every topic: an incident's log keeps them, or none does."""

    KEEP = "keep"
    LEAVE = "leave"


@dataclass(frozen=True)
class TalkTap(Tap):
    """Whose log words outside of every topic are for; to leave them out names no incident."""

    word: ClassVar[str] = "ow"
    talk_id: int
    verb: TalkVerb
    incident_id: int


@dataclass(frozen=True)
class LogTap(Tap):
    """A look at a page of an incident's log, in the place of the tapped message."""

    word: ClassVar[str] = "ol"
    incident_id: int
    page: int


@dataclass(frozen=True)
class LogFilesTap(Tap):
    """The wish to see the files that came with what a page of the log shows."""

    word: ClassVar[str] = "of"
    incident_id: int
    page: int
