"""People who have opened the bot, their roles and their consents."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index, word_of


class Language(StrEnum):
    """The languages that the product speaks."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class Role(StrEnum):
    """What a person may be; the last two follow from what is stored and are never assigned."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    DUTY_OFFICER = "duty_officer"
    OBSERVER = "observer"
    REPRESENTATIVE = "representative"
    STRANGER = "stranger"


class Purpose(StrEnum):
    """What a consent is given for; each purpose is asked for by itself (Luật 91/2025/QH15)."""

    MEMBERSHIP = "membership"
    # That other businesses find the person in the roster: separable, so it is its own choice and withdrawn by itself.
    LISTING = "listing"


class Person(SQLModel, table=True):
    """Someone who wrote to the bot, or an owner by the settings; Telegram's `from.id` is who they are."""

    __tablename__ = "people"
    __table_args__ = (
        partial_index("menu_wanted != menu_shown", "ix_people_stale_menus", "id"),
        partial_index("roleless_since IS NOT NULL", "ix_people_roleless", "roleless_since"),
    )

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    name: str
    language: Language = Field(sa_type=one_of(Language, "language"))
    staff_role: Role | None = Field(default=None, sa_type=one_of(Role, "staff_role"))
    created_at: datetime = Field(sa_type=UtcDateTime)
    # Whoever withdrew consent keeps a number in the records and nothing else: no name, no Telegram id.
    erased_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Since when someone who had a role has none, and when they were told on which day they are erased for it.
    roleless_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    erasure_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The command menu that this person should see, and the one that Telegram was told of last.
    menu_wanted: str = ""
    menu_shown: str = ""


class Consent(SQLModel, table=True):
    """A provable consent: who, when, for what, and which text they read."""

    __tablename__ = "consents"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    purpose: Purpose = Field(sa_type=word_of(Purpose))
    text_version: str
    given_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
