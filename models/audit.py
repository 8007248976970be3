"""The record: every change by a person, and the seals over it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One change by a person: who did what to what and when, with the values before and after."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject", "subject_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    action: str
    subject: str
    subject_id: int | None = None
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))


class AuditSeal(SQLModel, table=True):
    """A hash over some entries and the hash of the seal before, so that what is changed or removed later shows.

    `before` is that earlier hash; `digest` is SHA-256 in hexadecimal. `sealed_at` never falls; `clock_at` is what the
    clock showed, which may be set back, and None in seals from before it was kept.
    """

    __tablename__ = "audit_seals"

    id: int | None = Field(default=None, primary_key=True)
    first_id: int
    last_id: int = Field(unique=True)
    entries: int
    before: str = Field(max_length=64)
    digest: str = Field(max_length=64)
    sealed_at: datetime = Field(sa_type=UtcDateTime)
    clock_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
