"""The public channel: a Telegram channel in which what is for everybody is posted."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index
from models.people import Language

# The word under which a public channel is stored as what a message is about.
PUBLIC_CHANNEL_SUBJECT = "public_channel"


class PublicChannel(SQLModel, table=True):
    """A channel of which the bot is an administrator; an owner has bound it since `bound_at`, one at a time.

    Nothing is posted since `left_at`: it was let go, or the bot may not post there any more.
    """

    __tablename__ = "public_channels"
    __table_args__ = (
        partial_index("bound_at IS NOT NULL AND left_at IS NULL", "ix_public_channels_bound", "bound_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    title: str
    language: Language = Field(sa_type=one_of(Language, "language"))
    # Whether the bot may post there, as Telegram said last.
    may_post: bool
    offered_at: datetime = Field(sa_type=UtcDateTime)
    bound_by_id: int | None = Field(default=None, foreign_key="people.id")
    bound_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
