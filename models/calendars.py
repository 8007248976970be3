"""Calendars that phones subscribe to: each person's own link, and what the calendar behind it has said."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of


class CalendarThing(StrEnum):
    """What an entry of a calendar is about."""

    DUTY = "duty"
    DRILL = "drill"
    NOTICE = "notice"
    REVIEW = "review"
    REPORT = "report"


class CalendarLink(SQLModel, table=True):
    """A person's own link, kept as a hash; without one they have none now.

    `number` counts how often the link was made or taken back: a button that carries an older one is out of date.
    """

    __tablename__ = "calendar_links"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    number: int
    token_hash: str | None = Field(default=None, unique=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CalendarEntry(SQLModel, table=True):
    """One entry as a person's calendar said it last, so that a later reading says what has changed since.

    `name` is said as it stands; `about` is a word for which there are texts in both languages, or empty.
    """

    __tablename__ = "calendar_entries"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    uid: str = Field(primary_key=True)
    thing: CalendarThing = Field(sa_type=word_of(CalendarThing))
    name: str
    about: str = ""
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    sequence: int = 0
    changed_at: datetime = Field(sa_type=UtcDateTime)
    is_cancelled: bool = False
