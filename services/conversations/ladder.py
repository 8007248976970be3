"""A question that nobody answers climbs: after ten minutes to all who coordinate, after twenty to the owners."""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.conversations import Question, QuestionClimb, QuestionState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.conversations import cards
from services.conversations.kinds import Rung

SPACING = timedelta(minutes=10)
# The rungs that are climbed while nobody answers; `Rung.AT_ONCE` comes with the question itself.
CLIMBED = (Rung.EVERYBODY, Rung.OWNERS)


async def plan(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Set the times at which a question climbs, from now on; those that were set are dropped."""
    await end(session, question=question, now=now)
    session.add_all(
        QuestionClimb(question_id=id_of(question), rung=rung, due_at=now + rung * SPACING) for rung in CLIMBED
    )
    await session.flush()


async def end(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Let a question climb no further."""
    await session.exec(
        update(QuestionClimb)
        .where(col(QuestionClimb.question_id) == id_of(question), col(QuestionClimb.done_at).is_(None))
        .values(done_at=now)
        .execution_options(synchronize_session=False)
    )


async def climb_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell of the questions whose time has come, each once for a step.

    An incident's end ends the climbs that began before it. Words that come after it climb as all others do.
    """
    highest: dict[int, tuple[Question, Rung]] = {}
    for climb, question, incident in (await session.exec(_due(), params={"now": now})).all():
        climb.done_at = now
        if question.state is QuestionState.OPEN and not _is_over(incident, climb):
            highest[id_of(question)] = (question, Rung(climb.rung))
    for question, rung in highest.values():
        await cards.tell_coordinators(session, question=question, rung=rung, now=now)


@cache
def _due() -> Select[QuestionClimb, Question, Incident]:
    return (
        select(QuestionClimb, Question, Incident)
        .join(Question, col(Question.id) == col(QuestionClimb.question_id))
        .outerjoin(Incident, col(Incident.id) == col(Question.incident_id))
        .where(col(QuestionClimb.done_at).is_(None), col(QuestionClimb.due_at) <= bindparam("now"))
        .order_by(col(QuestionClimb.rung))
    )


def _is_over(incident: Incident | None, climb: QuestionClimb) -> bool:
    """Tell whether the incident that a question is about has ended since its climb began."""
    if incident is None or incident.status is not IncidentStatus.CLOSED or incident.closed_at is None:
        return False
    return climb.due_at - climb.rung * SPACING <= incident.closed_at
