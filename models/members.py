"""Member businesses and the people who speak for them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.capabilities import Unit
from models.columns import UtcDateTime, one_of, word_of


class Sector(StrEnum):
    """The three sectors that the ministry called upon in 2021."""

    TELECOM = "telecom"
    POSTAL = "postal"
    IT = "it"


class MemberStatus(StrEnum):
    """Where a business stands in the network."""

    PENDING = "pending"
    INVITED = "invited"
    APPROVED = "approved"
    REJECTED = "rejected"
    SUSPENDED = "suspended"
    LEFT = "left"
    MERGED = "merged"


# Those that take part, also while they are suspended.
IN_NETWORK = (MemberStatus.APPROVED, MemberStatus.SUSPENDED)
# Those that the office has in its lists: neither gone nor refused.
LISTED = (*IN_NETWORK, MemberStatus.PENDING, MemberStatus.INVITED)


class ContactKind(StrEnum):
    """Whether a representative is called first."""

    PRIMARY = "primary"
    BACKUP = "backup"


class RepresentativeStatus(StrEnum):
    """Whether a person may speak for a business."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    REMOVED = "removed"


# Whoever speaks for a business, or waits to.
SPEAKING_OR_WAITING = (RepresentativeStatus.APPROVED, RepresentativeStatus.PENDING)


class Member(SQLModel, table=True):
    """A business of the province; its tax code is what tells it from every other."""

    __tablename__ = "members"

    id: int | None = Field(default=None, primary_key=True)
    tax_code: str = Field(unique=True, max_length=14)
    name: str
    # The names that it had before, one a line.
    known_as: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    status: MemberStatus = Field(sa_type=one_of(MemberStatus, "status"), index=True)
    commune_code: str = Field(max_length=5, index=True)
    registered_at: datetime = Field(sa_type=UtcDateTime)
    approved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unavailable_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The business's own number, not a person's.
    phone: str | None = Field(default=None, max_length=16)
    # Why it is suspended, in the words that its representatives are told.
    suspended_because: str | None = None
    merged_into_id: int | None = Field(default=None, foreign_key="members.id")
    # Twice a year one of its people says that the data are right, or is asked to.
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    confirmation_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    confirmation_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class MemberSector(SQLModel, table=True):
    """A sector in which a business works; several may apply."""

    __tablename__ = "member_sectors"

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    sector: Sector = Field(sa_type=one_of(Sector, "sector"), primary_key=True)


class MemberCapability(SQLModel, table=True):
    """What a business can send to help, and how many, in the unit that was asked for when it was said."""

    __tablename__ = "member_capabilities"

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    capability_id: int = Field(foreign_key="capabilities.id", primary_key=True, index=True)
    headcount: int
    unit: Unit = Field(default=Unit.PEOPLE, sa_type=word_of(Unit))


class Representative(SQLModel, table=True):
    """A person who speaks for a business."""

    __tablename__ = "representatives"
    __table_args__ = (UniqueConstraint("member_id", "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    name: str
    title: str
    phone: str = Field(max_length=16)
    contact: ContactKind = Field(sa_type=one_of(ContactKind, "contact"))
    status: RepresentativeStatus = Field(sa_type=one_of(RepresentativeStatus, "status"))
    # The colleague who offers this person to become the primary contact, and since when; an answer ends the offer.
    primary_offered_by_id: int | None = Field(default=None, foreign_key="people.id")
    primary_offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
