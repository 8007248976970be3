"""Planned drills: when they begin, who takes part, and what each business did with each inject."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index, word_of
from models.members import Sector

# The word under which a planned drill is stored as what a message is about.
DRILL_SUBJECT = "drill"


class DrillState(StrEnum):
    """Where a planned drill stands; that one rests is said by its run. The last two are final."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    CANCELLED = "cancelled"


class Drill(SQLModel, table=True):
    """A drill that is planned ahead: a script, a moment at which it begins, and those who take part.

    `announce_at` is when those who take part are told of the day, None for a drill that comes unannounced.
    `known_real` are the real incidents (ids) that were under way when it was let go last: any other makes it rest.
    `held_at` is when its beginning was put off, since a real incident was under way. `before_id` is the drill that it
    repeats. Who takes part is said by `sector`, `communes` (codes) or `as_in_id`, the drill whose businesses these are;
    without them it is the whole network.
    """

    __tablename__ = "drills"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        partial_index("state = 'planned'", "ix_drills_planned", "starts_at"),
        partial_index("state = 'running'", "ix_drills_running", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    code: str = Field(unique=True)
    title: str
    state: DrillState = Field(sa_type=word_of(DrillState))
    script_id: int = Field(foreign_key="scripts.id")
    run_id: int | None = Field(default=None, foreign_key="script_runs.id", unique=True)
    sector: Sector | None = Field(default=None, sa_type=one_of(Sector, "sector"))
    communes: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    as_in_id: int | None = Field(default=None, foreign_key="drills.id")
    starts_at: datetime = Field(sa_type=UtcDateTime)
    announced: bool = Field(default=False)
    announce_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    announced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    yearly: bool = Field(default=False)
    before_id: int | None = Field(default=None, foreign_key="drills.id", unique=True)
    planned_by_id: int = Field(foreign_key="people.id")
    planned_at: datetime = Field(sa_type=UtcDateTime)
    # The draft that it was planned in: a second tap on "plan" finds it taken.
    draft_key: str = Field(unique=True)
    held_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    known_real: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    # The real incident for which it rests, or for which its beginning was put off, if it is for one.
    rests_for_id: int | None = Field(default=None, foreign_key="incidents.id")
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DrillMember(SQLModel, table=True):
    """A business that takes part in a drill, as it was when the drill began.

    `added_at` is when it was added by name, before the beginning or after. `taken_out_at` is when it was taken out by
    name, before the beginning: it is of the circle, and takes no part.
    """

    __tablename__ = "drill_members"

    drill_id: int = Field(foreign_key="drills.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_out_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InjectReply(SQLModel, table=True):
    """What one business did with one inject that it got; it is there from the moment at which the inject came.

    `done` says whether the expected action was done, None while nothing was said of it. `missed_at` is when the time
    was over without an answer.
    """

    __tablename__ = "inject_replies"

    run_step_id: int = Field(foreign_key="run_steps.id", primary_key=True)
    member_id: int = Field(foreign_key="members.id", primary_key=True)
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # How long the answer took, the time while the drill rested left out.
    took_seconds: int | None = None
    answered_by_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    done: bool | None = None
    words: str | None = None
    missed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
