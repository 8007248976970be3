"""What is said of tasks, to the people of their owner and to coordinators."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.identity import id_of
from models.tasks import OVER, TASK_SUBJECT, Task, TaskState, TaskWatch
from services.ground.details import Details
from services.ground.faces import MessageKind, called


class Head(StrEnum):
    """Which words an owner's card begins with when it comes as a new message; the first one has none."""

    SENT_BACK = "sent_back"
    GIVEN_AWAY = "given_away"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class OwnersCard(Details):
    """The business (id) to whose people a card goes; one that a person opened has the way back to the list."""

    word = "card"
    member_id: int
    incident_id: int | None
    head: Head | None = None
    opened: bool = False


@dataclass(frozen=True)
class OwnersReminder(Details):
    """The business (id) whose people are reminded, and by which rung of which ladder."""

    word = "reminder"
    member_id: int
    incident_id: int | None
    watch: TaskWatch
    rung: int


@dataclass(frozen=True)
class CoordinatorsCard(Details):
    """The incident (id) that the task is of."""

    word = "watch"
    incident_id: int | None


@dataclass(frozen=True)
class Alarm(Details):
    """What needs a word: a state that the task has come into, or what is watched."""

    word = "alarm"
    why: TaskState | TaskWatch
    incident_id: int | None


async def _open(session: AsyncSession, member_id: int) -> Sequence[tuple[int, OwnersCard]]:
    tasks = select(Task).where(Task.member_id == member_id, col(Task.state).not_in(OVER))
    return [(id_of(task), OwnersCard(member_id, task.incident_id)) for task in (await session.exec(tasks)).all()]


CALLED = called(Task.code)
TASK = MessageKind(
    BroadcastKind.TASK,
    Lane.TASK,
    TASK_SUBJECT,
    named=CALLED,
    details=(OwnersCard,),
    sent_again=True,
    replaceable=True,
    open_for=_open,
)
TASK_REMINDER = MessageKind(
    BroadcastKind.TASK_REMINDER, Lane.TASK, TASK_SUBJECT, named=CALLED, details=(OwnersReminder,)
)
TASK_WATCH = MessageKind(
    BroadcastKind.TASK_WATCH, Lane.REPLY, TASK_SUBJECT, named=CALLED, details=(CoordinatorsCard,), replaceable=True
)
TASK_ALARM = MessageKind(BroadcastKind.TASK_ALARM, Lane.TASK, TASK_SUBJECT, named=CALLED, details=(Alarm,))
KINDS = (TASK, TASK_REMINDER, TASK_WATCH, TASK_ALARM)
