"""The ways to people, by name, and whom each of them does not reach."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Channel(StrEnum):
    """A way by which messages go to people. More will come, so that no constraint of the database names them."""

    TELEGRAM = "telegram"


class Reach(SQLModel, table=True):
    """That a person cannot be written to by a channel; whoever can has no row."""

    __tablename__ = "reach"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    channel: str = Field(primary_key=True)
    unreachable_since: datetime = Field(sa_type=UtcDateTime)
    reason: str | None = None
