"""What is said of reviews: to owners and those who coordinate, and to the businesses that took part."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, func, select

from models.broadcasts import BroadcastKind, Lane
from models.drills import Drill
from models.incidents import Incident
from models.reviews import REVIEW_SUBJECT, Review
from services.ground.details import Details
from services.ground.faces import MessageKind
from services.reviews.reviewed import Reviewed, is_drill


class ReviewNews(StrEnum):
    """Why a review comes to somebody: theirs to write, given to them, to be looked at, or opened from a list."""

    OPENED = "opened"
    GIVEN = "given"
    HANDED_IN = "handed_in"
    SHOWN = "shown"


class ReviewStage(StrEnum):
    """How far the time of a review has gone when it is reminded of."""

    HALF = "half"
    DUE = "due"
    LATE = "late"


@dataclass(frozen=True)
class ReviewTold(Details):
    """Why a review is shown."""

    word = "review-told"
    news: ReviewNews = ReviewNews.SHOWN


@dataclass(frozen=True)
class ReviewDue(Details):
    """How far the time has gone."""

    word = "review-due"
    stage: ReviewStage


def _named(review_id: Any) -> Any:
    """Call a review by the code of its incident or drill."""
    return (
        select(func.coalesce(col(Incident.code), col(Drill.code)))
        .select_from(Review)
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .outerjoin(Drill, col(Drill.id) == col(Review.drill_id))
        .where(Review.id == review_id)
        .scalar_subquery()
    )


# Nothing burns any more when these come: all else goes first.
REVIEW = MessageKind(
    BroadcastKind.REVIEW,
    Lane.DIGEST,
    REVIEW_SUBJECT,
    named=_named,
    details=(ReviewTold,),
    sent_again=True,
    replaceable=True,
)
REVIEW_REMINDER = MessageKind(
    BroadcastKind.REVIEW_REMINDER,
    Lane.DIGEST,
    REVIEW_SUBJECT,
    named=_named,
    details=(ReviewDue,),
    sent_again=True,
    replaceable=True,
)
REVIEW_ASKED = MessageKind(
    BroadcastKind.REVIEW_ASKED, Lane.DIGEST, REVIEW_SUBJECT, named=_named, sent_again=True, replaceable=True
)
REVIEW_OUTCOME = MessageKind(BroadcastKind.REVIEW_OUTCOME, Lane.DIGEST, REVIEW_SUBJECT, named=_named, sent_again=True)
KINDS = (REVIEW, REVIEW_REMINDER, REVIEW_ASKED, REVIEW_OUTCOME)


def lane_of(about: Reviewed) -> Lane:
    """Give the lane of what is said of a review: what is about a drill waits for all that is real."""
    return Lane.DRILL if is_drill(about) else Lane.DIGEST
