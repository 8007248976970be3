"""The record: every change by a person, the seals over it, and how far they have come."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime

ONLY = 1
# What a seal is over: the entries alone at first, since then its own row too.
SEAL_VERSION = 2
FIRST_SEAL_VERSION = 1


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

    `before` is that earlier hash; `digest` is SHA-256 in hexadecimal, over what `version` says. `sealed_at` never
    falls; `clock_at` is what the clock showed, which may be set back, and None in seals from before it was kept.
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
    version: int = Field(default=SEAL_VERSION, sa_column_kwargs={"server_default": str(FIRST_SEAL_VERSION)})


class AuditMark(SQLModel, table=True):
    """The one row, kept apart from the record: how far it was sealed, and the hash after which it begins.

    It is not there before the first seal. `begins_after` is the hash of the last seal that was let go, if any was.
    """

    __tablename__ = "audit_mark"
    __table_args__ = (CheckConstraint(f"id = {ONLY}", name="only"),)

    id: int = Field(default=ONLY, primary_key=True)
    last_id: int
    digest: str = Field(max_length=64)
    sealed_at: datetime = Field(sa_type=UtcDateTime)
    begins_after: str = Field(max_length=64)
