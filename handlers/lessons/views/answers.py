"""Who says one thing of a lesson, or nothing, a page at a time."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.conversations.taps import QuestionTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonHeap, LessonHeapTap, LessonTap
from handlers.lessons.views.cards import LABEL, head
from models.conversations import QuestionState
from models.identity import id_of
from models.lessons import Lesson, LessonVerdict
from services.lessons.answering import LessonLine, LessonLines
from services.notation.business_names import with_short_form


def heap(reader: Reader, lesson: Lesson, which: LessonHeap, found: LessonLines, hidden: Sequence[str] = ()) -> Message:
    """List the businesses that say one thing of a lesson, or nothing."""
    title = reader.label(f"lesson-heap-{which}", count=reader.number(found.total))
    lines = [_line(reader, lesson, one) for one in found.lines]
    rows = turning(
        Page(found.lines, found.number, found.pages), lambda at: LessonHeapTap(id_of(lesson), which, at).pack()
    )
    text = Markup("\n").join([head(reader, lesson, hidden), Markup.escape(title), *lines])
    asked = tuple((_asked(reader, one),) for one in found.lines if _is_open(one))
    return Message(text, rows=(*asked, *rows, (Button(reader.label("button-back"), LessonTap(id_of(lesson)).pack()),)))


def _is_open(line: LessonLine) -> bool:
    return line.question is not None and line.question.state is QuestionState.OPEN


def _asked(reader: Reader, line: LessonLine) -> Button:
    """Make the button that opens what a business asks."""
    question_id = id_of(line.question) if line.question is not None else 0
    name = shorten(with_short_form(line.member), LABEL)
    return Button(reader.label("lesson-button-question", name=name), QuestionTap(question_id, "show").pack())


def _line(reader: Reader, lesson: Lesson, line: LessonLine) -> Markup:
    name, at = with_short_form(line.member), line.answer.at
    if at is None:
        return reader.say("lesson-line-silent", name=name)
    said = reader.say(
        "lesson-line-said", name=name, by=reader.known_as(line.by), at=reader.short_moment(at, lesson.sent_at or at)
    )
    if line.question is None or line.answer.verdict is not LessonVerdict.HELP:
        return said
    state = "open" if line.question.state is QuestionState.OPEN else "settled"
    return Markup(": ").join([said, reader.say(f"lesson-help-{state}")])
