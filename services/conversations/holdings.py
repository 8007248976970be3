"""What conversations hold about people and businesses: what was asked and answered, and who settled it."""

from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.conversations import QUESTION_ANSWER_SUBJECT, QUESTION_SUBJECT, Question, QuestionAnswer, QuestionState
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from services.conversations import cards
from services.ground import attachments
from services.ground.holding_types import Erased, FilePart, Leaving, NumberKept, OfPerson, all_of
from services.outbox import broadcasts


def _asked(person: Person) -> Any:
    return (
        select(Question, Member, Incident, attachments.written_of(Question, QUESTION_SUBJECT))
        .outerjoin(Member, col(Member.id) == col(Question.member_id))
        .outerjoin(Incident, col(Incident.id) == col(Question.incident_id))
        .where(Question.person_id == id_of(person))
        .order_by(col(Question.id))
    )


def _answered(person: Person) -> Any:
    return (
        select(QuestionAnswer, Question, attachments.written_of(QuestionAnswer, QUESTION_ANSWER_SUBJECT))
        .join(Question, col(Question.id) == col(QuestionAnswer.question_id))
        .where(QuestionAnswer.said_by_id == id_of(person))
        .order_by(col(QuestionAnswer.id))
    )


def _settled(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Question)
        .where(or_(col(Question.settled_by_id) == own, col(Question.handed_to_id) == own))
        .order_by(col(Question.id))
    )


async def _empty(session: AsyncSession, leaving: Leaving) -> None:
    """Forget what a person wrote; that a business asked something stays. What waits can be answered to nobody."""
    theirs = update(Question).where(col(Question.person_id) == leaving.person_id)
    asked = (await session.exec(select(Question.id).where(Question.person_id == leaving.person_id))).all()
    for question_id in asked:
        await attachments.forget(session, subject=QUESTION_SUBJECT, subject_id=question_id or 0)
    waiting = theirs.where(col(Question.state).in_((QuestionState.HELD, QuestionState.OPEN)))
    for change in (
        waiting.values(state=QuestionState.TAKEN_BACK, settled_at=leaving.now),
        theirs.values(text="", said=None, message_id=0),
    ):
        await session.exec(change.execution_options(synchronize_session="fetch"))


async def redraw_questions(session: AsyncSession, leaving: Leaving) -> None:
    """Have the messages edited that show what a person asked, answered or settled."""
    own = leaving.person_id
    asked = select(Question.id).where(
        or_(
            col(Question.person_id) == own,
            col(Question.settled_by_id) == own,
            col(Question.handed_to_id) == own,
            col(Question.id).in_(select(QuestionAnswer.question_id).where(QuestionAnswer.said_by_id == own)),
        )
    )
    await broadcasts.redraw(session, subject=QUESTION_SUBJECT, subject_id=asked, lane=Lane.UPDATE, now=leaving.now)
    await cards.redraw_quotes(session, person_id=own, now=leaving.now)


PARTS = (
    FilePart("questions", _asked),
    FilePart("question-answers", _answered),
    FilePart("questions-settled", _settled),
)
ITS_OFFICE = NumberKept("what the office answered is the office's")
PEOPLE = (
    OfPerson(col(Question.person_id), "questions", Erased(_empty)),
    OfPerson(col(Question.settled_by_id), "questions-settled", ITS_OFFICE),
    OfPerson(col(Question.handed_to_id), "questions-settled", ITS_OFFICE),
    OfPerson(col(QuestionAnswer.said_by_id), "question-answers", ITS_OFFICE),
)
MEMBERS = (all_of(col(Question.member_id)),)
