"""When the next update of an incident is due, and who has acknowledged one."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index


class UpdateDue(SQLModel, table=True):
    """The next update that those alerted of an incident are owed, and of which moments was told already."""

    __tablename__ = "update_dues"
    __table_args__ = (
        partial_index("warned_at IS NULL", "ix_update_dues_warn", "warn_at"),
        partial_index("late_at IS NULL", "ix_update_dues_late", "due_at"),
    )

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    due_at: datetime = Field(sa_type=UtcDateTime)
    warn_at: datetime = Field(sa_type=UtcDateTime)
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    late_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Acknowledgement(SQLModel, table=True):
    """A business, or an observer (a person without one), that is asked to acknowledge an update.

    `person_id` is who did so for a business, and of an observer whoever is asked.
    """

    __tablename__ = "acknowledgements"
    __table_args__ = (UniqueConstraint("notice_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    notice_id: int = Field(foreign_key="notices.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    at: datetime | None = Field(default=None, sa_type=UtcDateTime)
