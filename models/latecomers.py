"""Latecomers: whoever can be called only now, or from a moment on, to what is under way already."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Latecomer(SQLModel, table=True):
    """A person who can be written to (again), or a business that can be called (again), from `due_at` on.

    It stands here until the clock has looked what is under way that they have not got.
    """

    __tablename__ = "latecomers"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
