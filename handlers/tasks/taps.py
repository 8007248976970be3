"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.tasks import TaskStep
from services.tasks.lists import Heap


@dataclass(frozen=True)
class AssignTap(Tap):
    """The wish to give a task to a business; 0 where the incident or the business is still to be said."""

    word: ClassVar[str] = "ta"
    incident_id: int
    member_id: int


@dataclass(frozen=True)
class AssignAfterDrillTap(Tap):
    """The wish to give a task that comes from the review of a planned drill (id)."""

    word: ClassVar[str] = "tad"
    drill_id: int


@dataclass(frozen=True)
class AssignNowTap(Tap):
    """The word that a task goes out as its preview shows it; `key` is the draft's."""

    word: ClassVar[str] = "tn"
    key: str


@dataclass(frozen=True)
class TaskTap(Tap):
    """A look at a task."""

    word: ClassVar[str] = "tk"
    task_id: int


@dataclass(frozen=True)
class TaskStepTap(Tap):
    """What a representative of a task's owner says of it."""

    word: ClassVar[str] = "ts"
    task_id: int
    step: TaskStep


@dataclass(frozen=True)
class TaskOrderTap(Tap):
    """What a coordinator decides of a task."""

    word: ClassVar[str] = "to"
    task_id: int
    step: TaskStep


@dataclass(frozen=True)
class TaskVerifyTap(Tap):
    """The word that a task is done, after it was asked."""

    word: ClassVar[str] = "tq"
    task_id: int


@dataclass(frozen=True)
class TaskFilesTap(Tap):
    """A look at the photos and documents of a task, from the one at `start` on."""

    word: ClassVar[str] = "tf"
    task_id: int
    start: int


@dataclass(frozen=True)
class TaskListTap(Tap):
    """A look at a heap of tasks, a page at a time; of one incident, unless that is 0."""

    word: ClassVar[str] = "tl"
    heap: Heap
    incident_id: int
    page: int
