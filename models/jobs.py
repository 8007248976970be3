"""Long work that a person asked for in chat: done beside everything else, told by one message of progress."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, word_of


class JobKind(StrEnum):
    """What is to be done."""

    CHECK_IMPORT = "check_import"
    IMPORT = "import"
    INVITATION_SHEET = "invitation_sheet"
    EXPORT_ROSTER = "export_roster"
    EXPORT_ANSWERS = "export_answers"
    EXPORT_TASKS = "export_tasks"
    IMPORT_SYSTEMS = "import_systems"
    EXPORT_SYSTEMS = "export_systems"
    DRILL_CHART = "drill_chart"
    PAPER = "paper"
    TIME_LINE = "time_line"
    HALF_YEAR_PAPER = "half_year_paper"
    DRILL_PAPER = "drill_paper"
    HONOURS = "honours"
    AUDIT = "audit"
    FIGURES = "figures"


class JobState(StrEnum):
    """How far the work has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(SQLModel, table=True):
    """One piece of work: `asked` says of what, `found` what came of it. Doing it twice changes nothing more."""

    __tablename__ = "jobs"

    id: int | None = Field(default=None, primary_key=True)
    kind: JobKind = Field(sa_type=word_of(JobKind))
    state: JobState = Field(sa_type=one_of(JobState, "state"), index=True)
    person_id: int = Field(foreign_key="people.id")
    asked: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    found: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    asked_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The message in which progress is told.
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    attempts: int = 0
    error: str | None = None
