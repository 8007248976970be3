"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.escalation import CallState, Post


@dataclass(frozen=True)
class PostsTap(Tap):
    """A look at the posts above."""

    word: ClassVar[str] = "ep"


@dataclass(frozen=True)
class PostTap(Tap):
    """The wish to give a post to somebody."""

    word: ClassVar[str] = "ef"
    post: Post


@dataclass(frozen=True)
class PostEmptyTap(Tap):
    """The word that nobody holds a post any more."""

    word: ClassVar[str] = "ee"
    post: Post


@dataclass(frozen=True)
class EscalateTap(Tap):
    """A look at how an incident is escalated, or the wish to begin."""

    word: ClassVar[str] = "es"
    incident_id: int


@dataclass(frozen=True)
class EscalationTap(Tap):
    """What a coordinator wishes of an escalation; `verb` says what."""

    word: ClassVar[str] = "ev"
    verb: str
    escalation_id: int


@dataclass(frozen=True)
class CallTap(Tap):
    """A look at one call, with the phone number."""

    word: ClassVar[str] = "ec"
    call_id: int


@dataclass(frozen=True)
class CallMarkTap(Tap):
    """What a coordinator says came of a call."""

    word: ClassVar[str] = "ek"
    call_id: int
    state: CallState


@dataclass(frozen=True)
class CallAnswerTap(Tap):
    """What the person says who was called in the bot."""

    word: ClassVar[str] = "ea"
    call_id: int
    state: CallState
