"""Advisories: a warning without an incident, told to those whom it concerns, acknowledged and done by each."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of
from models.tlp import Tlp

# The word under which an advisory is stored as what a message is about.
ADVISORY_SUBJECT = "advisory"


class AdvisoryState(StrEnum):
    """Where an advisory stands."""

    OPEN = "open"
    WITHDRAWN = "withdrawn"


class AdvisoryPart(StrEnum):
    """What an advisory is made of, each written by itself."""

    TITLE = "title"
    WHAT = "what"
    TODO = "todo"
    DUE = "due"


class AdvisoryStep(StrEnum):
    """What comes next by the clock: whoever is late is reminded twice, then named to coordinators."""

    HALF = "half"
    NEARLY = "nearly"
    OVER = "over"


class AdvisoryAnswer(StrEnum):
    """What a business says of an advisory."""

    ACKNOWLEDGED = "acknowledged"
    DONE = "done"
    UNCONCERNED = "unconcerned"


class Advisory(SQLModel, table=True):
    """An advisory as a coordinator sent it; `words` are those by which it is found.

    `circle` says to whom it goes: sectors, capabilities (ids) and communes (codes), all that are empty leave that side
    open. Where `is_chosen` it goes to those businesses alone that were chosen, which are its receipts.
    """

    __tablename__ = "advisories"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        partial_index("step_at IS NOT NULL", "ix_advisories_steps", "step_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    title: str
    what: str
    todo: str
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tlp: Tlp = Field(sa_type=word_of(Tlp))
    words: str
    circle: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    is_chosen: bool = False
    state: AdvisoryState = Field(sa_type=word_of(AdvisoryState))
    sent_at: datetime = Field(sa_type=UtcDateTime)
    # When its meaning changed last, and what was changed.
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed: AdvisoryPart | None = Field(default=None, sa_type=word_of(AdvisoryPart))
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_because: str = ""
    # What the clock does next, and when.
    step: AdvisoryStep | None = Field(default=None, sa_type=word_of(AdvisoryStep))
    step_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # When those who are late were reminded last.
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The draft that it was made from: a second tap on "send" finds it taken.
    draft_key: str = Field(unique=True)


class AdvisoryReceipt(SQLModel, table=True):
    """A business that was sent an advisory, and what it says of it, if anything; the latest word counts."""

    __tablename__ = "advisory_receipts"
    __table_args__ = (UniqueConstraint("advisory_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    advisory_id: int = Field(foreign_key="advisories.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    answer: AdvisoryAnswer | None = Field(default=None, sa_type=word_of(AdvisoryAnswer))
    at: datetime | None = Field(default=None, sa_type=UtcDateTime)
