"""Words of a report that is not finished: they go to the coordinators by themselves, and what is finished, once."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import QUESTION_SUBJECT, Question, QuestionState
from models.identity import id_of
from models.people import Person
from models.reports import Report
from services.conversations import asking, waiting
from services.conversations.asking import Spoken
from services.ground import attachments
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment


async def keep(
    session: AsyncSession,
    *,
    held: Sequence[int],
    text: str,
    files: Sequence[Attachment],
    by: Person,
    came: Arrival,
    now: datetime,
) -> tuple[int, ...]:
    """Let what was said so far go by itself after two minutes without a next step; gives all (ids) that do or did.

    `held` are those before. What has gone is not said again, and after what was taken back nothing goes by itself.
    Each step puts it off.
    """
    before = await _found(session, held)
    last = before[-1] if before else None
    if last is not None and last.state is QuestionState.TAKEN_BACK:
        return tuple(held)
    gone = [one for one in before if one.state is not QuestionState.HELD]
    left = text
    for one in gone:
        left = left.removeprefix(one.text).strip()
    if not left:
        return tuple(held)
    if last is None or last in gone:
        # An edit is for the report, and so the question has no message.
        last = await asking.hold(session, person=by, spoken=Spoken(left, 0, came))
    last.text, last.goes_at = left, now + waiting.CHOOSING
    await attachments.forget(session, subject=QUESTION_SUBJECT, subject_id=id_of(last))
    if not gone:
        await attachments.keep(session, subject=QUESTION_SUBJECT, subject_id=id_of(last), attachments=files)
    await session.flush()
    return (*(id_of(one) for one in gone), id_of(last))


async def drop(session: AsyncSession, *, held: Sequence[int]) -> None:
    """Forget words (ids) that have not gone, for their person has given up the report, or says it otherwise."""
    for question in await _found(session, held):
        if question.state is QuestionState.HELD:
            await asking.drop(session, question=question)


async def settle(session: AsyncSession, *, held: Sequence[int], report: Report, now: datetime) -> None:
    """Let the report take the place of its words (ids) that have gone or wait: nobody has two things before them.

    What was answered meanwhile stays.
    """
    await drop(session, held=held)
    for question in await _found(session, held):
        if question.state is QuestionState.OPEN:
            await asking.move(session, question=question, to=report.code, now=now)


async def standing(session: AsyncSession, *, held: Sequence[int]) -> str:
    """Tell whether the last words (ids) `wait` to go by themselves or have `gone`; "" where there are none."""
    found = await _found(session, held)
    if not found or found[-1].state is QuestionState.TAKEN_BACK:
        return ""
    return "wait" if found[-1].state is QuestionState.HELD else "gone"


async def _found(session: AsyncSession, held: Sequence[int]) -> list[Question]:
    found = [await session.get(Question, one) for one in held]
    return [one for one in found if one is not None]
