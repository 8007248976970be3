"""The duty roster: when a business keeps watch, and who does in which week."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class DutyHours(SQLModel, table=True):
    """A span of one weekday (0 is Monday) in which a business is on duty, in minutes of the local day."""

    __tablename__ = "duty_hours"
    __table_args__ = (CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),)

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    weekday: int = Field(primary_key=True)
    begins: int
    ends: int


class DutyWeek(SQLModel, table=True):
    """Who is on duty for a business in the week that begins on a Monday, local time."""

    __tablename__ = "duty_weeks"

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    monday: date = Field(primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
