"""Digests of figures: who wants which, and when the next one is due."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of


class DigestRhythm(StrEnum):
    """When a digest comes: on Mondays of the week before, on the first of a month of the month before."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class DigestWish(SQLModel, table=True):
    """That a person who coordinates wants a digest, and when the next one is due."""

    __tablename__ = "digest_wishes"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    rhythm: DigestRhythm = Field(sa_type=word_of(DigestRhythm), primary_key=True)
    wished_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
