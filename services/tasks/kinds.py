"""What is said of tasks, to the people of their owner and to coordinators."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.tasks import OVER, Task
from services.ground.faces import MessageKind


async def _open(session: AsyncSession, member_id: int) -> Sequence[Mapping[str, Any]]:
    tasks = select(Task).where(Task.member_id == member_id, col(Task.state).not_in(OVER))
    return [
        {"incident_id": task.incident_id, "task_id": task.id, "member_id": member_id}
        for task in (await session.exec(tasks)).all()
    ]


TASK = MessageKind(BroadcastKind.TASK, Lane.TASK, sent_again=True, replaceable=True, open_for=_open)
TASK_REMINDER = MessageKind(BroadcastKind.TASK_REMINDER, Lane.TASK)
TASK_WATCH = MessageKind(BroadcastKind.TASK_WATCH, Lane.REPLY, replaceable=True)
TASK_ALARM = MessageKind(BroadcastKind.TASK_ALARM, Lane.TASK)
