"""The duty roster: when a business keeps watch, and who does in which week."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index


class DutyHours(SQLModel, table=True):
    """A span that begins on one weekday (0 is Monday), in minutes of the local day.

    A span past midnight ends beyond 1,440. A day may have several, as around a break at noon. A business without any is
    on duty around the clock.
    """

    __tablename__ = "duty_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("begins BETWEEN 0 AND 1439 AND ends > begins AND ends <= begins + 1440", name="span"),
    )

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    weekday: int = Field(primary_key=True)
    begins: int = Field(primary_key=True)
    ends: int


class DutyWeek(SQLModel, table=True):
    """Who is on duty for a business in the week that begins on a Monday, local time."""

    __tablename__ = "duty_weeks"
    __table_args__ = (partial_index("reminded_at IS NULL", "ix_duty_weeks_waiting", "remind_at"),)

    member_id: int = Field(foreign_key="members.id", primary_key=True)
    monday: date = Field(primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    # When the person is reminded that the week has begun, and when that was done.
    remind_at: datetime = Field(sa_type=UtcDateTime, index=True)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
