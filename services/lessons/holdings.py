"""What lessons hold about people and businesses: who wrote one, who said what of one, and whose it is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonAnswer, LessonNaming
from models.members import Member
from models.people import Person
from services.ground import attachments
from services.ground.holding_types import FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson, all_of
from services.lessons import hiding, lessons, writing
from services.outbox import broadcasts


def _written(person: Person) -> Any:
    return (
        select(Lesson, attachments.written_of(Lesson, LESSON_SUBJECT))
        .where(Lesson.person_id == id_of(person))
        .order_by(col(Lesson.id))
    )


def _answered(person: Person) -> Any:
    return (
        select(LessonAnswer, Lesson, Member)
        .join(Lesson, col(Lesson.id) == col(LessonAnswer.lesson_id))
        .join(Member, col(Member.id) == col(LessonAnswer.member_id))
        .where(LessonAnswer.person_id == id_of(person))
        .order_by(col(LessonAnswer.id))
    )


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the business that is kept answer to what the other one was sent, each lesson once; a word beats silence."""
    kept, theirs = (col(LessonAnswer.member_id) == one for one in (merging.kept_id, merging.other_id))
    said = (
        await session.exec(select(LessonAnswer.lesson_id).where(theirs, col(LessonAnswer.verdict).is_not(None)))
    ).all()
    silent = delete(LessonAnswer).where(
        kept, col(LessonAnswer.verdict).is_(None), col(LessonAnswer.lesson_id).in_(said)
    )
    await session.exec(silent.execution_options(synchronize_session="fetch"))
    twice = (await session.exec(select(LessonAnswer.lesson_id).where(kept))).all()
    for statement in (
        delete(LessonAnswer).where(theirs, col(LessonAnswer.lesson_id).in_(twice)),
        update(LessonAnswer).where(theirs).values(member_id=merging.kept_id),
    ):
        await session.exec(statement.execution_options(synchronize_session="fetch"))


async def _move_namings(session: AsyncSession, merging: Merging) -> None:
    """Hand what the other business was asked to the one that is kept, each lesson once.

    A no of either counts more than a yes or silence, also where one of both learnt the lesson and the other was
    asked. The other one's yes is no word of the one that is kept.
    """
    kept = {one.lesson_id: one for one in await _namings(session, merging.kept_id)}
    for one in await _namings(session, merging.other_id):
        is_no = one.accepts is False
        twin = kept.get(one.lesson_id)
        if twin is None:
            one.member_id, one.accepts = merging.kept_id, False if is_no else None
            continue
        twin.accepts = False if is_no else twin.accepts
        await session.delete(one)
    await session.flush()
    for one in await _namings(session, merging.kept_id):
        await _settle(session, one, merging)


async def _namings(session: AsyncSession, member_id: int) -> Sequence[LessonNaming]:
    query = select(LessonNaming).where(LessonNaming.member_id == member_id).order_by(col(LessonNaming.id))
    return (await session.exec(query)).all()


async def _settle(session: AsyncSession, naming: LessonNaming, merging: Merging) -> None:
    """Let a lesson tell no name any more that it may not tell, wherever it is shown or found."""
    lesson = await lessons.by_id(session, lesson_id=naming.lesson_id, lock=True)
    if lesson.member_id == merging.kept_id and naming.accepts is False:
        lesson.may_be_named = False
    lesson.words = lessons.found_by(lesson, await hiding.of(session, lesson=lesson))
    await writing.redraw(session, lesson=lesson, now=merging.now)


async def redraw_lessons(session: AsyncSession, leaving: Leaving) -> None:
    """Have the cards edited that say that a person said something of a lesson for their business."""
    answered = select(LessonAnswer.lesson_id).where(LessonAnswer.person_id == leaving.person_id)
    await broadcasts.redraw(session, subject=LESSON_SUBJECT, subject_id=answered, lane=Lane.UPDATE, now=leaving.now)


def _asked(person: Person) -> Any:
    return (
        select(LessonNaming, Lesson, Member)
        .join(Lesson, col(Lesson.id) == col(LessonNaming.lesson_id))
        .join(Member, col(Member.id) == col(LessonNaming.member_id))
        .where(LessonNaming.asked_by_id == id_of(person))
        .order_by(col(LessonNaming.id))
    )


PARTS = (FilePart("lessons", _written), FilePart("lesson-answers", _answered), FilePart("lesson-namings", _asked))
PEOPLE = (
    OfPerson(col(Lesson.person_id), "lessons", NumberKept("what was learnt is the network's")),
    OfPerson(col(LessonAnswer.person_id), "lesson-answers", NumberKept("what was said of it is the business's")),
    OfPerson(col(LessonNaming.asked_by_id), "lesson-namings", NumberKept("that a business was asked is the network's")),
)
MEMBERS = (
    all_of(col(Lesson.member_id)),
    OfMember(col(LessonAnswer.member_id), Moved(_move)),
    OfMember(col(LessonNaming.member_id), Moved(_move_namings)),
)
