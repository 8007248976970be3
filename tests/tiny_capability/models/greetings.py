"""Greetings of people to the coordinators."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Greeting(SQLModel, table=True):
    """That a person greeted, and when the coordinators are told once more."""

    __tablename__ = "greetings"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    due_at: datetime | None = Field(sa_type=UtcDateTime)
