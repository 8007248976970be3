"""Tasks in lists: by where they stand, counted, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, case, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident
from models.members import Member
from models.tasks import UNFINISHED, Task, TaskState
from services.ground.paging import nearest_page
from services.incidents.sharing import naming

PAGE = 5
FINAL = (TaskState.VERIFIED, TaskState.CANCELLED)


class Heap(StrEnum):
    """The heaps into which tasks fall; what is overdue is in another one too, and ALL is all of them."""

    ALL = "all"
    TODO = "todo"
    DOING = "doing"
    BLOCKED = "blocked"
    OVERDUE = "overdue"
    WAITING = "waiting"
    DECLINED = "declined"
    FINISHED = "finished"


# To its owner a task that is blocked is one under way, and one that it declined is off its hands.
OF_A_MEMBER = {
    Heap.TODO: (TaskState.ASSIGNED,),
    Heap.DOING: (TaskState.ACKNOWLEDGED, TaskState.STARTED, TaskState.ON_SITE, TaskState.BLOCKED),
    Heap.WAITING: (TaskState.DONE,),
    Heap.FINISHED: (TaskState.DECLINED, *FINAL),
}
OF_COORDINATORS = {
    Heap.TODO: (TaskState.ASSIGNED,),
    Heap.DOING: (TaskState.ACKNOWLEDGED, TaskState.STARTED, TaskState.ON_SITE),
    Heap.BLOCKED: (TaskState.BLOCKED,),
    Heap.OVERDUE: UNFINISHED,
    Heap.WAITING: (TaskState.DONE,),
    Heap.DECLINED: (TaskState.DECLINED,),
    Heap.FINISHED: FINAL,
}


@dataclass(frozen=True)
class Scope:
    """Whose tasks are listed: those of some businesses (ids), or all, as coordinators see them; or of one incident.

    A `reader` (id) does not see what belongs to an incident for named people alone, unless they are.
    """

    members: Sequence[int] | None = None
    incident_id: int | None = None
    reader: int | None = None

    @property
    def heaps(self) -> Mapping[Heap, Sequence[TaskState]]:
        """Give the heaps of these readers, the most pressing first."""
        return OF_COORDINATORS if self.members is None else OF_A_MEMBER


@dataclass(frozen=True)
class TaskLine:
    """One task of a list, with its owner and the code of its incident."""

    task: Task
    member: str
    incident_code: str | None


@dataclass(frozen=True)
class TaskPage:
    """A part of a list: `number` counts from 0; `counts` are those of the heaps."""

    lines: Sequence[TaskLine]
    number: int
    pages: int
    total: int
    counts: Mapping[Heap, int]


async def page(session: AsyncSession, *, scope: Scope, heap: Heap, number: int, now: datetime) -> TaskPage:
    """List the tasks of a heap: those that need a word first, each by deadline, then the rest, the latest first."""
    counts = await _counts(session, scope, now)
    total = counts[heap]
    number, pages = nearest_page(number, total=total, size=PAGE)
    over = col(Task.state).in_(scope.heaps[Heap.FINISHED])
    order = (_pressing(scope, now), case((~over, col(Task.due_at))), col(Task.state_at).desc(), col(Task.id))
    # The tasks are put in order by themselves, and only those of the page are looked up.
    chosen = (
        select(Task.id)
        .where(*_conditions(scope, heap, now))
        .order_by(*order)
        .limit(PAGE)
        .offset(number * PAGE)
        .subquery()
    )
    query = (
        select(Task, Member.name, Incident.code)
        .join(chosen, chosen.c.id == Task.id)
        .join(Member, col(Member.id) == col(Task.member_id))
        .outerjoin(Incident, col(Incident.id) == col(Task.incident_id))
        .order_by(*order)
    )
    lines = [TaskLine(task=task, member=member, incident_code=code) for task, member, code in await session.exec(query)]
    return TaskPage(lines=lines, number=number, pages=pages, total=total, counts=counts)


def _pressing(scope: Scope, now: datetime) -> ColumnElement[int]:
    """Weigh how soon somebody must look: at what is blocked, overdue, or not acknowledged, then at the rest."""
    state, late = col(Task.state), and_(col(Task.due_at) <= now, col(Task.state).in_(UNFINISHED))
    # A business knows what it is blocked by; coordinators have to decide on it, and on what was declined.
    theirs = () if scope.members is not None else ((state == TaskState.BLOCKED, 0), (state == TaskState.DECLINED, 1))
    return case(
        *((state.in_(scope.heaps[Heap.FINISHED]), 9),),
        *theirs,
        (late, 2),
        (state == TaskState.ASSIGNED, 3),
        (state == TaskState.DONE, 5 if scope.members is not None else 4),
        else_=4 if scope.members is not None else 5,
    )


async def unfinished(session: AsyncSession, *, members: Sequence[int], reader: int, limit: int) -> Sequence[Task]:
    """List what some businesses (ids) of a reader (id) still have to do, by deadline."""
    query = select(Task).where(
        col(Task.member_id).in_(members),
        col(Task.state).in_(UNFINISHED),
        ~naming.hides(col(Task.incident_id), reader),
    )
    return (await session.exec(query.order_by(col(Task.due_at), col(Task.id)).limit(limit))).all()


async def unfinished_of(session: AsyncSession, *, incident_id: int) -> Sequence[tuple[Task, str]]:
    """List what is still to be done for an incident, by deadline, each with the name of its owner."""
    query = (
        select(Task, Member.name)
        .join(Member, col(Member.id) == col(Task.member_id))
        .where(Task.incident_id == incident_id, col(Task.state).in_(UNFINISHED))
    )
    return (await session.exec(query.order_by(col(Task.due_at), col(Task.id)))).all()


async def count_of(session: AsyncSession, *, incident_id: int) -> int:
    """Count the tasks of an incident."""
    return (await session.exec(select(func.count()).where(Task.incident_id == incident_id))).one()


async def _counts(session: AsyncSession, scope: Scope, now: datetime) -> Mapping[Heap, int]:
    """Count every heap, and all tasks together."""
    late = col(Task.due_at) <= now
    rows = await session.exec(
        select(Task.state, func.count(), func.count().filter(late))
        .where(*_conditions(scope, Heap.ALL, now))
        .group_by(col(Task.state))
    )
    found = {TaskState(state): (number, overdue) for state, number, overdue in rows}
    counts = {
        heap: sum(found[state][heap is Heap.OVERDUE] for state in states if state in found)
        for heap, states in scope.heaps.items()
    }
    return {**counts, Heap.ALL: sum(number for number, _ in found.values())}


def _conditions(scope: Scope, heap: Heap, now: datetime) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if scope.members is not None:
        found.append(col(Task.member_id).in_(scope.members))
    if scope.reader is not None:
        found.append(~naming.hides(col(Task.incident_id), scope.reader))
    if scope.incident_id is not None:
        found.append(col(Task.incident_id) == scope.incident_id)
    if heap in scope.heaps:
        found.append(col(Task.state).in_(scope.heaps[heap]))
    if heap is Heap.OVERDUE:
        found.append(col(Task.due_at) <= now)
    return found
