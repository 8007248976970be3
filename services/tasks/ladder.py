"""Tasks that nobody acknowledges, or that are overdue: the owner's people, then its backups, then the coordinators."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.tasks import UNFINISHED, Task, TaskReminder, TaskState, TaskWatch
from services.incidents import under_way
from services.policies import versions as policies
from services.tasks import cards

HOLDERS, ALL_SPOKESPEOPLE, COORDINATORS = RUNGS = (1, 2, 3)
AFTER_THE_END = timedelta(days=1)
# The states in which the owner has something left to do.
WATCHED = {TaskWatch.UNACKNOWLEDGED: (TaskState.ASSIGNED,), TaskWatch.OVERDUE: UNFINISHED}


async def plan(session: AsyncSession, *, task: Task, now: datetime) -> None:
    """Set the times of both ladders anew: from now for the acknowledgement, from the deadline for the rest.

    What is given after the end of its incident has days between the rungs: nothing burns any more.
    """
    await drop(session, task=task, watches=tuple(TaskWatch))
    policy = await policies.of_something(session, incident_id=task.incident_id, severity=task.severity)
    incident = await session.get(Incident, task.incident_id) if task.incident_id is not None else None
    is_over = incident is not None and incident.status is IncidentStatus.CLOSED
    spacing = AFTER_THE_END if is_over else timedelta(minutes=policy.task_spacing)
    first = {TaskWatch.UNACKNOWLEDGED: now + spacing, TaskWatch.OVERDUE: task.due_at}
    session.add_all(
        TaskReminder(task_id=id_of(task), watch=watch, rung=rung, due_at=first[watch] + place * spacing)
        for watch in TaskWatch
        for place, rung in enumerate(RUNGS)
    )
    await session.flush()


async def settle(session: AsyncSession, *, task: Task) -> None:
    """Drop what is not to be watched for any more in the state that a task has come into."""
    over = [watch for watch, states in WATCHED.items() if task.state not in states]
    await drop(session, task=task, watches=over)


async def drop(session: AsyncSession, *, task: Task, watches: Sequence[TaskWatch]) -> None:
    """Forget the rungs to come."""
    await session.exec(
        delete(TaskReminder).where(
            col(TaskReminder.task_id) == id_of(task),
            col(TaskReminder.watch).in_(watches),
            col(TaskReminder.done_at).is_(None),
        )
    )


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Climb the rungs whose time has come; after a silence of the bot, several of one task are one message.

    Those of an incident that is over are left: nobody is called for what has ended, unless the end is taken back, or
    they were given after it. Those of a drill wait while it rests for what is real.
    """
    due: dict[int, list[TaskReminder]] = defaultdict(list)
    tasks: dict[int, Task] = {}
    for reminder, task in (await session.exec(_due(), params={"now": now})).all():
        reminder.done_at = now
        tasks[id_of(task)] = task
        if task.state in WATCHED[reminder.watch]:
            due[id_of(task)].append(reminder)
    for task_id, reminders in due.items():
        await _climb(session, tasks[task_id], reminders, now=now)


@cache
def _due() -> Select[TaskReminder, Task]:
    is_under_way = col(Incident.status) != IncidentStatus.CLOSED
    given_after_the_end = col(Task.asked_at) > col(Incident.closed_at)
    return (
        select(TaskReminder, Task)
        .join(Task, col(Task.id) == col(TaskReminder.task_id))
        .outerjoin(Incident, col(Incident.id) == col(Task.incident_id))
        .where(
            col(TaskReminder.done_at).is_(None),
            col(TaskReminder.due_at) <= bindparam("now"),
            col(Incident.id).is_(None) | ((is_under_way | given_after_the_end) & ~under_way.rests()),
        )
        .order_by(col(TaskReminder.due_at), col(TaskReminder.id))
    )


async def _climb(session: AsyncSession, task: Task, due: Sequence[TaskReminder], *, now: datetime) -> None:
    for_owner = [one for one in due if one.rung != COORDINATORS]
    for_coordinators = [one for one in due if one.rung == COORDINATORS]
    if for_owner:
        await _remind_owner(session, task, max(for_owner, key=_weight), now=now)
    if for_coordinators:
        watch = max(for_coordinators, key=_weight).watch
        await cards.alarm(session, task=task, why=watch, everybody=True, now=now)
    # From now on the cards say that it is overdue.
    await cards.redraw(session, task=task, now=now)


def _weight(reminder: TaskReminder) -> tuple[bool, int]:
    """Weigh reminders of one moment: who is told that a task is overdue need not hear that it is unacknowledged."""
    return (reminder.watch is TaskWatch.OVERDUE, reminder.rung)


async def _remind_owner(session: AsyncSession, task: Task, reminder: TaskReminder, *, now: datetime) -> None:
    """Remind those who may read the task; where the label leaves nobody, whoever asked is told instead."""
    everyone = await cards.readers(session, member_id=task.member_id, incident_id=task.incident_id)
    if not everyone and await cards.spokespeople(session, member_id=task.member_id):
        await cards.alarm(session, task=task, why=reminder.watch, now=now)
        return
    having = await cards.holders(session, task=task, member_id=task.member_id)
    called = (having or everyone) if reminder.rung == HOLDERS else everyone
    await cards.remind(session, task=task, called=called, watch=reminder.watch, rung=reminder.rung, now=now)
