"""The roster: what businesses are found by, and who looked at whose contacts."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from models.columns import BY_CODE_POINTS, UtcDateTime, one_of, word_of
from models.members import MemberStatus


class RosterEntry(SQLModel, table=True):
    """What one business is found by, kept narrow and in Vietnamese order, so that a search reads through all of them.

    `sort_key` puts the names in order, in which the legal words before a name don't count. `name_key` is the name as
    it is searched and `words` all else (short forms, initials, tax code, sectors, commune, capabilities), each word
    after a space. `phones` holds the numbers as they are dialled at home, by which not everybody may search, and
    `personal_number` a household's tax code, which is shown to few and found by a part of it by the same few.
    """

    __tablename__ = "roster_entries"
    # The rows themselves stand in order: a page of frequent words is found without reading the rest.
    __table_args__ = ({"sqlite_with_rowid": False},)

    sort_key: str = Field(sa_type=BY_CODE_POINTS, primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True, unique=True)
    status: MemberStatus = Field(sa_type=one_of(MemberStatus, "status"))
    name_key: str
    words: str
    phones: str
    personal_number: str | None = None


class RosterChange(SQLModel, table=True):
    """That the entries of some businesses (ids) were written anew or taken away, in this transaction.

    What a process keeps of the roster in memory is brought up to date by these. `mark` is like no other: an `id` comes
    a second time after a transaction that was rolled back.
    """

    __tablename__ = "roster_changes"

    id: int | None = Field(default=None, primary_key=True)
    mark: str
    member_ids: list[int] = Field(sa_type=JSON)


class LookKind(StrEnum):
    """How somebody came to see the contacts of a business."""

    CARD = "card"
    EXPORT = "export"
    APPLICATION = "application"
    COLLEAGUE = "colleague"
    WORK = "work"


class ContactLook(SQLModel, table=True):
    """A look at a business's contacts: who looked, when, and how."""

    __tablename__ = "contact_looks"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    how: LookKind = Field(default=LookKind.CARD, sa_type=word_of(LookKind))
