"""Papers: what was said to fill an official document that the product drafts; people sign and file it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class PaperForm(StrEnum):
    """The documents that are drafted of an incident; the first three by TT 20/2017/TT-BTTTT."""

    INITIAL = "initial"
    FINAL = "final"
    REQUEST = "request"
    INCIDENT = "incident"
    MINUTES = "minutes"


class PaperAnswer(SQLModel, table=True):
    """What a coordinator said for a field of one incident's papers; it counts in the place of what is known.

    A field of the same word is the same in all papers of the incident, so that nobody writes it twice.
    """

    __tablename__ = "paper_answers"
    __table_args__ = (UniqueConstraint("incident_id", "field"),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id")
    field: str
    value: str
    said_by_id: int = Field(foreign_key="people.id", index=True)
    said_at: datetime = Field(sa_type=UtcDateTime)
