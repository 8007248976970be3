"""Lessons: what one has learnt from an attack or a failure, so that others are not hit the same way."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint, false
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of
from models.members import Sector
from models.tlp import Tlp

# The word under which a lesson is stored as what a message is about, and as that to which something is attached.
LESSON_SUBJECT = "lesson"
# The files on which one was closed are no files of the lesson: they go to nobody.
EVIDENCE_SUBJECT = "lesson_evidence"


class LessonState(StrEnum):
    """Where a lesson stands."""

    WAITING = "waiting"
    SENT = "sent"
    CLOSED = "closed"


class LessonPart(StrEnum):
    """What a lesson is made of, each written or chosen by itself."""

    TITLE = "title"
    HAPPENED = "happened"
    FOUND = "found"
    TODO = "todo"
    INDICATORS = "indicators"
    PRODUCTS = "products"
    LABEL = "label"


class LessonVerdict(StrEnum):
    """What a business says of a lesson that it was sent."""

    APPLIED = "applied"
    UNCONCERNED = "unconcerned"
    HELP = "help"


class Lesson(SQLModel, table=True):
    """A lesson, as a person wrote it for a business, or for the coordinating body where `member_id` is None.

    `indicators` are kept "defanged", one a line. `words` are those by which it is found.
    """

    __tablename__ = "lessons"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        partial_index("state = 'sent' AND reminded_at IS NULL", "ix_lessons_unreminded", "sent_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    title: str
    happened: str
    found: str
    todo: str
    indicators: str = ""
    products: str = ""
    # It is for no more people than the chosen one, nor than that of the incident from which it was learnt.
    tlp: Tlp = Field(sa_type=word_of(Tlp))
    chosen_tlp: Tlp = Field(sa_type=word_of(Tlp))
    # The label that whoever wrote it for a business gave it: nobody else gives it one that is for more.
    widest: Tlp | None = Field(default=None, sa_type=word_of(Tlp))
    words: str
    # Whether the business may be named: silence is no consent.
    may_be_named: bool | None = None
    # What it was learnt from, if that is known here; no reader but those who coordinate is told.
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    is_drill: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    state: LessonState = Field(sa_type=word_of(LessonState))
    written_at: datetime = Field(sa_type=UtcDateTime)
    # The sector to which it was sent; without one it went to all.
    sector: Sector | None = Field(default=None, sa_type=word_of(Sector))
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # In which words it was closed; a file may stand beside them, or for them.
    evidence: str = ""
    # The draft that it was made from: a second tap on "send" finds it taken.
    draft_key: str = Field(unique=True)


class LessonAnswer(SQLModel, table=True):
    """A business that was sent a lesson, and what it says of it, if anything; the latest word counts."""

    __tablename__ = "lesson_answers"
    __table_args__ = (UniqueConstraint("lesson_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    lesson_id: int = Field(foreign_key="lessons.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    verdict: LessonVerdict | None = Field(default=None, sa_type=word_of(LessonVerdict))
    at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # What was asked by whoever needs help with it.
    question_id: int | None = Field(default=None, foreign_key="questions.id", index=True)


class LessonNaming(SQLModel, table=True):
    """A business that was asked whether the words of a lesson may name it, and what it said; silence is no consent."""

    __tablename__ = "lesson_namings"
    __table_args__ = (UniqueConstraint("lesson_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    lesson_id: int = Field(foreign_key="lessons.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    asked_by_id: int = Field(foreign_key="people.id", index=True)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    accepts: bool | None = None
