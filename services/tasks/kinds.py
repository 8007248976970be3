"""What is said of tasks, to the people of their owner and to coordinators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.identity import id_of
from models.tasks import OVER, TASK_CHANGE_SUBJECT, TASK_SUBJECT, Task, TaskChange, TaskState, TaskStep, TaskWatch
from services.ground.details import Details, read
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


# With which step the files came that go out under a card, by the words with which the card begins.
BROUGHT = {None: TaskStep.ASSIGNED, Head.SENT_BACK: TaskStep.SENT_BACK, Head.CANCELLED: TaskStep.CANCELLED}


async def _of_card(
    session: AsyncSession, task_id: int | None, details: Mapping[str, Any] | None
) -> tuple[str, int] | None:
    """Tell where the files are kept of what a card brings: the order, more that is asked for, or that it is over.

    A card that a person opened brings none: the button on it shows them.
    """
    card = read(details, OwnersCard)
    if card is None or card.opened or card.head not in BROUGHT:
        return None
    query = select(func.max(col(TaskChange.id))).where(
        TaskChange.task_id == task_id, TaskChange.step == BROUGHT[card.head]
    )
    change_id = (await session.exec(query)).one()
    return (TASK_CHANGE_SUBJECT, change_id) if change_id is not None else None


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
    brings=_of_card,
)
TASK_REMINDER = MessageKind(
    BroadcastKind.TASK_REMINDER, Lane.TASK, TASK_SUBJECT, named=CALLED, details=(OwnersReminder,)
)
TASK_WATCH = MessageKind(
    BroadcastKind.TASK_WATCH,
    Lane.REPLY,
    TASK_SUBJECT,
    named=CALLED,
    details=(CoordinatorsCard,),
    sent_again=True,
    replaceable=True,
)
TASK_ALARM = MessageKind(
    BroadcastKind.TASK_ALARM, Lane.TASK, TASK_SUBJECT, named=CALLED, details=(Alarm,), sent_again=True
)
KINDS = (TASK, TASK_REMINDER, TASK_WATCH, TASK_ALARM)
