"""Contact tests: whether everybody in the network can be reached, confirmed by each person in one tap."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index
from models.members import Sector

# The word under which a contact test is stored as what a message is about.
CONTACT_TEST_SUBJECT = "contact_test"


class ContactTest(SQLModel, table=True):
    """A question to the whole network, or to a sector, that asks for nothing but a tap."""

    __tablename__ = "contact_tests"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        partial_index("ended_at IS NULL", "ix_contact_tests_open", "ends_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    # None is the whole network.
    sector: Sector | None = Field(default=None, sa_type=one_of(Sector, "sector"))
    asked_by_id: int = Field(foreign_key="people.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # When it ends by itself, and when it did end.
    ends_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ContactTestPerson(SQLModel, table=True):
    """A person who is asked for a business; one person may be asked for several, and confirms for all at once."""

    __tablename__ = "contact_test_people"

    test_id: int = Field(foreign_key="contact_tests.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True)
    person_id: int = Field(foreign_key="people.id", primary_key=True, index=True)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
