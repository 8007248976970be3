"""What businesses say of a lesson: one answer each, the latest counts; who needs help becomes a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonAnswer, LessonState, LessonVerdict
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.conversations import asking
from services.conversations.asking import Spoken
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.groups import bindings
from services.lessons import lessons
from services.lessons.kinds import LESSON, LESSON_WAITING
from services.lessons.lessons import LessonLocked
from services.outbox import broadcasts
from services.people import businesses

PAGE = 10


class NotTaught(Refusal):
    """The lesson was sent to none of the person's businesses."""


class LessonOver(Refusal):
    """The lesson `code` is closed."""


class SaidOfLessonAlready(Refusal):
    """The business said the same of the lesson at `at`."""


@dataclass(frozen=True)
class LessonLine:
    """A business that was sent a lesson; `by` said something of it for the business, if anybody did.

    Who needs help with it asked a `question`.
    """

    answer: LessonAnswer
    member: str
    by: str | None
    question: Question | None = None


@dataclass(frozen=True)
class LessonLines:
    """A part of those who said one thing of a lesson, or nothing: `number` counts from 0."""

    lines: Sequence[LessonLine]
    number: int
    pages: int
    total: int


async def standing(session: AsyncSession, *, lesson_id: int, person: Person) -> Sequence[LessonAnswer]:
    """List what a person can say of a lesson, or has: for the businesses they speak for that were sent it."""
    members = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    return await standing_of(session, lesson_id=lesson_id, members=members)


async def standing_of(session: AsyncSession, *, lesson_id: int, members: Sequence[int]) -> Sequence[LessonAnswer]:
    """List what some businesses (ids) can say of a lesson, or have: those that were sent it."""
    query = select(LessonAnswer).where(LessonAnswer.lesson_id == lesson_id, col(LessonAnswer.member_id).in_(members))
    return (await session.exec(query.order_by(col(LessonAnswer.id)))).all()


async def answer(
    session: AsyncSession,
    *,
    lesson_id: int,
    verdict: LessonVerdict,
    question: Spoken,
    by: Person,
    now: datetime,
    only_for: int | None = None,
) -> Lesson:
    """Keep what a person says of a lesson for their businesses (or `only_for` one); who needs help asks the `question`.

    Raises LessonUnknown, NotTaught, LessonLocked, LessonOver, SaidOfLessonAlready, or what `asking.send` raises.
    """
    lesson = await lessons.by_id(session, lesson_id=lesson_id)
    standing_now = await standing(session, lesson_id=lesson_id, person=by)
    mine = [one for one in standing_now if only_for in (None, one.member_id)]
    if not mine:
        raise NotTaught
    if await lessons.is_locked(session, lesson=lesson, person=by if only_for is None else None):
        raise LessonLocked(code=lesson.code)
    if lesson.state is not LessonState.SENT:
        raise LessonOver(code=lesson.code)
    changed = [one for one in mine if one.verdict is not verdict]
    if not changed:
        raise SaidOfLessonAlready(at=max(one.at for one in mine if one.at is not None))
    for one in changed:
        one.verdict, one.person_id, one.at = verdict, id_of(by), now
    await session.flush()
    audit.record(
        session,
        person=by,
        action="lesson-answered",
        subject=LESSON_SUBJECT,
        subject_id=lesson_id,
        now=now,
        after={"verdict": verdict, "members": [one.member_id for one in changed]},
    )
    if verdict is LessonVerdict.HELP:
        asked = await _ask(session, member_id=changed[0].member_id, question=question, by=by, now=now)
        for one in changed:
            one.question_id = id_of(asked)
        await session.flush()
    await _redraw(session, lesson, [one.member_id for one in changed], now=now)
    return lesson


async def _ask(session: AsyncSession, *, member_id: int, question: Spoken, by: Person, now: datetime) -> Question:
    """Bring the need for help to the coordinators, as a question of the business (id)."""
    held = await asking.hold(session, person=by, spoken=question, only_for=member_id)
    await asking.send(session, question=held, concern=None, now=now)
    return held


async def _redraw(session: AsyncSession, lesson: Lesson, members: Sequence[int], *, now: datetime) -> None:
    """Have the cards edited of all who speak for some businesses (ids), and those of coordinators."""
    colleagues = select(Representative.person_id).where(
        col(Representative.member_id).in_(members), Representative.status == RepresentativeStatus.APPROVED
    )
    people = (await session.exec(colleagues)).all()
    groups = await bindings.bound_to(session, members=members)
    for kind, whose in ((LESSON, people), (LESSON_WAITING, None)):
        await broadcasts.redraw(
            session,
            kinds=(kind,),
            subject=LESSON_SUBJECT,
            subject_id=id_of(lesson),
            people=whose,
            groups=groups,
            lane=Lane.TALLY,
            now=now,
        )


async def count(session: AsyncSession, *, lesson_id: int) -> Mapping[LessonVerdict | None, int]:
    """Count the businesses by what they say of a lesson; None are those that say nothing, while they can."""
    rows = await session.exec(
        select(LessonAnswer.verdict, func.count())
        .join(Member, col(Member.id) == col(LessonAnswer.member_id))
        .where(LessonAnswer.lesson_id == lesson_id, _counted())
        .group_by(col(LessonAnswer.verdict))
    )
    found = {LessonVerdict(verdict) if verdict is not None else None: number for verdict, number in rows.all()}
    return {one: found.get(one, 0) for one in (*LessonVerdict, None)}


async def open_help(session: AsyncSession, *, lesson_id: int) -> int:
    """Count the businesses that need help with a lesson and have got no answer yet."""
    query = (
        select(func.count())
        .select_from(LessonAnswer)
        .join(Question, col(Question.id) == col(LessonAnswer.question_id))
        .where(
            LessonAnswer.lesson_id == lesson_id,
            LessonAnswer.verdict == LessonVerdict.HELP,
            Question.state == QuestionState.OPEN,
        )
    )
    return (await session.exec(query)).one()


def _counted() -> ColumnElement[bool]:
    return col(LessonAnswer.verdict).is_not(None) | (col(Member.status) == MemberStatus.APPROVED)


async def listing(session: AsyncSession, *, lesson_id: int, verdict: LessonVerdict | None, number: int) -> LessonLines:
    """List the businesses that say one thing of a lesson, or nothing, a page at a time."""
    said = col(LessonAnswer.verdict) == verdict if verdict is not None else col(LessonAnswer.verdict).is_(None)
    total = (await count(session, lesson_id=lesson_id))[verdict]
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(LessonAnswer, Member.name, Person.name, Question)
        .join(Member, col(Member.id) == col(LessonAnswer.member_id))
        .outerjoin(Person, col(Person.id) == col(LessonAnswer.person_id))
        .outerjoin(Question, col(Question.id) == col(LessonAnswer.question_id))
        .where(LessonAnswer.lesson_id == lesson_id, said, _counted())
        .order_by(col(LessonAnswer.at), col(Member.name), col(LessonAnswer.id))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    lines = [LessonLine(one, member, by, asked) for one, member, by, asked in (await session.exec(query)).all()]
    return LessonLines(lines, number, pages, total)
