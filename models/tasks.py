"""Tasks: what one business is asked to do until when, and how it goes."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index
from models.incidents import Severity

# The word under which a task is stored as what a message is about.
TASK_SUBJECT = "task"
# The word under which a step is stored as that to which something is attached.
TASK_CHANGE_SUBJECT = "task_change"
TASK_PLACE_LENGTH = 200


class TaskState(StrEnum):
    """Where a task stands; the last three are final, a declined one waits for another owner."""

    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    STARTED = "started"
    ON_SITE = "on_site"
    BLOCKED = "blocked"
    DONE = "done"
    DECLINED = "declined"
    VERIFIED = "verified"
    CANCELLED = "cancelled"


# Work that somebody waits for; what is done is only to be verified.
UNFINISHED = (TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.STARTED, TaskState.ON_SITE, TaskState.BLOCKED)
# A task in these states asks nothing of the business any more.
OVER = (TaskState.VERIFIED, TaskState.CANCELLED, TaskState.DECLINED)


class TaskStep(StrEnum):
    """What happened to a task: a step of its history."""

    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    STARTED = "started"
    ON_SITE = "on_site"
    BLOCKED = "blocked"
    DONE = "done"
    DECLINED = "declined"
    SENT_BACK = "sent_back"
    REASSIGNED = "reassigned"
    VERIFIED = "verified"
    CANCELLED = "cancelled"


class TaskWatch(StrEnum):
    """What is watched: that a task is acknowledged, and that it is done in time."""

    UNACKNOWLEDGED = "unacknowledged"
    OVERDUE = "overdue"


class Task(SQLModel, table=True):
    """Something that one business is asked to do: one owner, one deadline, of an incident or on its own.

    `drill_id` is the planned drill whose review it comes from: what is to be done after it is no part of the drill.
    """

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    drill_id: int | None = Field(default=None, foreign_key="drills.id", index=True)
    member_id: int = Field(foreign_key="members.id", index=True)
    severity: Severity = Field(sa_type=one_of(Severity, "severity"))
    what: str
    place: str
    due_at: datetime = Field(sa_type=UtcDateTime)
    state: TaskState = Field(sa_type=one_of(TaskState, "state"), index=True)
    state_at: datetime = Field(sa_type=UtcDateTime)
    asked_by_id: int = Field(foreign_key="people.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    # The draft that it was made from: a second tap on "send" finds it taken.
    draft_key: str = Field(unique=True)


class TaskChange(SQLModel, table=True):
    """One step of a task's history: what happened, who did it, when and with which words, to whose task.

    `update_id` puts what came in at one moment in order; older steps have none.
    """

    __tablename__ = "task_changes"

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="tasks.id", index=True)
    member_id: int = Field(foreign_key="members.id")
    person_id: int = Field(foreign_key="people.id")
    step: TaskStep = Field(sa_type=one_of(TaskStep, "step"))
    at: datetime = Field(sa_type=UtcDateTime)
    update_id: int = Field(default=0, sa_type=BigInteger)
    note: str | None = None


class TaskReminder(SQLModel, table=True):
    """A moment at which a task that is unacknowledged or overdue is told of: `rung` 1, 2, 3 go up the ladder."""

    __tablename__ = "task_reminders"
    __table_args__ = (partial_index("done_at IS NULL", "ix_task_reminders_due", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="tasks.id", index=True)
    watch: TaskWatch = Field(sa_type=one_of(TaskWatch, "watch"))
    rung: int
    due_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
