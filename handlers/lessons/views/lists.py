"""Lessons in lists: what waits first, then the newest."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views import tlp
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonFindTap, LessonListTap, LessonNewTap, LessonTap
from handlers.lessons.views.cards import titled
from models.identity import id_of
from models.lessons import Lesson
from services.lessons.lessons import sought
from services.lessons.lists import LessonPage

LONGEST_WORDS = 50


def listing(reader: Reader, page: LessonPage) -> Message:
    """Show a page of lessons, each behind a button; more of what was looked for, where a button holds its words."""
    if page.typed:
        head = reader.say("lesson-list-found", typed=page.typed, count=page.total)
    else:
        head = reader.say("lesson-list-head", count=page.total)
    lines = [_line(reader, one, page.hidden.get(id_of(one), ())) for one in page.lines]
    foot = reader.say("lesson-list-foot")
    buttons = [Button(one.code, LessonTap(id_of(one)).pack()) for one in page.lines]
    turned = turning(Page(page.lines, page.number, page.pages), _turn(page)) if _fits(page) else ()
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        *turned,
        (
            Button(reader.label("lesson-button-new"), LessonNewTap().pack(), Style.PRIMARY),
            Button(reader.label("button-menu"), MenuTap("menu").pack()),
        ),
    )
    return Message(Markup("\n\n").join([head, *(lines or [reader.say("lesson-list-empty")]), foot]), rows=rows)


def _turn(page: LessonPage) -> Callable[[int], str]:
    """Give what the button of another page carries."""
    if not page.typed:
        return lambda at: LessonListTap(at).pack()
    words = sought(page.typed)
    return lambda at: LessonFindTap(at, words).pack()


def _fits(page: LessonPage) -> bool:
    """Tell whether a button holds the words that were looked for; of what is longer the first page is shown alone."""
    return len(sought(page.typed)) <= LONGEST_WORDS


def _line(reader: Reader, lesson: Lesson, hidden: Sequence[str]) -> Markup:
    drill = [reader.label("drill-word")] if lesson.is_drill else []
    return reader.say(
        "lesson-list-line",
        code=lesson.code,
        label=tlp.label(lesson.tlp),
        title=titled(reader, lesson, hidden),
        state=" · ".join([*drill, reader.label(f"lesson-short-{lesson.state}")]),
    )
