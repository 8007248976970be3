"""Telegram groups of businesses, in which their alerts and tasks appear too."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index
from models.people import Language


class Group(SQLModel, table=True):
    """A business's own group; membership in it is no role, only its representatives may answer there."""

    __tablename__ = "groups"
    __table_args__ = (partial_index("left_at IS NULL", "uq_groups_bound_member_id", "member_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    # In a forum the topic in which the business's messages appear; None is General, and where there are no topics.
    topic_id: int | None = Field(default=None, sa_type=BigInteger)
    title: str
    language: Language = Field(sa_type=one_of(Language, "language"))
    bound_by_id: int = Field(foreign_key="people.id")
    bound_at: datetime = Field(sa_type=UtcDateTime)
    # Since when nothing is sent there: unbound, or the bot was put out.
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # When the group was last told that a command belongs in a private chat.
    hinted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
