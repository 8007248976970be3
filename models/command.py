"""Who holds the command of an incident: each change of hands, and what is asked before one."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of


class CommandChange(StrEnum):
    """How command came to a person who had not declared the incident."""

    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"


class CommandWish(StrEnum):
    """What is asked of the other: to take command, or to give it."""

    TAKE = "take"
    GIVE = "give"


class CommandAnswer(StrEnum):
    """What became of such a wish."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"


class CommandTerm(SQLModel, table=True):
    """The command of an incident as it passed to a person; before the first row whoever declared it holds it.

    `note` is what the one before left in words, or why it was taken over.
    """

    __tablename__ = "commands"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    person_id: int = Field(foreign_key="people.id")
    before_id: int = Field(foreign_key="people.id")
    change: CommandChange = Field(sa_type=word_of(CommandChange))
    at: datetime = Field(sa_type=UtcDateTime)
    note: str = ""


class CommandOffer(SQLModel, table=True):
    """One coordinator's word to another about the command of an incident; at most one of an incident waits.

    `silent_at` is when the one who wants command hears that the holder stays silent, `told_at` when that was done.
    """

    __tablename__ = "command_offers"
    __table_args__ = (
        partial_index("answered_at IS NULL", "ix_command_offers_open", "incident_id", unique=True),
        partial_index("answered_at IS NULL AND told_at IS NULL", "ix_command_offers_silent", "silent_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    wish: CommandWish = Field(sa_type=word_of(CommandWish))
    by_id: int = Field(foreign_key="people.id")
    to_id: int = Field(foreign_key="people.id")
    note: str = ""
    asked_at: datetime = Field(sa_type=UtcDateTime)
    silent_at: datetime = Field(sa_type=UtcDateTime)
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer: CommandAnswer | None = Field(default=None, sa_type=word_of(CommandAnswer))
