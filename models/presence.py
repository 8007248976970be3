"""Who of the businesses is on the site of an incident, and who was asked whether they stood down at its end."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index

# The word under which a stay is stored as that to which a place is attached.
PRESENCE_SUBJECT = "presence"


class Presence(SQLModel, table=True):
    """A stay of a business's people on site: who said that they are there, and who that they have gone."""

    __tablename__ = "presences"
    __table_args__ = (partial_index("left_at IS NULL", "ix_presences_there", "incident_id", "member_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    arrived_at: datetime = Field(sa_type=UtcDateTime)
    left_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class StandDownCheck(SQLModel, table=True):
    """An end of an incident after which it was looked, once, who has not stood down; it may end again."""

    __tablename__ = "stand_down_checks"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    ended_at: datetime = Field(sa_type=UtcDateTime, primary_key=True)
    checked_at: datetime = Field(sa_type=UtcDateTime)
