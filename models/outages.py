"""When Telegram was last heard, so that a time out of its reach is noticed, a restart in between included."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime

ONLY = 1


class Contact(SQLModel, table=True):
    """The one row: when Telegram was last heard, and the outage after which nobody was asked again yet."""

    __tablename__ = "contact"
    __table_args__ = (CheckConstraint(f"id = {ONLY}", name="only"),)

    id: int = Field(default=ONLY, primary_key=True)
    heard_at: datetime = Field(sa_type=UtcDateTime)
    lost_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
