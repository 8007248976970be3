"""Where a step of a task stands that came in before one which was taken already."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.tasks import Task, TaskChange
from services.ground.arrivals import Arrival


async def around(
    session: AsyncSession, *, task: Task, came: Arrival, now: datetime
) -> tuple[Sequence[TaskChange], Sequence[TaskChange]]:
    """Divide the steps of a task, in their order, into those that came in before something and those after it.

    Nothing came in before the task was given, whatever the clocks say.
    """
    query = (
        select(TaskChange)
        .where(TaskChange.task_id == id_of(task))
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    )
    first, *others = (await session.exec(query)).all()
    after = [one for one in others if came.is_before(_arrival(one), now=now)]
    return [first, *(one for one in others if one not in after)], after


async def at_the_end(session: AsyncSession, *, task: Task, came: Arrival, now: datetime) -> Arrival:
    """Give the order of a step that is taken after all others, though one of them may have come in later."""
    before, after = await around(session, task=task, came=came, now=now)
    last = _arrival(after[-1] if after else before[0])
    return last if came.is_before(last, now=now) else came


def _arrival(step: TaskChange) -> Arrival:
    return Arrival(step.at, step.update_id)
