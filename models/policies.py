"""Policies: what happens by itself after an alert of one severity, as the coordinators have set it, in versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of
from models.incidents import Severity


class PolicyVersion(SQLModel, table=True):
    """One version of a severity's policy, never changed again: incidents keep the one with which they began."""

    __tablename__ = "policy_versions"
    __table_args__ = (UniqueConstraint("severity", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    severity: Severity = Field(sa_type=word_of(Severity))
    number: int
    terms: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    since: datetime = Field(sa_type=UtcDateTime)
