"""Lessons in lists: what waits first, then the newest."""

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views import tlp
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonListTap, LessonNewTap, LessonTap
from models.identity import id_of
from models.lessons import Lesson
from services.lessons.lists import LessonPage


def listing(reader: Reader, page: LessonPage) -> Message:
    """Show a page of lessons, each behind a button; of what was looked for, the first page alone."""
    if page.typed:
        head = reader.say("lesson-list-found", typed=page.typed, count=page.total)
    else:
        head = reader.say("lesson-list-head", count=page.total)
    lines = [_line(reader, one) for one in page.lines]
    foot = reader.say("lesson-list-foot")
    buttons = [Button(one.code, LessonTap(id_of(one)).pack()) for one in page.lines]
    turned = (
        () if page.typed else turning(Page(page.lines, page.number, page.pages), lambda at: LessonListTap(at).pack())
    )
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        *turned,
        (
            Button(reader.label("lesson-button-new"), LessonNewTap().pack(), Style.PRIMARY),
            Button(reader.label("button-menu"), MenuTap("menu").pack()),
        ),
    )
    return Message(Markup("\n\n").join([head, *(lines or [reader.say("lesson-list-empty")]), foot]), rows=rows)


def _line(reader: Reader, lesson: Lesson) -> Markup:
    return reader.say(
        "lesson-list-line",
        code=lesson.code,
        label=tlp.label(lesson.tlp),
        title=lesson.title,
        state=reader.label(f"lesson-short-{lesson.state}"),
    )
