"""What is said of lessons: to coordinators that one waits, and to the businesses whom one is sent to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.lessons import LESSON_SUBJECT, Lesson
from models.tlp import Tlp
from services.ground.details import Details, read
from services.ground.faces import MessageKind, called


@dataclass(frozen=True)
class LessonTold(Details):
    """Whether a lesson comes once more, to those who have not said anything of it, or was opened from the list."""

    word = "lesson-told"
    again: bool = False
    opened: bool = False


@dataclass(frozen=True)
class NamedIn(Details):
    """The business (id) that a lesson names; it is asked `again` where the words have changed to which it agreed."""

    word = "lesson-named-in"
    member_id: int
    again: bool = False


@dataclass(frozen=True)
class NamesShown(Details):
    """The page shows whom a lesson names, and what they said of it."""

    word = "lesson-names-shown"


async def _of_lesson(
    session: AsyncSession, lesson_id: int | None, details: Mapping[str, Any] | None
) -> tuple[str, int] | None:
    """Tell where the files are kept that go out under the first card of a lesson; RED has them behind its button."""
    told = read(details, LessonTold)
    if told is None or told.again or told.opened or lesson_id is None:
        return None
    label = (await session.exec(select(Lesson.tlp).where(Lesson.id == lesson_id))).first()
    return (LESSON_SUBJECT, lesson_id) if label is not Tlp.RED else None


CALLED = called(col(Lesson.code))
# Nothing burns when a lesson comes: it lets all else go first.
LESSON = MessageKind(
    BroadcastKind.LESSON,
    Lane.DIGEST,
    LESSON_SUBJECT,
    named=CALLED,
    details=(LessonTold,),
    sent_again=True,
    brings=_of_lesson,
)
LESSON_WAITING = MessageKind(
    BroadcastKind.LESSON_WAITING,
    Lane.REPLY,
    LESSON_SUBJECT,
    named=CALLED,
    details=(NamesShown,),
    sent_again=True,
    replaceable=True,
)
LESSON_NAMING = MessageKind(
    BroadcastKind.LESSON_NAMING, Lane.REPLY, LESSON_SUBJECT, named=CALLED, details=(NamedIn,), sent_again=True
)
LESSON_NAMED = MessageKind(
    BroadcastKind.LESSON_NAMED,
    Lane.REPLY,
    LESSON_SUBJECT,
    named=CALLED,
    details=(NamedIn,),
    sent_again=True,
    replaceable=True,
)
KINDS = (LESSON, LESSON_WAITING, LESSON_NAMING, LESSON_NAMED)
