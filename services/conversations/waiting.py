"""Words that wait for a tap go to the coordinators by themselves: a cry for help never hangs on a button."""

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.conversations import QUESTION_SUBJECT, Question, QuestionState
from models.identity import id_of
from models.people import Person
from services.conversations import asking, cards, danger, meaning, outsiders
from services.conversations.asking import QuestionSettled
from services.conversations.meaning import Concern
from services.ground.refusals import Refusal
from services.groups import bindings

# So long whoever wrote may choose what their words are about.
CHOOSING = timedelta(minutes=2)


async def wait(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Let a member's held words wait for a tap; those that tell of danger go at once. Raises what `send` raises."""
    if question.state is not QuestionState.HELD or question.member_id is None:
        return
    if danger.is_told_in(question.text):
        await go(session, question=question, now=now)
    else:
        question.goes_at = now + CHOOSING
        await session.flush()


async def wait_of_outsider(session: AsyncSession, *, question: Question, sender: str, now: datetime) -> None:
    """Let an outsider's held words wait for a tap too, where they are not too many to be sent; `sender` is whose."""
    question.sender = sender if question.member_id is None else ""
    if await outsiders.may_send(session, question=question, now=now):
        question.goes_at = now + CHOOSING
    await session.flush()


async def go_due(session: AsyncSession, *, now: datetime) -> None:
    """Send the words whose time has come, and say so to whoever wrote them; what may not be sent stays held."""
    query = select(Question).where(col(Question.goes_at) <= now).order_by(col(Question.goes_at), col(Question.id))
    for question in (await session.exec(query.with_for_update(skip_locked=True))).all():
        question.goes_at = None
        if question.state is not QuestionState.HELD:
            continue
        try:
            await go(session, question=question, now=now)
        except Refusal:
            question.is_unsorted = False
            continue
        await _say_so(session, question, now=now)


async def go(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Send words though nobody has said what they are about. Raises what `send` raises."""
    question.goes_at, question.is_unsorted = None, bool(await concerns(session, question=question))
    await asking.send(session, question=question, concern=None, now=now, sender=question.sender)


async def _say_so(session: AsyncSession, question: Question, *, now: datetime) -> None:
    """Turn the message that asked into the confirmation; where it is not kept true, a new one comes."""
    asked = select(Broadcast.id).where(
        Broadcast.kind == BroadcastKind.QUESTION_TAKEN,
        Broadcast.subject == QUESTION_SUBJECT,
        Broadcast.subject_id == id_of(question),
    )
    if (await session.exec(asked.limit(1))).first() is None:
        await cards.confirm(session, question=question, now=now)
    else:
        await cards.redraw_confirmation(session, question=question, now=now)


async def sort(session: AsyncSession, *, question: Question, concern: Concern | None, now: datetime) -> None:
    """Keep what words that were sent already are about: an incident, or none; raises QuestionSettled."""
    if question.state is not QuestionState.OPEN or not question.is_unsorted:
        raise QuestionSettled
    question.is_unsorted = False
    if concern is not None:
        question.incident_id, question.member_id = id_of(concern.incident), concern.member_id
    await session.flush()
    await cards.redraw(session, question=question, now=now)


async def concerns(session: AsyncSession, *, question: Question) -> list[Concern]:
    """List the incidents that a question may be about: of the group where it was asked, or of its person."""
    member = await bindings.spoken_to(session, group_id=question.group_id) if question.group_id is not None else None
    person = await session.get_one(Person, question.person_id)
    only_for = member.id if member is not None else None
    return [*await meaning.concerns(session, person=person, at=question.asked_at, only_for=only_for)]
