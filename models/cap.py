"""CAP 1.2: what other systems are told of incidents and drills, each message kept as it was written."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of


class CapCause(StrEnum):
    """What a message was written of."""

    ALERT = "alert"
    UPDATE = "update"
    CORRECTION = "correction"
    ALL_CLEAR = "all_clear"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    TOLD_AGAIN = "told_again"


class CapType(StrEnum):
    """The standard's words for what a message is to the one before it."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"


class CapScope(StrEnum):
    """The standard's words for whom a message is for: everybody, or those who were given a token."""

    PUBLIC = "Public"
    RESTRICTED = "Restricted"


class CapMessage(SQLModel, table=True):
    """One message. What it says never changes: a later one refers to it, and its identifier is never used again.

    What was for some and became public is told once in each feed, for each goes on with what it said before.
    `cause_id` is the incident's id of an alert, the correction's of a correction, that of the message before where a
    label took one out of its feed or brought it back, else the notice's. `references` are
    the messages before it, as the standard writes them. `facts` is `CapFacts` as JSON: words are made of it when it is
    asked for.
    """

    __tablename__ = "cap_messages"
    # A feed is listed by its index alone, the newest first: what ended is passed over without being read.
    __table_args__ = (
        UniqueConstraint("cause", "cause_id", "scope"),
        Index("ix_cap_messages_feed", "scope", "id", "expires_at", "incident_id", "type"),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    cause: CapCause = Field(sa_type=word_of(CapCause))
    cause_id: int
    identifier: str = Field(unique=True)
    sender: str
    sent_at: datetime = Field(sa_type=UtcDateTime)
    type: CapType = Field(sa_type=word_of(CapType))
    scope: CapScope = Field(sa_type=word_of(CapScope))
    references: str = ""
    expires_at: datetime = Field(sa_type=UtcDateTime)
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
