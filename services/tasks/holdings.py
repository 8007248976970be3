"""What tasks hold about people and businesses: who asked, who took which step, and whose the task is."""

from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.members import Member
from models.people import Person
from models.tasks import TASK_CHANGE_SUBJECT, TASK_SUBJECT, Task, TaskChange
from services.ground import attachments
from services.ground.holding_types import FilePart, Leaving, NumberKept, OfPerson, all_of, beside_member
from services.outbox import broadcasts


def _steps(person: Person) -> Any:
    return (
        select(TaskChange, Task, Member, attachments.written_of(TaskChange, TASK_CHANGE_SUBJECT))
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .where(TaskChange.person_id == id_of(person))
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    )


def _asked(person: Person) -> Any:
    return beside_member(Task).where(Task.asked_by_id == id_of(person)).order_by(col(Task.id))


async def redraw_tasks(session: AsyncSession, leaving: Leaving) -> None:
    """Have the cards edited of tasks that a person asked for, or took a step of."""
    did = select(TaskChange.task_id).where(TaskChange.person_id == leaving.person_id)
    asked = select(Task.id).where(Task.asked_by_id == leaving.person_id)
    for tasks in (did, asked):
        await broadcasts.redraw(session, subject=TASK_SUBJECT, subject_id=tasks, lane=Lane.UPDATE, now=leaving.now)


PARTS = (FilePart("task-steps", _steps), FilePart("tasks-asked", _asked))
PEOPLE = (
    OfPerson(col(TaskChange.person_id), "task-steps", NumberKept("the steps of a task are its business's")),
    OfPerson(col(Task.asked_by_id), "tasks-asked", NumberKept("the task is the office's")),
)
MEMBERS = (
    all_of(col(Task.member_id)),
    all_of(col(TaskChange.member_id)),
)
