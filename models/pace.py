"""The pace of sending: what outlives a process, and what several processes keep together."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Pace(SQLModel, table=True):
    """One row: from when on messages may be sent, and the latest places that were taken.

    A place is its moment, and up to when Telegram may count it, in seconds since 1970. Several processes keep to the
    database's own clock.
    """

    __tablename__ = "pace"
    __table_args__ = (CheckConstraint("id = 1", name="only"),)

    id: int = Field(default=1, primary_key=True)
    next_at: datetime = Field(sa_type=UtcDateTime)
    moments: list[list[float]] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
