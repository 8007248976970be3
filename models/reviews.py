"""Reviews: what is looked back at after an incident, who sees to it until when, and what those engaged say of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of

# The word under which a review is stored as what a message is about.
REVIEW_SUBJECT = "review"


class ReviewState(StrEnum):
    """Where a review stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    DONE = "done"


class ReviewPart(StrEnum):
    """What a review says in words: what went well comes first, since nobody is blamed."""

    WELL = "well"
    CAUSES = "causes"
    CHANGES = "changes"
    DETECTED = "detected"


class Review(SQLModel, table=True):
    """A look back at an incident or a drill, which one person owns until a date: `drill_id` is one planned ahead.

    `ended_at` is the end that it looks back from: where the incident ends once more, it begins anew. `asks_at` is when
    its owner is told and those engaged are asked, `asked_at` when that was done. `late_days` counts how often it was
    said that it is due.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        CheckConstraint("(incident_id IS NULL) <> (drill_id IS NULL)", name="one_thing"),
        partial_index("asked_at IS NULL", "ix_reviews_asks", "asks_at"),
        partial_index("state <> 'done'", "ix_reviews_reminders", "remind_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", unique=True)
    drill_id: int | None = Field(default=None, foreign_key="drills.id", unique=True)
    owner_id: int = Field(foreign_key="people.id", index=True)
    state: ReviewState = Field(default=ReviewState.DRAFT, sa_type=word_of(ReviewState))
    # Nobody where it was opened by the clock.
    opened_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    well: str = ""
    causes: str = ""
    changes: str = ""
    detected: str = ""
    asks_at: datetime = Field(sa_type=UtcDateTime)
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    remind_at: datetime = Field(sa_type=UtcDateTime)
    late_days: int = 0
    # Why it went to another owner or date, the last time.
    moved_because: str = ""
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)


class ReviewVoice(SQLModel, table=True):
    """A business that took part, and what it says when it is asked; the latest word of its people counts.

    Silence is no consent to be named.
    """

    __tablename__ = "review_voices"
    __table_args__ = (UniqueConstraint("review_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="reviews.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    useful: bool | None = None
    missing: str = ""
    may_be_named: bool | None = None
    at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReviewDecision(SQLModel, table=True):
    """A task that a review leaves open on purpose: who decided so, and why."""

    __tablename__ = "review_decisions"
    __table_args__ = (UniqueConstraint("review_id", "task_id"),)

    id: int | None = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="reviews.id", index=True)
    task_id: int = Field(foreign_key="tasks.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    reason: str
    at: datetime = Field(sa_type=UtcDateTime)
