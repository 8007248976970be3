"""Incidents, drills and digital-transformation problems, and what is said about them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.capabilities import Unit
from models.circles import WaveCircle
from models.columns import UtcDateTime, one_of, word_of
from models.members import Sector
from models.tlp import Tlp

# The words under which an incident and a notice are stored as that to which something is attached.
INCIDENT_SUBJECT = "incident"
NOTICE_SUBJECT = "notice"


class IncidentKind(StrEnum):
    """What is declared; a drill takes the same path as the real thing."""

    INCIDENT = "incident"
    DRILL = "drill"
    PROBLEM = "problem"


class IncidentType(StrEnum):
    """The types of Mẫu 05 of TT 20/2017/TT-BTTTT, after the three that are no attack."""

    TECHNICAL = "technical"
    OPERATION = "operation"
    DISASTER = "disaster"
    DENIAL_OF_SERVICE = "denial_of_service"
    PHISHING = "phishing"
    MALWARE = "malware"
    INTRUSION = "intrusion"
    DEFACEMENT = "defacement"
    ENCRYPTION = "encryption"
    SABOTAGE = "sabotage"
    ESPIONAGE = "espionage"
    COMBINED = "combined"
    OTHER = "other"


class Severity(StrEnum):
    """The network's own scale; the law knows only ordinary and serious."""

    LOW = "low"
    MEDIUM = "medium"
    SERIOUS = "serious"
    CRITICAL = "critical"


class IncidentStatus(StrEnum):
    """The life of an incident: 🔴 open, 🟠 being handled, 🟢 over."""

    OPEN = "open"
    HANDLING = "handling"
    CLOSED = "closed"


class NoticeKind(StrEnum):
    """What a coordinator says about an incident after it was declared."""

    UPDATE = "update"
    REPLY = "reply"
    ALL_CLEAR = "all_clear"
    REOPENED = "reopened"


class NoticeAudience(StrEnum):
    """To whom a notice goes."""

    ALL = "all"
    READY = "ready"
    NEEDS_INFO = "needs_info"
    OBSERVERS = "observers"


class Incident(SQLModel, table=True):
    """Something that happened, is exercised or should be solved, and what help is wanted."""

    __tablename__ = "incidents"
    __table_args__ = (UniqueConstraint("kind", "year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: IncidentKind = Field(sa_type=one_of(IncidentKind, "kind"))
    year: int
    number: int
    code: str = Field(unique=True)
    type: IncidentType = Field(sa_type=one_of(IncidentType, "type"))
    severity: Severity = Field(sa_type=one_of(Severity, "severity"))
    title: str
    description: str
    province_code: str = Field(max_length=2)
    headcount_wanted: int
    # What the number counts: people, teams, machines.
    headcount_unit: Unit = Field(default=Unit.PEOPLE, sa_type=word_of(Unit))
    began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Whether businesses are called too that are elsewhere, or cannot do what is needed.
    any_place: bool = Field(default=False)
    any_capability: bool = Field(default=False)
    # How far it may be told; without a label as it is in the network.
    tlp: Tlp | None = Field(default=None, sa_type=word_of(Tlp))
    # Since when it may be told to more people than before: what was said earlier was said to fewer.
    widened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    status: IncidentStatus = Field(sa_type=one_of(IncidentStatus, "status"), index=True)
    # The draft that it was declared from: a second tap on "send" finds it taken.
    draft_key: str = Field(unique=True)
    declared_by_id: int = Field(foreign_key="people.id")
    declared_at: datetime = Field(sa_type=UtcDateTime)
    closed_by_id: int | None = Field(default=None, foreign_key="people.id")
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    summary: str | None = None
    # When what was sent of it was last corrected.
    corrected_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The version of its severity's policy with which it began; none where it began before there were versions.
    policy_id: int | None = Field(default=None, foreign_key="policy_versions.id")
    # Since when a coordinator holds the waves back, since when the headcount wanted is there, and when those who were
    # not needed were thanked.
    waves_held_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    enough_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    thanked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class IncidentCommune(SQLModel, table=True):
    """A commune where help is wanted; an incident without one concerns the whole province."""

    __tablename__ = "incident_communes"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    commune_code: str = Field(primary_key=True, max_length=5)


class IncidentSector(SQLModel, table=True):
    """A sector that is called; an incident without one calls all."""

    __tablename__ = "incident_sectors"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    sector: Sector = Field(sa_type=one_of(Sector, "sector"), primary_key=True)


class IncidentCapability(SQLModel, table=True):
    """A capability that is wanted; an incident without one asks everybody who is called."""

    __tablename__ = "incident_capabilities"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    capability_id: int = Field(foreign_key="capabilities.id", primary_key=True)


class Alerted(SQLModel, table=True):
    """A person who was alerted of an incident for a business; one person may stand for several."""

    __tablename__ = "alerted"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True)
    person_id: int = Field(foreign_key="people.id", primary_key=True)


class NamedRecipient(SQLModel, table=True):
    """A person for whom an incident is that is for named people alone; coordinators read it all the same."""

    __tablename__ = "named_recipients"

    incident_id: int = Field(foreign_key="incidents.id", primary_key=True)
    person_id: int = Field(foreign_key="people.id", primary_key=True)


class Notice(SQLModel, table=True):
    """Words of a coordinator to those who were alerted.

    Of an update `text` says how things stand; what was done, what is needed and what was ruled out may stand beside it,
    and when the next one comes. `observers`: it goes to them too. `asks_seen`: whoever gets it is asked to acknowledge
    it. `is_unchanged`: it only says that nothing is new, and has no words. It may be `taken_back_at` a moment later.
    """

    __tablename__ = "notices"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    kind: NoticeKind = Field(sa_type=word_of(NoticeKind))
    audience: NoticeAudience = Field(sa_type=word_of(NoticeAudience))
    text: str
    said_by_id: int = Field(foreign_key="people.id")
    said_at: datetime = Field(sa_type=UtcDateTime)
    actions: str = ""
    needs: str = ""
    ruled_out: str = ""
    next_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    observers: bool = False
    asks_seen: bool = False
    is_unchanged: bool = False
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReminderKind(StrEnum):
    """What happens when too few have answered.

    Those alerted are reminded, those off duty are called too, a wider circle is called, or the severity is raised.
    """

    REMIND = "remind"
    WIDEN = "widen"
    WAVE = "wave"
    RAISE = "raise"


class Reminder(SQLModel, table=True):
    """A moment at which something is done about those who have not answered, or about there being too few.

    A wave calls its `circle` while fewer than `fewer_than` businesses are ready; `called` counts the businesses that it
    called, of those off duty the people, and is None where it was not needed.
    """

    __tablename__ = "reminders"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    kind: ReminderKind = Field(default=ReminderKind.REMIND, sa_type=word_of(ReminderKind))
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    circle: WaveCircle | None = Field(default=None, sa_type=word_of(WaveCircle))
    fewer_than: int = Field(default=0)
    called: int | None = None
