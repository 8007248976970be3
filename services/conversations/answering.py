"""Coordinators settle a question: with an answer, with a note that it was read, or by handing it to a colleague."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import (
    QUESTION_ANSWER_SUBJECT,
    QUESTION_SUBJECT,
    AnswerFate,
    Question,
    QuestionAnswer,
    QuestionState,
)
from models.identity import id_of
from models.people import Person
from services.conversations import alike, arrival, cards, ladder
from services.conversations.asking import by_id
from services.ground import attachments, audit
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.incidents.sharing import labels
from services.people import accounts

ANSWER_LENGTH = 2000
GONE = (QuestionState.HELD, QuestionState.TAKEN_BACK)


class QuestionTakenBack(Refusal):
    """The person who asked has taken the question back, or never sent it."""


class QuestionAnswered(Refusal):
    """A colleague, `by`, answered the question at `at`."""


class AnswerLength(Refusal):
    """The answer is empty or longer than `limit` characters; it has `length`."""


class NothingAlike(Refusal):
    """No question that waits asks the same, or nothing was answered yet."""


class NothingToUndo(Refusal):
    """The question was not noted: it waits, or was answered."""


class NothingToHand(Refusal):
    """The question was answered or noted: nobody need take it over."""


class NoSuchColleague(Refusal):
    """The person to whom a question is handed does not coordinate."""


async def to_settle(session: AsyncSession, *, question_id: int) -> Question:
    """Find a question that coordinators may see; raises QuestionUnknown or QuestionTakenBack."""
    question = await by_id(session, question_id=question_id, lock=True)
    if question.state in GONE:
        raise QuestionTakenBack
    return question


async def check_free(session: AsyncSession, *, question: Question, by: Person) -> None:
    """See that no colleague has answered a question; raises QuestionAnswered."""
    if question.state is QuestionState.ANSWERED and question.settled_by_id != by.id:
        colleague = await session.get(Person, question.settled_by_id)
        raise QuestionAnswered(by=colleague.name if colleague else "", at=question.settled_at)


async def check_waits(session: AsyncSession, *, question: Question, by: Person) -> None:
    """See that there is something to hand over; raises QuestionAnswered or NothingToHand."""
    await check_free(session, question=question, by=by)
    if question.state is not QuestionState.OPEN:
        raise NothingToHand


def check_answer(text: str, files: Sequence[Attachment] = ()) -> str:
    """Give the words of an answer back, which its files may do without; raises AnswerLength or TooManyFiles."""
    attachments.check_number(files)
    if len(text) > ANSWER_LENGTH or not (text or files):
        raise AnswerLength(limit=ANSWER_LENGTH, length=len(text))
    return text


async def answer(
    session: AsyncSession,
    *,
    question_id: int,
    text: str,
    by: Person,
    now: datetime,
    files: Sequence[Attachment] = (),
    further: bool = False,
) -> Question:
    """Answer a question in words, by files, or both; `further` adds to what a colleague answered.

    Where nobody can be sent it, the question waits on.
    Raises QuestionUnknown, QuestionTakenBack, QuestionAnswered, LabelStricter, AnswerLength or TooManyFiles.
    """
    question = await to_settle(session, question_id=question_id)
    if not further:
        await check_free(session, question=question, by=by)
    if question.incident_id is not None:
        await labels.check_words(session, text, incident_id=question.incident_id)
    said = QuestionAnswer(
        question_id=question_id,
        text=check_answer(text, files),
        said_by_id=id_of(by),
        said_at=now,
        fate=AnswerFate.UNDER_WAY,
    )
    session.add(said)
    await session.flush()
    await attachments.keep(session, subject=QUESTION_ANSWER_SUBJECT, subject_id=id_of(said), attachments=files)
    await _settle(session, question, QuestionState.ANSWERED, by=by, now=now)
    if not await cards.tell_asker(session, question=question, answer=said, now=now):
        await arrival.lose(session, question=question, answer=said, now=now)
    return question


async def answer_alike(session: AsyncSession, *, question_id: int, by: Person, now: datetime) -> int:
    """Give the last answer to a question to all that ask the same and wait; return how many of those it goes to.

    Raises QuestionUnknown, QuestionTakenBack or NothingAlike.
    """
    question = await to_settle(session, question_id=question_id)
    given = (await answers(session, question_ids=[question_id])).get(question_id)
    others = await alike.to(session, question=question)
    if not given or not others:
        raise NothingAlike
    files = await attachments.of(session, subject=QUESTION_ANSWER_SUBJECT, subject_id=id_of(given[-1]))
    answered = [
        await answer(session, question_id=id_of(one), text=given[-1].text, files=files, by=by, now=now)
        for one in others
    ]
    return sum(one.state is QuestionState.ANSWERED for one in answered)


async def take_note(session: AsyncSession, *, question_id: int, by: Person, now: datetime) -> Question:
    """Keep that a question needs no answer, and tell its person that it was read.

    Raises QuestionUnknown, QuestionTakenBack, or QuestionAnswered where there is nothing left to note.
    """
    question = await to_settle(session, question_id=question_id)
    await check_free(session, question=question, by=by)
    if question.state is QuestionState.OPEN:
        await _settle(session, question, QuestionState.NOTED, by=by, now=now)
        await cards.tell_asker(session, question=question, answer=None, now=now)
    return question


async def undo_note(session: AsyncSession, *, question_id: int, by: Person, now: datetime) -> Question:
    """Let a question that a coordinator noted wait for an answer again, and climb from now on; once is enough.

    Raises QuestionUnknown, QuestionTakenBack, QuestionAnswered or NothingToUndo.
    """
    question = await to_settle(session, question_id=question_id)
    await check_free(session, question=question, by=by)
    if question.state is QuestionState.OPEN:
        return question
    if not can_undo_note(question):
        raise NothingToUndo
    question.state = QuestionState.OPEN
    question.settled_by_id = question.settled_at = None
    await ladder.plan(session, question=question, now=now)
    noted: dict[str, str] = {"state": QuestionState.NOTED}
    _record(session, question, action="question-note-undone", by=by, before=noted, now=now)
    await cards.redraw(session, question=question, now=now)
    await cards.redraw_alike(session, question=question, now=now)
    return question


def can_undo_note(question: Question) -> bool:
    """Tell whether a coordinator noted the question."""
    return question.state is QuestionState.NOTED and question.settled_by_id is not None


async def _settle(
    session: AsyncSession, question: Question, state: QuestionState, *, by: Person, now: datetime
) -> None:
    before, question.state = question.state, state
    question.settled_by_id, question.settled_at = id_of(by), now
    await ladder.end(session, question=question, now=now)
    _record(session, question, action=f"question-{state}", by=by, before={"state": before}, now=now)
    await cards.redraw(session, question=question, now=now)
    await cards.redraw_alike(session, question=question, now=now)


async def hand_over(
    session: AsyncSession, *, question_id: int, colleague_id: int, by: Person, now: datetime
) -> tuple[Question, Person]:
    """Hand a question to a colleague (id), who is shown it anew; it climbs from now on. Once is enough.

    Raises QuestionUnknown, QuestionTakenBack, QuestionAnswered, NothingToHand or NoSuchColleague.
    """
    question = await to_settle(session, question_id=question_id)
    await check_waits(session, question=question, by=by)
    colleague = next((one for one in await colleagues(session, by=by) if one.id == colleague_id), None)
    if colleague is None:
        raise NoSuchColleague
    if question.handed_to_id == colleague_id:
        return question, colleague
    question.handed_to_id = colleague_id
    await session.flush()
    await ladder.plan(session, question=question, now=now)
    _record(session, question, action="question-handed", by=by, before=None, now=now)
    await cards.redraw(session, question=question, now=now)
    await cards.hand(session, question=question, to=colleague_id, now=now)
    return question, colleague


async def colleagues(session: AsyncSession, *, by: Person) -> Sequence[Person]:
    """List those who coordinate, but for one of them."""
    return [one for one in await accounts.coordinators(session) if one.id != by.id]


async def answers(session: AsyncSession, *, question_ids: Sequence[int]) -> dict[int, list[QuestionAnswer]]:
    """List what was answered to some questions (ids), in order; those without an answer are left out."""
    query = (
        select(QuestionAnswer).where(col(QuestionAnswer.question_id).in_(question_ids)).order_by(col(QuestionAnswer.id))
    )
    found: dict[int, list[QuestionAnswer]] = {}
    for one in await session.exec(query):
        found.setdefault(one.question_id, []).append(one)
    return found


def _record(
    session: AsyncSession, question: Question, *, action: str, by: Person, before: dict[str, str] | None, now: datetime
) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=QUESTION_SUBJECT,
        subject_id=question.id,
        now=now,
        before=before,
        after={"state": question.state, "handed_to_id": question.handed_to_id},
    )
