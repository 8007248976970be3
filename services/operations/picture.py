"""Who does what now: the answer of an incident to whoever comes to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.tasks import UNFINISHED, Task, TaskState
from services.command import holding
from services.presence import stays
from services.tally import counting
from services.tally.counting import Tally
from services.tasks.lists import TaskLine
from services.updates import due

# So many tasks are named; the rest is counted.
MOST_TASKS = 6


@dataclass(frozen=True)
class OpenTasks:
    """An incident's tasks: how many there are in all, how many wait for somebody, and the most pressing of these."""

    total: int
    unfinished: int
    overdue: int
    to_verify: int
    lines: Sequence[TaskLine]


@dataclass(frozen=True)
class Picture:
    """How an incident stands: who leads, who answered, who is on site, and which tasks are open."""

    commander: Person | None
    counted: Tally
    on_site: Sequence[str]
    tasks: OpenTasks
    next_update_at: datetime | None


async def of(session: AsyncSession, *, incident: Incident, now: datetime) -> Picture:
    """Tell how an incident stands."""
    counted = await counting.count(session, incident=incident, now=now)
    held = await holding.holder(session, incident=incident)
    tasks = await tasks_of(session, incident=incident, now=now)
    owed = await due.of_incident(session, incident=incident)
    return Picture(
        held.person if held.coordinates else None,
        counted,
        await _on_site(session, incident),
        tasks,
        owed.due_at if owed else None,
    )


async def _on_site(session: AsyncSession, incident: Incident) -> Sequence[str]:
    """Name the businesses that are on site now, by their arrival."""
    there = await stays.there_now(session, incident_id=id_of(incident))
    names = await session.exec(select(Member.id, Member.name).where(col(Member.id).in_(there)))
    by_id = dict(names.all())
    return [by_id[member_id] for member_id in there if member_id in by_id]


async def tasks_of(session: AsyncSession, *, incident: Incident, now: datetime) -> OpenTasks:
    """Tell which of an incident's tasks are open, what is overdue first."""
    unfinished = col(Task.state).in_(UNFINISHED)
    counts = select(
        func.count(),
        func.count().filter(unfinished),
        func.count().filter(unfinished & (col(Task.due_at) <= now)),
        func.count().filter(col(Task.state) == TaskState.DONE),
    ).where(Task.incident_id == id_of(incident))
    total, waiting, overdue, to_verify = (await session.exec(counts)).one()
    query = (
        select(Task, Member.name)
        .join(Member, col(Member.id) == col(Task.member_id))
        .where(Task.incident_id == id_of(incident), unfinished)
        .order_by(case((col(Task.state) == TaskState.BLOCKED, 0), else_=1), col(Task.due_at), col(Task.id))
        .limit(MOST_TASKS)
    )
    lines = [TaskLine(task, member, incident.code) for task, member in (await session.exec(query)).all()]
    return OpenTasks(total, waiting, overdue, to_verify, lines)
