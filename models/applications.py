"""Applications: how businesses come into the network, people to speak for them, and changes that need approval."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of


class ApplicationKind(StrEnum):
    """What a person applies for."""

    NEW_MEMBER = "new_member"
    JOIN = "join"
    CHANGE = "change"


class ApplicationStatus(StrEnum):
    """How far an application has come; the last three are final, and only the applicant's side withdraws."""

    SUBMITTED = "submitted"
    ASKED_BACK = "asked_back"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Application(SQLModel, table=True):
    """A request to take a new business in, to speak for one that is in, or to change its name, sectors or tax code."""

    __tablename__ = "applications"

    id: int | None = Field(default=None, primary_key=True)
    kind: ApplicationKind = Field(sa_type=one_of(ApplicationKind, "kind"))
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    status: ApplicationStatus = Field(sa_type=one_of(ApplicationStatus, "status"), index=True)
    submitted_at: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by_id: int | None = Field(default=None, foreign_key="people.id")
    reason: str | None = None
    # What a change asks for: `before` and `after`, each by field (name, tax_code, sectors).
    proposed: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
