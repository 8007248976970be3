"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.lessons import LessonPart, LessonVerdict


class LessonReach(StrEnum):
    """To whom a lesson is sent: all, or a sector by its word."""

    ALL = "all"
    TELECOM = "telecom"
    POSTAL = "postal"
    IT = "it"


class LessonHeap(StrEnum):
    """Which of those who were sent a lesson: by what they say of it, or those who say nothing."""

    APPLIED = "applied"
    UNCONCERNED = "unconcerned"
    HELP = "help"
    SILENT = "silent"

    @property
    def verdict(self) -> LessonVerdict | None:
        """Give what they say; None where they say nothing."""
        return None if self is LessonHeap.SILENT else LessonVerdict(self.value)


@dataclass(frozen=True)
class LessonListTap(Tap):
    """A look at lessons, a page at a time."""

    word: ClassVar[str] = "bhl"
    page: int


@dataclass(frozen=True)
class LessonNewTap(Tap):
    """The wish to write a lesson down."""

    word: ClassVar[str] = "bhn"


@dataclass(frozen=True)
class LessonReviewTap(Tap):
    """The wish to write down what a review found as a lesson."""

    word: ClassVar[str] = "bhr"
    review_id: int


@dataclass(frozen=True)
class LessonTap(Tap):
    """A look at a lesson."""

    word: ClassVar[str] = "bhv"
    lesson_id: int


@dataclass(frozen=True)
class LessonFilesTap(Tap):
    """A look at the files of a lesson."""

    word: ClassVar[str] = "bhf"
    lesson_id: int


@dataclass(frozen=True)
class LessonDropTap(Tap):
    """The wish to take a file (the id of its row) out of a lesson; 0 looks at what there is."""

    word: ClassVar[str] = "bho"
    lesson_id: int
    kept_id: int


@dataclass(frozen=True)
class LessonEvidenceTap(Tap):
    """A look at the files on which a lesson was closed."""

    word: ClassVar[str] = "bhk"
    lesson_id: int


@dataclass(frozen=True)
class LessonCopyTap(Tap):
    """The wish to copy the signs of a lesson, each by a button."""

    word: ClassVar[str] = "bhy"
    lesson_id: int


@dataclass(frozen=True)
class LessonNamesTap(Tap):
    """The wish to ask the businesses that a lesson names whether it may."""

    word: ClassVar[str] = "bhq"
    lesson_id: int


@dataclass(frozen=True)
class LessonConsentTap(Tap):
    """Whether a business agrees that a lesson names it: the mark of the words to which it says yes, or 0 for a no."""

    word: ClassVar[str] = "bhz"
    lesson_id: int
    member_id: int
    says: int


@dataclass(frozen=True)
class LessonFindTap(Tap):
    """A look at the lessons that have some words, a page at a time."""

    word: ClassVar[str] = "bht"
    page: int
    words: str


@dataclass(frozen=True)
class LessonNamingTap(Tap):
    """Whether the business that learnt a lesson may be named (1) or not (0)."""

    word: ClassVar[str] = "bhm"
    lesson_id: int
    accepts: int


@dataclass(frozen=True)
class LessonPartTap(Tap):
    """The wish to put a part of a lesson in other words."""

    word: ClassVar[str] = "bhp"
    lesson_id: int
    part: LessonPart


@dataclass(frozen=True)
class LessonPreviewTap(Tap):
    """A look at a lesson as its readers would get it, before it is sent."""

    word: ClassVar[str] = "bhx"
    lesson_id: int


@dataclass(frozen=True)
class LessonSendTap(Tap):
    """The wish to send a lesson; `seen` is the mark of what the preview showed of it."""

    word: ClassVar[str] = "bhs"
    lesson_id: int
    reach: LessonReach
    seen: int


@dataclass(frozen=True)
class LessonSureTap(Tap):
    """The second tap of whoever sends a lesson to many; `seen` is the mark of what the preview showed of it."""

    word: ClassVar[str] = "bhj"
    lesson_id: int
    reach: LessonReach
    seen: int


@dataclass(frozen=True)
class LessonAnswerTap(Tap):
    """What a business says of a lesson."""

    word: ClassVar[str] = "bha"
    lesson_id: int
    verdict: LessonVerdict


@dataclass(frozen=True)
class LessonHeapTap(Tap):
    """A look at those who say one thing of a lesson, or nothing, a page at a time."""

    word: ClassVar[str] = "bhc"
    lesson_id: int
    heap: LessonHeap
    page: int


@dataclass(frozen=True)
class LessonCloseTap(Tap):
    """The wish to close a lesson."""

    word: ClassVar[str] = "bhe"
    lesson_id: int
