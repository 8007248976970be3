"""The inbox: updates as Telegram handed them over, kept until they are applied exactly once."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index


class InboxState(StrEnum):
    """How far an update has come."""

    STORED = "stored"
    DONE = "done"
    QUARANTINED = "quarantined"


class InboxUpdate(SQLModel, table=True):
    """One raw update; `sender_id` keeps one person's updates in order."""

    __tablename__ = "inbox"
    __table_args__ = (partial_index("state = 'stored'", "ix_inbox_stored", "received_at", "update_id"),)

    update_id: int = Field(sa_type=BigInteger, primary_key=True)
    sender_id: int = Field(sa_type=BigInteger)
    body: str
    received_at: datetime = Field(sa_type=UtcDateTime)
    state: InboxState = Field(sa_type=one_of(InboxState, "state"))
    attempts: int = 0
    error: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
