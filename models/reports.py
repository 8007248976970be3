"""Reports: the first signs that members see, and what coordinators make of them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of
from models.tlp import Tlp

# The word under which a report is stored as what a message is about, and as that to which something is attached.
REPORT_SUBJECT = "report"


class ReportKind(StrEnum):
    """What a member sees, in the few words of one who is no expert."""

    FAILURE = "failure"
    LINE = "line"
    MALWARE = "malware"
    INTRUSION = "intrusion"
    LEAK = "leak"
    DENIAL = "denial"
    PHISHING = "phishing"
    OTHER = "other"


class PlaceFrom(StrEnum):
    """From what the commune of a report is known."""

    LOCATION = "location"
    WORDS = "words"
    BUSINESS = "business"


class ReportState(StrEnum):
    """Where a report stands; one that is laid to another follows that one, and the last three are final."""

    NEW = "new"
    SEEN = "seen"
    HANDED_UP = "handed_up"
    LAID = "laid"
    INCIDENT = "incident"
    ADVISORY = "advisory"
    NOTHING = "nothing"


class ReportStep(StrEnum):
    """What happened to a report after it was sent."""

    SEEN = "seen"
    # What was begun with it was given up: it waits again.
    PUT_BACK = "put_back"
    ASKED_BACK = "asked_back"
    ADDED = "added"
    # The words were put in other words; what they were is the note.
    EDITED = "edited"
    HANDED_UP = "handed_up"
    LAID = "laid"
    DECLARED = "declared"
    JOINED = "joined"
    ADVISORY = "advisory"
    NOTHING = "nothing"
    # What was ended with words is looked at again.
    TAKEN_UP = "taken_up"
    # It was laid to another or added to an incident by mistake.
    PARTED = "parted"


# What coordinators still have to decide on.
UNDECIDED = (ReportState.NEW, ReportState.SEEN, ReportState.HANDED_UP)
# What coordinators have ended with words; it waits again when its reporter adds to it.
ENDED = (ReportState.ADVISORY, ReportState.NOTHING)


class Report(SQLModel, table=True):
    """A sign that a person saw for a business; one that is confidential is for coordinators and that person alone.

    `message_id` is the person's own message: an edit of it changes the words. `update_id` puts what came in at one
    moment in order. `laid_to_id` is the report whose matter it is too.
    """

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        partial_index("state IN ('new', 'seen', 'handed_up')", "ix_reports_undecided", "kind", "reported_at"),
        partial_index("state = 'incident' AND naming_asked_at IS NULL", "ix_reports_unasked", "incident_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    kind: ReportKind = Field(sa_type=word_of(ReportKind))
    # Since when, as far as that is known.
    began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    is_own: bool
    # Whose system it is, if another's: the business or the system that was chosen, or what was typed of it.
    owner_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    system_id: int | None = Field(default=None, foreign_key="systems.id")
    whose_said: str = ""
    needs_help: bool
    is_confidential: bool
    # The narrowest label that was added later; what the words themselves name is read from them.
    tlp: Tlp | None = Field(default=None, sa_type=word_of(Tlp))
    text: str
    commune_code: str | None = Field(default=None, max_length=5)
    place_from: PlaceFrom | None = Field(default=None, sa_type=word_of(PlaceFrom))
    message_id: int = Field(default=0, sa_type=BigInteger)
    reported_at: datetime = Field(sa_type=UtcDateTime)
    update_id: int = Field(default=0, sa_type=BigInteger)
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: ReportState = Field(sa_type=word_of(ReportState))
    state_at: datetime = Field(sa_type=UtcDateTime)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    laid_to_id: int | None = Field(default=None, foreign_key="reports.id", index=True)
    # Whether the person may be named with thanks: asked at the end, and silence is no consent.
    naming_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    may_be_named: bool | None = None
    # The draft that it was made from: a second tap on "send" finds it taken.
    draft_key: str = Field(unique=True)


class ReportChange(SQLModel, table=True):
    """One step of a report's history: what happened, who did it, when and with which words."""

    __tablename__ = "report_changes"

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="reports.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    step: ReportStep = Field(sa_type=word_of(ReportStep))
    at: datetime = Field(sa_type=UtcDateTime)
    note: str | None = None


class ReportClimb(SQLModel, table=True):
    """A moment at which a report that nobody has looked at is told of again: `rung` 1, 2, 3 go up the ladder."""

    __tablename__ = "report_climbs"
    __table_args__ = (partial_index("done_at IS NULL", "ix_report_climbs_due", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="reports.id", index=True)
    rung: int
    due_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReportDeclaration(SQLModel, table=True):
    """What was begun from a report, a declaration or words: by its draft's key it is known what came of it."""

    __tablename__ = "report_declarations"
    __table_args__ = (partial_index("done_at IS NULL", "ix_report_declarations_begun", "draft_key"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="reports.id", index=True)
    draft_key: str = Field(unique=True)
    begun_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
