"""The roster: what businesses are found by, and who looked at whose contacts."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class RosterEntry(SQLModel, table=True):
    """The keys of one business, kept narrow so that all of them can be read through in a moment.

    `sort_key` stands in Vietnamese order. `name_key` is the name as it is searched, `words` all else (initials, tax
    code, sectors, commune, capabilities), `phones` the numbers, by which not everybody may search.
    """

    __tablename__ = "roster_entries"

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    sort_key: str = Field(index=True)
    name_key: str
    words: str
    phones: str


class ContactLook(SQLModel, table=True):
    """A look at a business's contacts: who looked, and when."""

    __tablename__ = "contact_looks"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
