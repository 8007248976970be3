"""Scripts: what is done in which order, as a playbook of an incident or as the injects of a drill, and how it runs."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of

# The word under which a step is stored as that to which something is attached.
SCRIPT_STEP_SUBJECT = "script_step"
# The words under which a run, and a step of it, are stored as what a message is about.
SCRIPT_RUN_SUBJECT = "script_run"
RUN_STEP_SUBJECT = "run_step"


class ScriptKind(StrEnum):
    """What a script is for; both are run by the same clock."""

    PLAYBOOK = "playbook"
    DRILL = "drill"


class StepRole(StrEnum):
    """Who is to do a step, or gets an inject: the office itself, a business of a sector, or the one that is named.

    Of an incident that touches systems also who operates one, or provides connectivity or security for it.
    """

    COORDINATORS = "coordinators"
    ANY = "any"
    TELECOM = "telecom"
    POSTAL = "postal"
    IT = "it"
    OPERATOR = "operator"
    CONNECTIVITY = "connectivity"
    SECURITY = "security"
    NAMED = "named"
    EVERYONE = "everyone"


class StepStart(StrEnum):
    """From when the minutes of a step count: from the beginning of the run, or from the end of the step before."""

    BEGINNING = "beginning"
    STEP_BEFORE = "step_before"


class RunStepState(StrEnum):
    """Where a step of a run stands; the last two are final."""

    WAITING = "waiting"
    DUE = "due"
    DONE = "done"
    SKIPPED = "skipped"


# A step in these states is not over.
UNSETTLED = (RunStepState.WAITING, RunStepState.DUE)


class Script(SQLModel, table=True):
    """One version of a script; all versions of it share kind and name.

    A version that is being worked on has no `saved_at` yet; the one that counts was saved and not replaced. `title_en`
    is there only where the product brought the words; what people write is shown to everybody as it is. `types` are
    the incident types that it is proposed for, `words` tell it from others of the same type, `source` says where its
    content is from.
    """

    __tablename__ = "scripts"
    __table_args__ = (UniqueConstraint("kind", "name", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: ScriptKind = Field(sa_type=word_of(ScriptKind))
    name: str = Field(max_length=32)
    version: int
    title: str
    title_en: str | None = None
    types: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    words: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    source: str = ""
    made_at: datetime = Field(sa_type=UtcDateTime)
    # Nobody, where the product brought it.
    made_by_id: int | None = Field(default=None, foreign_key="people.id")
    saved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    replaced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ScriptStep(SQLModel, table=True):
    """One step of a version: when it begins, who does it or gets it, what it says, and what is expected by when.

    `minutes` count from the beginning of the run or from the end of the step before; `within` are those to do it in.
    `member_id` is the business of a step whose role is `named`. Photos are attached to it as its subject.
    """

    __tablename__ = "script_steps"

    id: int | None = Field(default=None, primary_key=True)
    script_id: int = Field(foreign_key="scripts.id", index=True)
    place: int
    role: StepRole = Field(sa_type=word_of(StepRole))
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    starts: StepStart = Field(sa_type=word_of(StepStart))
    minutes: int
    within: int
    text: str
    text_en: str | None = None
    expected: str = ""
    expected_en: str | None = None


class ScriptRun(SQLModel, table=True):
    """A version of a script that was started, on an incident unless it is a drill that has none; it keeps its version.

    While `paused_at` is set no step comes due; on going on, all that is to come moves by the pause.
    """

    __tablename__ = "script_runs"
    __table_args__ = (partial_index("ended_at IS NULL", "ix_script_runs_under_way", "incident_id"),)

    id: int | None = Field(default=None, primary_key=True)
    script_id: int = Field(foreign_key="scripts.id", index=True)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    began_at: datetime = Field(sa_type=UtcDateTime)
    began_by_id: int = Field(foreign_key="people.id")
    paused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RunStep(SQLModel, table=True):
    """A step of a run: when it is due, who does it, and what came of it.

    `due_at` is None while it waits for the step before. `member_id` is the business that was chosen for it, None where
    the office does it or nobody was found. `until_at` is its deadline once it came due, `task_id` the task that was
    made of it. `reason` says why it was skipped.
    """

    __tablename__ = "run_steps"
    __table_args__ = (
        UniqueConstraint("run_id", "place"),
        partial_index("state = 'waiting' AND due_at IS NOT NULL", "ix_run_steps_to_come", "due_at"),
        partial_index("state = 'due'", "ix_run_steps_under_way", "run_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="script_runs.id")
    step_id: int = Field(foreign_key="script_steps.id")
    place: int
    state: RunStepState = Field(sa_type=word_of(RunStepState))
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    came_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    task_id: int | None = Field(default=None, foreign_key="tasks.id", unique=True)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_by_id: int | None = Field(default=None, foreign_key="people.id")
    reason: str | None = None
