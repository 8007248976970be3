"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass
from datetime import datetime

from models.reviews import ReviewPart
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class ReviewForm(DraftForm):
    """What a coordinator writes of a review (id, code): a part, why a task (id) stays open, or why it moves.

    `looked_for` is the name that was typed, `page` is of those to whom it can go, `owner_id` and `due_at` are what was
    chosen.
    """

    review_id: int
    code: str
    part: ReviewPart | None = None
    task_id: int = 0
    looked_for: str = ""
    page: int = 0
    owner_id: int = 0
    due_at: datetime | None = None


@dataclass(frozen=True)
class ReviewRemarkForm(DraftForm):
    """What a coordinator typed on the page of a review (the review's id, its incident's code)."""

    review_id: int
    code: str
    text: str


@dataclass(frozen=True)
class ReviewVoiceForm(DraftForm):
    """What one who took part says was missing (the review's id, its incident's code)."""

    review_id: int
    code: str
