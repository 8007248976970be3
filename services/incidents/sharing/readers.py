"""Who of those alerted is told what follows: whoever speaks today for a business that takes part, and may read it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.conversations import EVERYWHERE, QUESTION_SUBJECT, QUESTIONS_SUBJECT, Question
from models.escalation import ESCALATION_SUBJECT, Escalation
from models.honours import HONOUR_RELEASE_SUBJECT, HONOUR_SUBJECT, Honour
from models.incidents import Alerted, NamedRecipient
from models.lessons import LESSON_SUBJECT, Lesson
from models.reviews import REVIEW_SUBJECT, Review
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, ScriptRun
from models.tasks import TASK_SUBJECT, Task
from services.incidents import cards
from services.incidents.kinds import SUBJECT
from services.incidents.sharing import naming
from services.outbox import broadcasts
from services.people.businesses import speaking_for, speaks_for


def reading(incident_id: int) -> ColumnElement[bool]:
    """Make the condition, in a query of those alerted, that a person is told what follows of an incident.

    Whoever was removed since, or whose business is suspended, is not; nor is whom a label for named people leaves out.
    """
    return (
        (col(Alerted.incident_id) == incident_id)
        & speaks_for(col(Alerted.person_id), col(Alerted.member_id))
        & ~naming.hides(incident_id, col(Alerted.person_id))
    )


async def people(session: AsyncSession, *, incident_id: int) -> Sequence[int]:
    """List the people (ids) who are told what follows of an incident."""
    return (await session.exec(select(Alerted.person_id).where(reading(incident_id)).distinct())).all()


async def among(session: AsyncSession, *, incident_id: int, people: Collection[int]) -> Collection[int]:
    """Find those of some people (ids) who are told what follows of an incident."""
    query = select(Alerted.person_id).where(reading(incident_id), col(Alerted.person_id).in_(people))
    return set((await session.exec(query)).all())


async def release(session: AsyncSession, *, people: Collection[int], now: datetime) -> None:
    """Name people (ids) no more where they speak for no business that was called; what they have is emptied."""
    query = select(NamedRecipient.incident_id, NamedRecipient.person_id).where(
        col(NamedRecipient.person_id).in_(people)
    )
    named = (await session.exec(query)).all()
    spoken = await speaking_for(session, people=people, members=())
    for incident_id in dict.fromkeys(incident_id for incident_id, _ in named):
        called = set(await session.exec(select(Alerted.member_id).where(Alerted.incident_id == incident_id)))
        still = {person_id for member_id, person_id in spoken if member_id in called}
        gone = [person_id for one, person_id in named if one == incident_id and person_id not in still]
        if not gone:
            continue
        await session.exec(
            delete(NamedRecipient).where(
                col(NamedRecipient.incident_id) == incident_id, col(NamedRecipient.person_id).in_(gone)
            )
        )
        await redraw_all(session, incident_id=incident_id, people=gone, now=now)
        # Everybody's card says for whom it is.
        await cards.redraw(session, incident_id=incident_id, lane=Lane.UPDATE, now=now)


async def redraw_all(
    session: AsyncSession, *, incident_id: int, now: datetime, people: Collection[int] | None = None
) -> None:
    """Have every message edited that tells of an incident, or of what came of it: some people's (ids), or all.

    Whoever may not read it any more then has a lock in its place, groups and topics too.
    """
    tasks = select(Task.id).where(Task.incident_id == incident_id)
    questions = select(Question.id).where(Question.incident_id == incident_id)
    calls = select(Escalation.id).where(Escalation.incident_id == incident_id)
    runs = select(ScriptRun.id).where(ScriptRun.incident_id == incident_id)
    steps = select(RunStep.id).where(col(RunStep.run_id).in_(runs))
    for subject, ids in (
        (SUBJECT, incident_id),
        (TASK_SUBJECT, tasks),
        (QUESTION_SUBJECT, questions),
        (QUESTIONS_SUBJECT, incident_id),
        (QUESTIONS_SUBJECT, EVERYWHERE),
        (ESCALATION_SUBJECT, calls),
        (SCRIPT_RUN_SUBJECT, runs),
        (RUN_STEP_SUBJECT, steps),
    ):
        await broadcasts.redraw(session, subject=subject, subject_id=ids, lane=Lane.UPDATE, people=people, now=now)
    await redraw_looks_back(session, incident_id=incident_id, people=people, now=now)


async def redraw_looks_back(
    session: AsyncSession, *, incident_id: int, now: datetime, people: Collection[int] | None = None
) -> None:
    """Have every message edited that looks back at an incident: reviews, lessons, honours; some people's (ids), or all.

    They name its code or title, so that its label is theirs too.
    """
    honoured = select(Honour.id).where(Honour.incident_id == incident_id)
    releases = select(Honour.release_id).where(Honour.incident_id == incident_id, col(Honour.release_id).is_not(None))
    reviews = select(Review.id).where(Review.incident_id == incident_id)
    lessons = select(Lesson.id).where(Lesson.incident_id == incident_id)
    for subject, ids in (
        (REVIEW_SUBJECT, reviews),
        (LESSON_SUBJECT, lessons),
        (HONOUR_SUBJECT, honoured),
        (HONOUR_RELEASE_SUBJECT, releases),
    ):
        await broadcasts.redraw(session, subject=subject, subject_id=ids, lane=Lane.UPDATE, people=people, now=now)
