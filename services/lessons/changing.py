"""A coordinator puts what waits in other words; a business that agreed to the words before is asked once more."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.lessons import LESSON_SUBJECT, Lesson, LessonPart
from models.people import Person
from models.tlp import Tlp
from services.ground import attachments
from services.ground.refusals import Refusal
from services.lessons import lessons, naming, writing
from services.notation.tlp import label_in, narrowest, written


class LessonLabelTheirs(Refusal):
    """The business that wrote the lesson gave it the label `label`: only it may let it go further."""


async def change(
    session: AsyncSession, *, lesson_id: int, part: LessonPart, value: str, by: Person, now: datetime
) -> Lesson:
    """Put a part of a lesson in other words, while it waits; of the label `value` is its word.

    A label that is for more than the incident from which it was learnt waits until that is for as many. A business
    that agreed to be named, and that is named in new words now, is asked once more.

    Raises LessonUnknown, LessonSettled, LessonLabelTheirs or what `lessons.tidied` raises.
    """
    lesson = await writing.waiting(session, lesson_id=lesson_id)
    before = await naming.told_of_each(session, lesson=lesson)
    if part is LessonPart.LABEL:
        lesson.chosen_tlp = _no_wider(lesson, Tlp(value))
    else:
        setattr(lesson, part.value, lessons.tidied(part, value))
        lesson.words = lessons.found_by(lesson)
        lesson.chosen_tlp = narrowest(lesson.chosen_tlp, label_in(value)) or lesson.chosen_tlp
    lesson.tlp = await writing.carried(session, lesson.chosen_tlp, lesson.incident_id)
    await naming.ask_anew(session, lesson=lesson, before=before, by=by, now=now)
    writing.put_on_record(session, lesson, by, "lesson-changed", now, after={"part": part.value, "length": len(value)})
    await session.flush()
    await writing.redraw(session, lesson=lesson, now=now)
    return lesson


def labels_for(lesson: Lesson) -> Sequence[Tlp]:
    """List the labels that a coordinator may give a lesson: none that is for more than its business's own."""
    return [one for one in Tlp if narrowest(one, lesson.widest) is one]


def _no_wider(lesson: Lesson, label: Tlp) -> Tlp:
    if lesson.widest is not None and label not in labels_for(lesson):
        raise LessonLabelTheirs(label=written(lesson.widest))
    return label


async def drop_file(session: AsyncSession, *, lesson_id: int, kept_id: int, by: Person, now: datetime) -> Lesson:
    """Take a file out of a lesson that waits; one that is gone already is let be.

    Raises LessonUnknown or LessonSettled.
    """
    lesson = await writing.waiting(session, lesson_id=lesson_id)
    if await attachments.take_out(session, subject=LESSON_SUBJECT, subject_id=lesson_id, kept_id=kept_id):
        writing.put_on_record(session, lesson, by, "lesson-file-dropped", now, after={"file": kept_id})
        await writing.redraw(session, lesson=lesson, now=now)
    return lesson
