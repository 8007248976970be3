"""The pace of sending that several processes keep together."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Pace(SQLModel, table=True):
    """One row: from when on the next message may be sent, by the database's own clock."""

    __tablename__ = "pace"
    __table_args__ = (CheckConstraint("id = 1", name="only"),)

    id: int = Field(default=1, primary_key=True)
    next_at: datetime = Field(sa_type=UtcDateTime)
