"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass, field

from handlers.frame.gathering import Gathered
from models.lessons import LessonPart
from services.ground.forms import DraftForm
from services.lessons.writing import LessonSaid


@dataclass(frozen=True)
class LessonForm(DraftForm):
    """A lesson that is being written; `gathered` are the files that came so far.

    While lines of its signs are `unread`, those typed next come to the ones that were read.
    """

    said: LessonSaid = field(default_factory=LessonSaid)
    gathered: Gathered = field(default_factory=Gathered)
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class LessonWordsForm(DraftForm):
    """The part of a lesson (id, code) that is put in other words; without one it is closed, by what is gathered."""

    lesson_id: int
    code: str
    part: LessonPart | None = None
    gathered: Gathered = field(default_factory=Gathered)
