"""What was corrected of an incident after it was sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Correction(SQLModel, table=True):
    """One correction: which parts stood how before it and after it, by the names of the parts."""

    __tablename__ = "corrections"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    before: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    after: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
