"""How much was asked in members' own words: counted for the tally, the details and the end of an incident."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.conversations import AnswerFate, Question, QuestionAnswer, QuestionState
from models.incidents import Alerted

SEEN = (QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.NOTED)


async def waiting(session: AsyncSession, *, incident_id: int) -> int:
    """Count the questions of an incident (id) that nobody has settled."""
    query = select(func.count(col(Question.id))).where(
        Question.incident_id == incident_id, Question.state == QuestionState.OPEN
    )
    return (await session.exec(query)).one()


async def undelivered(session: AsyncSession, *, incident_id: int) -> int:
    """Count the questions of an incident (id) that wait because nobody could be sent the answer."""
    return (await session.exec(_in_vain(), params={"incident_id": incident_id})).one()


@cache
def _in_vain() -> SelectOfScalar[int]:
    return (
        select(func.count(func.distinct(col(Question.id))))
        .join(QuestionAnswer, col(QuestionAnswer.question_id) == col(Question.id))
        .where(
            Question.incident_id == bindparam("incident_id"),
            Question.state == QuestionState.OPEN,
            QuestionAnswer.fate == AnswerFate.LOST,
        )
    )


async def has_words(session: AsyncSession, *, question_id: int) -> bool:
    """Tell whether the words of a question (id) are there still: they may be taken back, or erased with the person."""
    query = select(Question.id).where(
        Question.id == question_id, Question.state != QuestionState.TAKEN_BACK, Question.text != ""
    )
    return (await session.exec(query)).first() is not None


async def waits_for(session: AsyncSession, *, incident_id: int, person_id: int) -> bool:
    """Tell whether a person's own question on an incident (id) still waits for its answer."""
    query = select(Question.id).where(
        Question.incident_id == incident_id, Question.person_id == person_id, Question.state == QuestionState.OPEN
    )
    return (await session.exec(query.limit(1))).first() is not None


async def wrote(session: AsyncSession, *, incident_id: int, members: Collection[int]) -> Mapping[int, datetime]:
    """Tell when each of some businesses (ids) last wrote of an incident (id); those that did not are left out."""
    query = (
        select(Question.member_id, func.max(Question.asked_at))
        .where(
            Question.incident_id == incident_id,
            col(Question.member_id).in_(members),
            col(Question.state).in_(SEEN),
        )
        .group_by(col(Question.member_id))
    )
    return {member_id: at for member_id, at in (await session.exec(query)).all() if member_id is not None}


async def people_of_those_who_wrote(session: AsyncSession, *, incident_id: int) -> Collection[int]:
    """List the people (ids) alerted of an incident (id) for businesses that wrote of it."""
    query = (
        select(Alerted.person_id)
        .join(Question, col(Question.member_id) == col(Alerted.member_id))
        .where(Alerted.incident_id == incident_id, Question.incident_id == incident_id, col(Question.state).in_(SEEN))
    )
    return set((await session.exec(query)).all())


async def all_of(session: AsyncSession, *, incident_id: int, members: Collection[int] | None = None) -> int:
    """Count the questions of an incident (id), of some businesses (ids) or of all."""
    query = select(func.count(col(Question.id))).where(
        Question.incident_id == incident_id, col(Question.state).in_(SEEN)
    )
    if members is not None:
        query = query.where(col(Question.member_id).in_(members))
    return (await session.exec(query)).one()
