"""What else a stretch of time came to: tasks that were due, what the law asks to be told, lessons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourState
from models.incidents import Incident, IncidentKind
from models.lessons import Lesson, LessonAnswer, LessonVerdict
from models.systems import IncidentDuty
from models.tasks import OVER, UNFINISHED, Task, TaskChange, TaskState, TaskStep
from services.figures.periods import Stretch
from services.reviews.reviewed import kept_open


@dataclass(frozen=True)
class LateDuty:
    """A notice that the law asks for, and that was or is late: of which incident (its code), by which rule."""

    code: str
    rules: str
    rule: str
    due_at: datetime
    is_open: bool


@dataclass(frozen=True)
class LessonFigures:
    """Lessons that were sent and closed, and what came of those that were sent: whom they went to, who answered."""

    sent: int = 0
    closed: int = 0
    asked: int = 0
    answered: int = 0
    applied: int = 0


@dataclass(frozen=True)
class WorkFigures:
    """Tasks whose time was over and those of them that were late; notices by law likewise; lessons; honours."""

    tasks: int
    tasks_late: int
    duties: int
    duties_late: Sequence[LateDuty]
    lessons: LessonFigures
    honours: int


async def within(session: AsyncSession, *, stretch: Stretch) -> WorkFigures:
    """Count what was due and done in a stretch of time; what belongs to a drill is left out."""
    tasks, late = await _tasks(session, stretch)
    duties, duties_late = await _duties(session, stretch)
    return WorkFigures(
        tasks, late, duties, duties_late, await _lessons(session, stretch), await _honours(session, stretch)
    )


async def _tasks(session: AsyncSession, stretch: Stretch) -> tuple[int, int]:
    """Count the tasks with a deadline in the stretch, and those that were done after it or are still to be done.

    What a review leaves open on purpose is not late.
    """
    done = (
        select(TaskChange.task_id, func.max(col(TaskChange.at)).label("at"))
        .where(TaskChange.step == TaskStep.DONE)
        .group_by(col(TaskChange.task_id))
        .subquery()
    )
    query = (
        select(Task.due_at, Task.state, done.c.at, kept_open(col(Task.id)))
        .outerjoin(done, done.c.task_id == col(Task.id))
        .outerjoin(Incident, col(Incident.id) == col(Task.incident_id))
        .where(
            col(Task.due_at) >= stretch.begin,
            col(Task.due_at) < stretch.end,
            # What was taken back or declined was nobody's to do.
            col(Task.state).not_in(set(OVER) - {TaskState.VERIFIED}),
            or_(col(Incident.kind).is_(None), col(Incident.kind) != IncidentKind.DRILL),
        )
    )
    rows = (await session.exec(query)).all()
    late = sum(
        not is_kept if state in UNFINISHED else at is not None and at > due_at for due_at, state, at, is_kept in rows
    )
    return len(rows), late


async def _duties(session: AsyncSession, stretch: Stretch) -> tuple[int, Sequence[LateDuty]]:
    """Count the notices by law with a deadline in the stretch, and name those that were late or are still owed."""
    query = (
        select(IncidentDuty, Incident.code)
        .join(Incident, col(Incident.id) == col(IncidentDuty.incident_id))
        .where(
            Incident.kind == IncidentKind.INCIDENT,
            col(IncidentDuty.dropped_at).is_(None),
            col(IncidentDuty.due_at) >= stretch.begin,
            col(IncidentDuty.due_at) < stretch.end,
        )
        .order_by(col(IncidentDuty.due_at), col(IncidentDuty.id))
    )
    rows = (await session.exec(query)).all()
    late = [
        LateDuty(code, duty.rules, duty.rule, duty.due_at, duty.done_at is None)
        for duty, code in rows
        if duty.due_at is not None and (duty.done_at is None or duty.done_at > duty.due_at)
    ]
    return len(rows), late


async def _honours(session: AsyncSession, stretch: Stretch) -> int:
    """Count the honours that a coordinator confirmed in the stretch."""
    query = select(func.count()).where(
        Honour.state == HonourState.CONFIRMED,
        ~col(Honour.is_drill),
        col(Honour.decided_at) >= stretch.begin,
        col(Honour.decided_at) < stretch.end,
    )
    return (await session.exec(query)).one()


async def _lessons(session: AsyncSession, stretch: Stretch) -> LessonFigures:
    """Count lessons, and what businesses say of those that were sent in the stretch."""
    sent = and_(col(Lesson.sent_at) >= stretch.begin, col(Lesson.sent_at) < stretch.end)
    closed = and_(col(Lesson.closed_at) >= stretch.begin, col(Lesson.closed_at) < stretch.end)
    rows = (await session.exec(select(Lesson.sent_at, Lesson.closed_at).where(or_(sent, closed)))).all()
    verdicts = (
        await session.exec(
            select(LessonAnswer.verdict, func.count())
            .join(Lesson, col(Lesson.id) == col(LessonAnswer.lesson_id))
            .where(sent)
            .group_by(col(LessonAnswer.verdict))
        )
    ).all()
    said = dict(verdicts)
    asked = sum(said.values())
    return LessonFigures(
        sent=sum(_lies_in(at, stretch) for at, _ in rows),
        closed=sum(_lies_in(at, stretch) for _, at in rows),
        asked=asked,
        answered=asked - said.get(None, 0),
        applied=said.get(LessonVerdict.APPLIED, 0),
    )


def _lies_in(at: datetime | None, stretch: Stretch) -> bool:
    return at is not None and stretch.begin <= at < stretch.end
