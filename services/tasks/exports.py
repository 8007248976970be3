"""Tasks as rows of a workbook."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.tasks import Task, TaskChange, TaskState
from services.people import businesses

EXPORTED_AT_ONCE = 500


@dataclass(frozen=True)
class ExportedTask:
    """A task as a row of a workbook; `note` is the last word that was said of it."""

    code: str
    incident_code: str | None
    member: str
    tax_code: str
    what: str
    place: str
    asked_by: str
    asked_at: datetime
    due_at: datetime
    state: TaskState
    state_at: datetime
    note: str | None


async def for_export(session: AsyncSession, *, incident_id: int | None = None) -> AsyncIterator[ExportedTask]:
    """Give all tasks, or those of one incident, in the order of their codes, a few hundred in memory at a time."""
    query = (
        select(Task, Member, businesses.registered_name(), Incident)
        .join(Member, col(Member.id) == col(Task.member_id))
        .join(Person, col(Person.id) == col(Task.asked_by_id))
        .outerjoin(Incident, col(Incident.id) == col(Task.incident_id))
        .order_by(col(Task.id))
        .limit(EXPORTED_AT_ONCE)
    )
    if incident_id is not None:
        query = query.where(Task.incident_id == incident_id)
    after = 0
    while rows := (await session.exec(query.where(col(Task.id) > after))).all():
        notes = await _last_notes(session, [id_of(task) for task, *_ in rows])
        for task, member, asked_by, incident in rows:
            yield _exported(task, member, asked_by, incident, notes.get(id_of(task)))
        after = id_of(rows[-1][0])


async def _last_notes(session: AsyncSession, task_ids: Sequence[int]) -> dict[int, str | None]:
    """Find the last word said of each of some tasks."""
    said = await session.exec(
        select(TaskChange.task_id, TaskChange.note)
        .where(col(TaskChange.task_id).in_(task_ids), col(TaskChange.note).is_not(None))
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    )
    return dict(said.all())


def _exported(task: Task, member: Member, asked_by: str, incident: Incident | None, note: str | None) -> ExportedTask:
    return ExportedTask(
        code=task.code,
        incident_code=incident.code if incident else None,
        member=member.name,
        tax_code=member.tax_code,
        what=task.what,
        place=task.place,
        asked_by=asked_by,
        asked_at=task.asked_at,
        due_at=task.due_at,
        state=task.state,
        state_at=task.state_at,
        note=note,
    )
