"""What member businesses answer to an incident."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of

# The word under which an answer is stored as that to which something is attached.
RESPONSE_SUBJECT = "response"


class Answer(StrEnum):
    """What one tap says."""

    READY = "ready"
    READY_30 = "ready_30"
    READY_60 = "ready_60"
    READY_120 = "ready_120"
    REMOTE = "remote"
    NEEDS_INFO = "needs_info"
    CANNOT = "cannot"


class AnswerPart(StrEnum):
    """What of an answer one step says."""

    ANSWER = "answer"
    PEOPLE = "people"
    EQUIPMENT = "equipment"
    NOTE = "note"


class Response(SQLModel, table=True):
    """A business's answer as it stands now: one row for an incident and a business, whoever taps."""

    __tablename__ = "responses"
    __table_args__ = (UniqueConstraint("incident_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id")
    answer: Answer = Field(sa_type=one_of(Answer, "answer"))
    answered_at: datetime = Field(sa_type=UtcDateTime)
    eta_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    offered_people: int | None = None
    offered_capability_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    # How many of each, in its unit, by the capability's id as text; those of which none was said are left out.
    offered_quantities: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    note: str | None = None
    stood_down_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ResponseChange(SQLModel, table=True):
    """One step of a response's history: who said which `parts`, when it came in, and how the answer stands after it.

    `update_id` puts what came in at one moment in order. Older steps have neither parts nor the update.
    """

    __tablename__ = "response_changes"

    id: int | None = Field(default=None, primary_key=True)
    response_id: int = Field(foreign_key="responses.id", index=True)
    person_id: int = Field(foreign_key="people.id")
    answer: Answer = Field(sa_type=one_of(Answer, "answer"))
    answered_at: datetime = Field(sa_type=UtcDateTime)
    # From when a delay counts that was typed before it was tapped.
    counts_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    update_id: int = Field(default=0, sa_type=BigInteger)
    parts: list[str] | None = Field(default=None, sa_column=Column(JSON))
    offered_people: int | None = None
    offered_capability_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    # How many of each, in its unit, by the capability's id as text; those of which none was said are left out.
    offered_quantities: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    note: str | None = None


class Feedback(SQLModel, table=True):
    """Whether an alert was useful to a person, said in one tap at the end."""

    __tablename__ = "feedback"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    person_id: int = Field(foreign_key="people.id", primary_key=True)
    useful: bool
    said_at: datetime = Field(sa_type=UtcDateTime)


class Sighting(SQLModel, table=True):
    """A person who opened an incident's details; Telegram gives no read receipts."""

    __tablename__ = "sightings"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    person_id: int = Field(foreign_key="people.id", primary_key=True)
    seen_at: datetime = Field(sa_type=UtcDateTime)
