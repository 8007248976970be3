"""The province's information systems: whose they are, who runs and provides for them, and whom to call.

An incident names those that it touches, and with them come the duties that the law lays down.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import BY_CODE_POINTS, UtcDateTime, partial_index, word_of


class SystemMark(StrEnum):
    """The network's own split, which is not the level of the law: protected at any price, or its risk is managed."""

    ABSOLUTE = "absolute"
    MANAGED = "managed"


class Provision(StrEnum):
    """What a business provides for a system."""

    CONNECTIVITY = "connectivity"
    SECURITY = "security"


class ContactHours(StrEnum):
    """When somebody is called for a system; the leadership is called when the others do not answer."""

    IN_HOURS = "in_hours"
    OUT_OF_HOURS = "out_of_hours"
    LEADERSHIP = "leadership"


class InformationSystem(SQLModel, table=True):
    """A system of the province; `level` is the legal one from 1 to 5, None while nobody has determined it.

    Owner and operator are named by words, and by the business where they are one of the network. `also_called` holds
    other names, one a line. `sort_key` puts the names in order, `name_key` tells whether two are the same, and `words`
    holds all words by which the system is found, each after a space. `revision` counts the changes.
    """

    __tablename__ = "systems"
    __table_args__ = (partial_index("retired_at IS NULL", "ix_systems_in_use", "name_key", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    also_called: str = ""
    owner_name: str = ""
    owner_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    operator_name: str = ""
    operator_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    level: int | None = None
    mark: SystemMark = Field(sa_type=word_of(SystemMark))
    commune_code: str | None = Field(default=None, max_length=5)
    serves: str = ""
    name_key: str
    sort_key: str = Field(sa_type=BY_CODE_POINTS)
    words: str
    revision: int = 1
    changed_at: datetime = Field(sa_type=UtcDateTime)
    # Whatever is no longer run stays with the incidents that touched it.
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SystemProvider(SQLModel, table=True):
    """A business of the network that provides connectivity or security for a system."""

    __tablename__ = "system_providers"

    system_id: int = Field(foreign_key="systems.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True, index=True)
    provision: Provision = Field(sa_type=word_of(Provision), primary_key=True)


class SystemContact(SQLModel, table=True):
    """Whom to call for a system, and when; `person_id` is set where the number is that of somebody in the network."""

    __tablename__ = "system_contacts"

    id: int | None = Field(default=None, primary_key=True)
    system_id: int = Field(foreign_key="systems.id", index=True)
    hours: ContactHours = Field(sa_type=word_of(ContactHours))
    name: str
    title: str = ""
    phone: str = Field(max_length=16, index=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)


class SystemLook(SQLModel, table=True):
    """A look at whom to call for a system: who looked, and when; `is_export` says that they took a workbook out."""

    __tablename__ = "system_looks"

    id: int | None = Field(default=None, primary_key=True)
    system_id: int = Field(foreign_key="systems.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    is_export: bool = False


class IncidentSystem(SQLModel, table=True):
    """A system that an incident touches."""

    __tablename__ = "incident_systems"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    system_id: int = Field(foreign_key="systems.id", primary_key=True, index=True)


class IncidentDuty(SQLModel, table=True):
    """Something that must be told by law because of the systems that an incident touches, and until when.

    `rules` and `rule` lead to the rule, `because_of_id` to the system for which it was proposed. What was told has
    `done_at`, what does not apply here `dropped_at` with the coordinator's reason. `changed` says that the deadline is
    a coordinator's own.
    """

    __tablename__ = "incident_duties"
    __table_args__ = (
        partial_index("done_at IS NULL AND dropped_at IS NULL", "ix_incident_duties_open", "due_at"),
        UniqueConstraint("incident_id", "rules", "rule"),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id")
    because_of_id: int = Field(foreign_key="systems.id")
    rules: str
    rule: str
    # None until the end of the incident, from which some run.
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed: bool = False
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dropped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dropped_because: str | None = None
    # How often it was reminded of, and when last.
    reminders: int = 0
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
