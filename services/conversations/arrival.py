"""Whether an answer got to those who asked: looked after until that is known, and told where nobody got it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.conversations import AnswerFate, Question, QuestionAnswer, QuestionState
from models.identity import id_of
from services.conversations import cards, hearers, ladder
from services.conversations.kinds import ANSWER
from services.ground.details import id_field
from services.outbox import again, broadcasts
from services.people.latecomers import Latecomers

# What was answered longer ago is no news any more.
STILL_NEWS = timedelta(days=7)
WAITS = (DeliveryState.PENDING, DeliveryState.SENDING)


async def follow(session: AsyncSession, *, now: datetime) -> None:
    """Keep what came of the answers under way; what one person cannot get goes to the others of the business."""
    for answer, question in (await session.exec(_under_way())).all():
        await _follow(session, answer, question, now=now)
    await _find(session, now=now)


@cache
def _under_way() -> Select[QuestionAnswer, Question]:
    return (
        select(QuestionAnswer, Question)
        .join(Question, col(Question.id) == col(QuestionAnswer.question_id))
        .where(QuestionAnswer.fate == AnswerFate.UNDER_WAY)
        .order_by(col(QuestionAnswer.id))
    )


async def _follow(session: AsyncSession, answer: QuestionAnswer, question: Question, *, now: datetime) -> None:
    sent = await _sent(session, answer)
    fate = _fate(sent)
    if fate is AnswerFate.LOST:
        had = {one.person_id for one in sent if one.person_id is not None}
        if others := await hearers.people(session, question=question, but=had):
            await cards.tell_answer(session, question=question, answer=answer, people=others, now=now)
            return
        await lose(session, question=question, answer=answer, now=now)
        await cards.tell_lost(session, question=question, answer=answer, now=now)
    elif fate is not AnswerFate.UNDER_WAY:
        answer.fate = fate
        await session.flush()
        await cards.redraw(session, question=question, now=now)


def _fate(sent: Collection[Delivery]) -> AnswerFate:
    if any(one.sent_at is not None for one in sent):
        return AnswerFate.SENT
    if any(one.state in WAITS for one in sent):
        return AnswerFate.UNDER_WAY
    if any(one.state is DeliveryState.UNCERTAIN for one in sent):
        return AnswerFate.UNSURE
    return AnswerFate.LOST


async def _find(session: AsyncSession, *, now: datetime) -> None:
    """Keep of lost answers that they came after all: what failed is tried again, by itself or by a coordinator."""
    for answer, question in (await session.exec(_found())).all():
        answer.fate = AnswerFate.SENT
        if question.state is QuestionState.OPEN and await _is_last(session, answer):
            question.state = QuestionState.ANSWERED
            question.settled_by_id, question.settled_at = answer.said_by_id, answer.said_at
            await ladder.end(session, question=question, now=now)
        await session.flush()
        await cards.redraw(session, question=question, now=now)
        await cards.redraw_alike(session, question=question, now=now)


@cache
def _found() -> Select[QuestionAnswer, Question]:
    came = (
        select(Delivery.id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(*_brings(col(QuestionAnswer.question_id), col(QuestionAnswer.id)), col(Delivery.sent_at).is_not(None))
    )
    return (
        select(QuestionAnswer, Question)
        .join(Question, col(Question.id) == col(QuestionAnswer.question_id))
        .where(QuestionAnswer.fate == AnswerFate.LOST, came.correlate(QuestionAnswer).exists())
        .order_by(col(QuestionAnswer.id))
    )


async def _is_last(session: AsyncSession, answer: QuestionAnswer) -> bool:
    newer = select(QuestionAnswer.id).where(
        QuestionAnswer.question_id == answer.question_id, col(QuestionAnswer.id) > id_of(answer)
    )
    return (await session.exec(newer.limit(1))).first() is None


async def _sent(session: AsyncSession, answer: QuestionAnswer) -> Sequence[Delivery]:
    """List the messages that bring an answer."""
    query = (
        select(Delivery)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(*_brings(answer.question_id, id_of(answer)))
    )
    return (await session.exec(query.execution_options(populate_existing=True))).all()


def _brings(question_id: Any, answer_id: Any) -> tuple[ColumnElement[bool], ...]:
    """Make the conditions that a broadcast brings an answer (id) to a question (id)."""
    named = col(Broadcast.details)[id_field("answer")].as_integer()
    return (*broadcasts.about(ANSWER, question_id), named == answer_id)


async def lose(session: AsyncSession, *, question: Question, answer: QuestionAnswer, now: datetime) -> None:
    """Keep that nobody could be sent an answer; a question whose last word it was waits again, and climbs."""
    answer.fate = AnswerFate.LOST
    if question.state is not QuestionState.TAKEN_BACK and await _is_last(session, answer):
        question.state, question.settled_by_id, question.settled_at = QuestionState.OPEN, None, None
        await ladder.plan(session, question=question, now=now)
    await session.flush()
    await cards.redraw(session, question=question, now=now)
    await cards.redraw_alike(session, question=question, now=now)


async def give_to_latecomers(session: AsyncSession, *, late: Latecomers, now: datetime) -> None:
    """Send whoever can be written to again what was answered to them meanwhile, and what nobody of theirs was sent."""
    query = (
        select(QuestionAnswer, Question)
        .join(Question, col(Question.id) == col(QuestionAnswer.question_id))
        .where(
            QuestionAnswer.said_at > now - STILL_NEWS,
            Question.state != QuestionState.TAKEN_BACK,
            or_(col(Question.person_id).in_(late.people), col(QuestionAnswer.fate) == AnswerFate.LOST),
        )
        .order_by(col(QuestionAnswer.id))
    )
    for answer, question in (await session.exec(query)).all():
        hearing = [one for one in await hearers.people(session, question=question) if one in late.people]
        if hearing:
            await _give(session, answer, question, hearing, now=now)


async def _give(
    session: AsyncSession, answer: QuestionAnswer, question: Question, people: Sequence[int], *, now: datetime
) -> None:
    """Send people (ids) an answer that did not come to them, nor to the group in which it was asked."""
    sent = await _sent(session, answer)
    came = [one for one in sent if one.state not in again.MISSED]
    if any(one.group_id is not None for one in came):
        return
    without = [person_id for person_id in people if person_id not in {one.person_id for one in came}]
    astray = {one.person_id: id_of(one) for one in sent if one.person_id in without and one.sent_at is None}
    await again.send(session, ids=list(astray.values()), now=now)
    if new := [person_id for person_id in without if person_id not in astray]:
        await cards.tell_answer(session, question=question, answer=answer, people=new, now=now)
