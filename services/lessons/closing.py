"""A lesson is closed on evidence: words or a file that say that it was learnt, or why it was not sent."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import EVIDENCE_SUBJECT, LESSON_SUBJECT, Lesson, LessonState
from models.people import Person
from services.ground import attachments, audit
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.lessons import lessons, writing
from services.lessons.answering import LessonOver
from services.notation.spelling import tidy_text

EVIDENCE_LENGTH = 500


class EvidenceMissing(Refusal):
    """A lesson is closed by words of at most `limit` characters, or by a file."""


async def close(
    session: AsyncSession, *, lesson_id: int, words: str, files: tuple[Attachment, ...], by: Person, now: datetime
) -> Lesson:
    """Close a lesson with what shows that it was learnt.

    Raises LessonUnknown, LessonOver, EvidenceMissing or TooManyFiles.
    """
    lesson = await lessons.by_id(session, lesson_id=lesson_id, lock=True)
    if lesson.state is LessonState.CLOSED:
        raise LessonOver(code=lesson.code)
    evidence = tidy_text(words)
    if not (evidence or files) or len(evidence) > EVIDENCE_LENGTH:
        raise EvidenceMissing(limit=EVIDENCE_LENGTH)
    attachments.check_number(files)
    lesson.state, lesson.closed_at, lesson.evidence = LessonState.CLOSED, now, evidence
    await attachments.keep(session, subject=EVIDENCE_SUBJECT, subject_id=lesson_id, attachments=files)
    audit.record(
        session,
        person=by,
        action="lesson-closed",
        subject=LESSON_SUBJECT,
        subject_id=id_of(lesson),
        now=now,
        after={"words": len(evidence), "files": len(files)},
    )
    await session.flush()
    await writing.redraw(session, lesson=lesson, now=now)
    return lesson
