"""Lessons in lists, a page at a time, and found by words of their title, products and indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import case, func, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.lessons import Lesson, LessonState
from models.people import Person
from services.ground.paging import nearest_page
from services.lessons import hiding, lessons

PAGE = 6


@dataclass(frozen=True)
class LessonPage:
    """A part of a list: `number` counts from 0; `typed` is what was looked for.

    `hidden` are names that a lesson (id) tells and may not tell any more.
    """

    lines: Sequence[Lesson]
    number: int
    pages: int
    total: int
    typed: str = ""
    hidden: Mapping[int, Sequence[str]] = field(default_factory=dict)


async def page(session: AsyncSession, *, person: Person, is_staff: bool, number: int, typed: str = "") -> LessonPage:
    """List lessons that a person may see, with every word that was `typed`: what waits first, then the newest."""
    visible = true() if is_staff else await lessons.visible_to(session, person=person)
    meant = (visible, *lessons.finding(typed))
    total = (await session.exec(select(func.count(col(Lesson.id))).where(*meant))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(Lesson)
        .where(*meant)
        .order_by(case((col(Lesson.state) == LessonState.WAITING, 0), else_=1), col(Lesson.id).desc())
        .limit(PAGE)
        .offset(number * PAGE)
    )
    found = (await session.exec(query)).all()
    return LessonPage(found, number, pages, total, typed, await hiding.of_each(session, lessons=found))


async def sent(session: AsyncSession, *, person: Person, is_staff: bool, typed: str, most: int) -> Sequence[Lesson]:
    """List the newest lessons that went out, have every word that was `typed`, and may be seen by a person."""
    if not lessons.sought(typed):
        return ()
    visible = true() if is_staff else await lessons.visible_to(session, person=person)
    query = select(Lesson).where(col(Lesson.sent_at).is_not(None), visible, *lessons.finding(typed))
    return (await session.exec(query.order_by(col(Lesson.id).desc()).limit(most))).all()


async def waiting(session: AsyncSession) -> int:
    """Count the lessons that wait to be sent."""
    return (await session.exec(select(func.count()).where(Lesson.state == LessonState.WAITING))).one()
