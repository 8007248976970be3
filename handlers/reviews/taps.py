"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.reviews import ReviewPart
from services.reviews.lists import ReviewHeap
from services.reviews.voices import ReviewQuestion


class ReviewStep(StrEnum):
    """What becomes of a review: it is handed in, called done, or written on again."""

    HAND_IN = "hand_in"
    FINISH = "finish"
    FINISH_ANYWAY = "anyway"
    TAKE_BACK = "take_back"


class ReviewChange(StrEnum):
    """What of a review goes elsewhere."""

    OWNER = "owner"
    DATE = "date"


@dataclass(frozen=True)
class ReviewListTap(Tap):
    """A look at a heap of reviews, a page at a time."""

    word: ClassVar[str] = "dgl"
    heap: ReviewHeap
    page: int


@dataclass(frozen=True)
class ReviewTap(Tap):
    """A look at a review."""

    word: ClassVar[str] = "dgv"
    review_id: int


@dataclass(frozen=True)
class ReviewDetailsTap(Tap):
    """A look at all that the records know, and whatever else can be done with a review."""

    word: ClassVar[str] = "dgx"
    review_id: int


@dataclass(frozen=True)
class ReviewEndedTap(Tap):
    """A look at what has ended and has no review, a page at a time."""

    word: ClassVar[str] = "dge"
    page: int


@dataclass(frozen=True)
class ReviewOpenTap(Tap):
    """The wish to look back at an incident (id)."""

    word: ClassVar[str] = "dgo"
    incident_id: int


@dataclass(frozen=True)
class ReviewOpenDrillTap(Tap):
    """The wish to look back at a planned drill (id)."""

    word: ClassVar[str] = "dgd"
    drill_id: int


@dataclass(frozen=True)
class ReviewPartTap(Tap):
    """The wish to write a part of a review."""

    word: ClassVar[str] = "dgp"
    review_id: int
    part: ReviewPart


@dataclass(frozen=True)
class ReviewRecordsTap(Tap):
    """A look at what happened when, a page at a time."""

    word: ClassVar[str] = "dgr"
    review_id: int
    page: int


@dataclass(frozen=True)
class ReviewVoicesTap(Tap):
    """A look at what those who took part say, a page at a time."""

    word: ClassVar[str] = "dgy"
    review_id: int
    page: int


@dataclass(frozen=True)
class ReviewTasksTap(Tap):
    """A look at what is to be done, a page at a time."""

    word: ClassVar[str] = "dgt"
    review_id: int
    page: int


@dataclass(frozen=True)
class ReviewKeepTap(Tap):
    """The wish to leave a task open on purpose."""

    word: ClassVar[str] = "dgk"
    review_id: int
    task_id: int


@dataclass(frozen=True)
class ReviewStepTap(Tap):
    """What becomes of a review."""

    word: ClassVar[str] = "dgs"
    review_id: int
    change: ReviewStep


@dataclass(frozen=True)
class ReviewMoveTap(Tap):
    """The wish to give a review to another owner, or another date."""

    word: ClassVar[str] = "dgm"
    review_id: int
    change: ReviewChange


@dataclass(frozen=True)
class ReviewVoiceTap(Tap):
    """A yes (1) or a no (0) of a business that took part."""

    word: ClassVar[str] = "dga"
    review_id: int
    question: ReviewQuestion
    accepts: int


@dataclass(frozen=True)
class ReviewMissingTap(Tap):
    """The wish to say what was missing."""

    word: ClassVar[str] = "dgw"
    review_id: int


@dataclass(frozen=True)
class ReviewElseTap(Tap):
    """What was typed (the question that keeps it) is not what was missing, but something else."""

    word: ClassVar[str] = "dgn"
    review_id: int
    question_id: int


@dataclass(frozen=True)
class ReviewAskedTap(Tap):
    """A look, by one who took part, at what is asked."""

    word: ClassVar[str] = "dgq"
    review_id: int
