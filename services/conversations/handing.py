"""What was handed to a colleague who coordinates no longer is everybody's again."""

from datetime import datetime
from functools import cache

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.conversations import Question, QuestionState
from models.people import Person
from services.conversations import cards, ladder
from services.people.accounts import COORDINATORS


async def give_back(session: AsyncSession, *, now: datetime) -> None:
    """Give the questions back that wait with somebody whose role has ended in whatever way; coordinators are told."""
    for question in (await session.exec(_with_nobody())).all():
        question.handed_to_id = None
        await session.flush()
        await ladder.plan(session, question=question, now=now)
        await cards.redraw(session, question=question, now=now)
        await cards.tell_coordinators(session, question=question, returned=True, now=now)


@cache
def _with_nobody() -> SelectOfScalar[Question]:
    no_more = or_(col(Person.staff_role).is_(None), col(Person.staff_role).not_in(COORDINATORS))
    return (
        select(Question)
        .join(Person, col(Person.id) == col(Question.handed_to_id))
        .where(Question.state == QuestionState.OPEN, no_more)
        .order_by(col(Question.id))
    )
