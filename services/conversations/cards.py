"""The messages that show a question: told to coordinators, kept true in all of their chats, and answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Lane
from models.conversations import QUESTION_SUBJECT, Question, QuestionAnswer
from models.identity import id_of
from models.people import Role
from services.conversations import alike, hearers
from services.conversations.kinds import (
    ANSWER,
    FILE,
    QUESTION,
    QUESTIONS,
    TAKEN,
    AnswerGiven,
    Listed,
    OpenedFile,
    Rung,
    Settled,
    Waiting,
)
from services.incidents import cards as incident_cards
from services.outbox import broadcasts
from services.people import accounts


async def tell_coordinators(
    session: AsyncSession,
    *,
    question: Question,
    now: datetime,
    rung: Rung = Rung.AT_ONCE,
    returned: bool = False,
    lane: Lane = Lane.TASK,
) -> None:
    """Tell of a question that waits: everybody who coordinates, on the last rung the owners alone."""
    await broadcasts.queue(
        session,
        kind=QUESTION,
        people=[one for one in await _called(session, rung) if one != question.person_id],
        subject_id=id_of(question),
        details=Waiting(question.incident_id, rung, returned),
        lane=lane,
        now=now,
    )
    await _redraw_tally(session, question, now)
    await redraw_alike(session, question=question, now=now)


async def redraw_alike(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Have the copies of the questions edited that ask what one does: they count each other."""
    for one in await alike.to(session, question=question):
        await _redraw(session, one, now)


async def _called(session: AsyncSession, rung: Rung) -> Sequence[int]:
    """List whom a rung calls (person ids); owners are called again on the last one alone, where there are others."""
    everybody = await accounts.coordinators(session)
    owners = [id_of(one) for one in everybody if one.staff_role is Role.OWNER]
    others = [id_of(one) for one in everybody if one.staff_role is not Role.OWNER]
    if rung is Rung.AT_ONCE:
        return [*others, *owners]
    return (others or owners) if rung is Rung.EVERYBODY else owners


async def confirm(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Say, where it was asked, that a question is on its way, in a message that is kept true."""
    in_group = [question.group_id] if question.group_id is not None else []
    people = [] if in_group else [question.person_id]
    await broadcasts.queue(session, kind=TAKEN, people=people, groups=in_group, subject_id=id_of(question), now=now)


async def redraw_confirmation(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Have the confirmation edited that a question is on its way: its words have changed."""
    await broadcasts.redraw(
        session, kinds=(TAKEN,), subject=QUESTION_SUBJECT, subject_id=id_of(question), lane=Lane.REPLY, now=now
    )


async def hand(session: AsyncSession, *, question: Question, to: int, now: datetime) -> None:
    """Show a question to the colleague (id) to whom it was handed, as a new message."""
    await broadcasts.queue(
        session,
        kind=QUESTION,
        people=[to],
        subject_id=id_of(question),
        details=Waiting(question.incident_id),
        now=now,
    )


async def tell_asker(
    session: AsyncSession, *, question: Question, answer: QuestionAnswer | None, now: datetime
) -> bool:
    """Tell what was answered, or that a question was read, to the person who asked or to the others of the business.

    It goes to the group as well if it was asked there. Tells whether there is anybody to be told.
    """
    people = await hearers.people(session, question=question)
    groups = await hearers.rooms(session, question=question)
    if not people and not groups:
        return False
    await tell_answer(session, question=question, answer=answer, people=people, groups=groups, now=now)
    return True


async def tell_answer(
    session: AsyncSession,
    *,
    question: Question,
    answer: QuestionAnswer | None,
    people: Sequence[int],
    groups: Sequence[int] = (),
    now: datetime,
) -> None:
    """Bring an answer to people and groups (ids)."""
    await broadcasts.queue(
        session,
        kind=ANSWER,
        people=people,
        groups=groups,
        subject_id=id_of(question),
        details=Settled(question.incident_id, answer.id if answer else None),
        now=now,
    )


async def confirm_answer(
    session: AsyncSession, *, question: Question, answer: QuestionAnswer, to: int, now: datetime
) -> None:
    """Say to the coordinator (id) who gave an answer how far it is, in a message that is kept true."""
    await broadcasts.queue(
        session,
        kind=QUESTION,
        lane=Lane.ASKED,
        people=[to],
        subject_id=id_of(question),
        details=AnswerGiven(question.incident_id, id_of(answer)),
        now=now,
    )


async def tell_lost(session: AsyncSession, *, question: Question, answer: QuestionAnswer, now: datetime) -> None:
    """Show a question anew to the coordinator whose answer got to nobody; to all where they coordinate no longer."""
    coordinators = await accounts.coordinator_ids(session)
    await broadcasts.queue(
        session,
        kind=QUESTION,
        people=[one for one in coordinators if one == answer.said_by_id] or coordinators,
        subject_id=id_of(question),
        details=Waiting(question.incident_id),
        now=now,
    )


async def redraw(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Have every coordinator's copy of a question edited in place, and the tallies that count it."""
    await _redraw(session, question, now)
    await _redraw_tally(session, question, now)


async def _redraw(session: AsyncSession, question: Question, now: datetime) -> None:
    await broadcasts.redraw(
        session, kinds=(QUESTION,), subject=QUESTION_SUBJECT, subject_id=id_of(question), lane=Lane.REPLY, now=now
    )


async def show_whole(session: AsyncSession, *, questions: Sequence[Question], to: int, now: datetime) -> None:
    """Show a person (id) all words of some questions, each in a message that is kept true."""
    for question in questions:
        await broadcasts.queue(
            session,
            kind=QUESTION,
            lane=Lane.ASKED,
            people=[to],
            subject_id=id_of(question),
            details=Waiting(question.incident_id, whole=True),
            now=now,
        )


async def show_list(session: AsyncSession, *, incident_id: int | None, page: int, to: int, now: datetime) -> None:
    """Show a person (id) a page of the questions of an incident (id) or of all, in a message that is kept true."""
    await broadcasts.queue(
        session, kind=QUESTIONS, people=[to], subject_id=incident_id or 0, details=Listed(page), now=now
    )


async def show_files(
    session: AsyncSession, *, question: Question, count: int, to: int, under: int | None, now: datetime
) -> None:
    """Send a person (id) so many files of a question, under the message (id) that shows it, to be taken away later."""
    for number in range(count):
        await broadcasts.queue(
            session, kind=FILE, people=[to], subject_id=id_of(question), details=OpenedFile(number, under), now=now
        )


async def take_files_away(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Have the copies of a question's files deleted that coordinators opened: the files themselves are forgotten."""
    await broadcasts.redraw(
        session, kinds=(FILE,), subject=QUESTION_SUBJECT, subject_id=id_of(question), lane=Lane.REPLY, now=now
    )


async def redraw_quotes(session: AsyncSession, *, person_id: int, now: datetime) -> None:
    """Have everything edited that quotes what a person (id) asked: what follows it in its conversation, and lists."""
    theirs = select(func.coalesce(col(Question.thread_id), col(Question.id))).where(Question.person_id == person_id)
    following = select(Question.id).where(col(Question.thread_id).in_(theirs))
    lists = select(Broadcast.subject_id).where(
        Broadcast.subject == QUESTIONS.subject,
        or_(
            col(Broadcast.subject_id) == 0,
            col(Broadcast.subject_id).in_(select(Question.incident_id).where(Question.person_id == person_id)),
        ),
    )
    for kind, subject_ids in ((QUESTION, following), (QUESTIONS, lists)):
        await broadcasts.redraw(
            session, kinds=(kind,), subject=kind.subject, subject_id=subject_ids, lane=Lane.UPDATE, now=now
        )


async def _redraw_tally(session: AsyncSession, question: Question, now: datetime) -> None:
    if question.incident_id is not None:
        await incident_cards.redraw_tally(session, incident_id=question.incident_id, now=now)
