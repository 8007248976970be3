"""Honours: what a business did well, proposed from the records, confirmed by a coordinator, named where it agrees."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of

# The words under which an honour, and a naming that went to the network, are stored as what a message is about.
HONOUR_SUBJECT = "honour"
HONOUR_RELEASE_SUBJECT = "honour_release"


class HonourKind(StrEnum):
    """For what one is honoured, in the ministry's words: found early, recovered in time, shared what was learnt."""

    EARLY = "early"
    RECOVERY = "recovery"
    LESSON = "lesson"


class HonourState(StrEnum):
    """Where an honour stands: proposed by the records, confirmed or dropped by a coordinator."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


class HonourRelease(SQLModel, table=True):
    """One message to the network that names those who agreed; of drills, and of what is for few, each has its own."""

    __tablename__ = "honour_releases"

    id: int | None = Field(default=None, primary_key=True)
    is_drill: bool
    released_by_id: int = Field(foreign_key="people.id", index=True)
    released_at: datetime = Field(sa_type=UtcDateTime)


class Honour(SQLModel, table=True):
    """What a business did well in an incident, or a lesson that it shared; each is proposed once.

    `happened_at` is when it did so. `code` names the report by which it found something early. `minutes` were won:
    before the alert, or before the deadline; `count` are the tasks that were done in time.
    """

    __tablename__ = "honours"
    # Of an incident and of a lesson one is always empty, and what is empty is never the same.
    __table_args__ = (
        UniqueConstraint("member_id", "kind", "incident_id"),
        UniqueConstraint("member_id", "kind", "lesson_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    kind: HonourKind = Field(sa_type=word_of(HonourKind))
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    lesson_id: int | None = Field(default=None, foreign_key="lessons.id", index=True)
    is_drill: bool = False
    happened_at: datetime = Field(sa_type=UtcDateTime, index=True)
    minutes: int | None = None
    count: int = 0
    code: str = ""
    # In which words it is said, where a coordinator has put it in other ones.
    sentence: str = ""
    state: HonourState = Field(sa_type=word_of(HonourState), index=True)
    proposed_at: datetime = Field(sa_type=UtcDateTime)
    decided_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Why it was dropped: kept for those who coordinate, told to nobody.
    reason: str = ""
    # Whether the network may name the business: silence is no consent.
    may_be_named: bool | None = None
    named_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    release_id: int | None = Field(default=None, foreign_key="honour_releases.id", index=True)


class HonourLook(SQLModel, table=True):
    """An end of an incident after which it was looked, once, whom to honour; it may end again."""

    __tablename__ = "honour_looks"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    ended_at: datetime = Field(sa_type=UtcDateTime, primary_key=True)
    looked_at: datetime = Field(sa_type=UtcDateTime)
