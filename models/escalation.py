"""Escalation: the posts above that are called when a province cannot cope alone, and each call to them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of

# The word under which an escalation is stored as what a message is about.
ESCALATION_SUBJECT = "escalation"


class Post(StrEnum):
    """The posts that the ministry's advice names; whose they are, the owner says. Of an authority two are called."""

    FIRST_SPECIALIST = "first_specialist"
    FIRST_LEADER = "first_leader"
    SECOND_SPECIALIST = "second_specialist"
    SECOND_LEADER = "second_leader"
    POLICE = "police"
    MILITARY = "military"
    NATIONAL = "national"
    COMMITTEE = "committee"


class EscalationStage(StrEnum):
    """How far it has gone: a meeting online at once, then support on site until it is solved."""

    MEETING = "meeting"
    ON_SITE = "on_site"


class CallState(StrEnum):
    """What came of a call."""

    CALLED = "called"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    CAME = "came"
    LEFT = "left"


class PostHolder(SQLModel, table=True):
    """Who holds a post: a person or an office, by phone, and in the bot where `person_id` is set."""

    __tablename__ = "post_holders"
    __table_args__ = (partial_index("ended_at IS NULL", "ix_post_holders_held", "post", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    post: Post = Field(sa_type=word_of(Post))
    name: str
    office: str
    # E.164, or "" where there is none.
    phone: str = ""
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Escalation(SQLModel, table=True):
    """An incident for which those above are called; `asks_at` is when a stage that has not solved it is told of."""

    __tablename__ = "escalations"
    __table_args__ = (partial_index("ended_at IS NULL", "ix_escalations_open", "incident_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    stage: EscalationStage = Field(sa_type=word_of(EscalationStage))
    stage_at: datetime = Field(sa_type=UtcDateTime)
    asks_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Where the meeting is, and what was noted of it.
    link: str = ""
    minutes: str = ""
    begun_by_id: int = Field(foreign_key="people.id", index=True)
    begun_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class EscalationCall(SQLModel, table=True):
    """A call to whoever held a post then: at a stage once, and what came of it.

    `due_at` is when silence climbs to the leader; empty once it did, or once there was an answer.
    """

    __tablename__ = "escalation_calls"
    __table_args__ = (
        partial_index("due_at IS NOT NULL", "ix_escalation_calls_due", "due_at"),
        UniqueConstraint("escalation_id", "stage", "post"),
    )

    id: int | None = Field(default=None, primary_key=True)
    escalation_id: int = Field(foreign_key="escalations.id")
    stage: EscalationStage = Field(sa_type=word_of(EscalationStage))
    post: Post = Field(sa_type=word_of(Post))
    name: str
    office: str
    phone: str
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    state: CallState = Field(sa_type=word_of(CallState))
    state_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    came_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
