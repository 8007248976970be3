"""What was learnt from an incident is told no further than the incident itself."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.lessons import Lesson
from models.tlp import Tlp
from services.notation.tlp import narrowest


def carried(chosen: Tlp, *, incident: Tlp | None) -> Tlp:
    """Give the label of a lesson: the one that was chosen for it, or the incident's where that is for fewer."""
    return narrowest(chosen, incident) or chosen


async def follow(session: AsyncSession, *, incident_id: int, label: Tlp | None) -> None:
    """Have the lessons of an incident carry its new label where that is for fewer, and their own where it is not."""
    await session.flush()
    query = select(Lesson).where(Lesson.incident_id == incident_id)
    for lesson in await session.exec(query.with_for_update().execution_options(populate_existing=True)):
        lesson.tlp = carried(lesson.chosen_tlp, incident=label)
    await session.flush()
