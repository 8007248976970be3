"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.honours import HonourState
from services.honours.lists import HonourHeap
from services.honours.releasing import HonourCircle


class HonourWish(StrEnum):
    """What a coordinator types of an honour: the sentence in other words, or why it is dropped."""

    SENTENCE = "sentence"
    REASON = "reason"


class HonourPaper(StrEnum):
    """The files of a year: a letter for each business that agreed, and the list."""

    LETTERS = "letters"
    LIST = "list"


@dataclass(frozen=True)
class HonourListTap(Tap):
    """A look at honours, a page at a time; `year` is of those named."""

    word: ClassVar[str] = "tkl"
    heap: HonourHeap
    year: int
    page: int


@dataclass(frozen=True)
class HonourTap(Tap):
    """A look at an honour."""

    word: ClassVar[str] = "tkv"
    honour_id: int


@dataclass(frozen=True)
class HonourConfirmTap(Tap):
    """The wish to confirm an honour, which stood so (`seen`) when the button was shown."""

    word: ClassVar[str] = "tkc"
    honour_id: int
    seen: HonourState


@dataclass(frozen=True)
class HonourWordsTap(Tap):
    """The wish to type something of an honour."""

    word: ClassVar[str] = "tkw"
    honour_id: int
    wish: HonourWish


@dataclass(frozen=True)
class HonourNamingTap(Tap):
    """Whether a business may be named with thanks (1) or not (0)."""

    word: ClassVar[str] = "tkn"
    honour_id: int
    accepts: int


@dataclass(frozen=True)
class HonourReleasesTap(Tap):
    """A look at what could be told to the network now."""

    word: ClassVar[str] = "tkp"


@dataclass(frozen=True)
class HonourPreviewTap(Tap):
    """A look at one message to the network before it is released; of one for few `honour_id` tells which."""

    word: ClassVar[str] = "tkx"
    circle: HonourCircle
    honour_id: int


@dataclass(frozen=True)
class HonourReleaseTap(Tap):
    """The wish to release a message to the network."""

    word: ClassVar[str] = "tkr"
    circle: HonourCircle
    honour_id: int


@dataclass(frozen=True)
class HonourPaperTap(Tap):
    """The wish for a file of a year."""

    word: ClassVar[str] = "tkf"
    year: int
    paper: HonourPaper
