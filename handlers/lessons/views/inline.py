"""What an inline query finds of lessons: lines for one person, and cards that everybody in a chat may read."""

from markupsafe import Markup

from handlers.frame.links import Link, LinkWord
from handlers.frame.office import Office
from handlers.frame.views import tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, InlineResult, Message
from handlers.frame.views.reader import Reader
from handlers.lessons.views.cards import body, titled, told
from models.identity import id_of
from models.tlp import NARROW
from services.lessons.lessons import LessonSheet

DESCRIBED = 100


def result(reader: Reader, sheet: LessonSheet, *, office: Office) -> InlineResult:
    """Make one find: what the person sees in the list, and the card that choosing it sends to the chat."""
    lesson = sheet.lesson
    drill = (reader.label("drill-word"),) if lesson.is_drill else ()
    todo = told(reader, lesson.todo, sheet.hidden)
    said = (tlp.label(lesson.tlp), *drill, lesson.code, todo.partition("\n")[0])
    return InlineResult(
        id=f"lesson-{id_of(lesson)}",
        title=titled(reader, lesson, sheet.hidden),
        description=shorten(" · ".join(said), DESCRIBED),
        message=_card(reader, sheet, office=office),
    )


def _card(reader: Reader, sheet: LessonSheet, *, office: Office) -> Message:
    """Make the card that goes to a chat: of what is for an organisation at most, the way to it and no word of it."""
    lesson = sheet.lesson
    text: Markup = body(reader, sheet)
    if lesson.tlp in NARROW:
        label = " · ".join([tlp.label(lesson.tlp), *([reader.label("drill-word")] if lesson.is_drill else [])])
        text = reader.say("lesson-inline-narrow", label=label, code=lesson.code)
    link = office.link(Link(LinkWord.LESSON, str(id_of(lesson))).pack())
    return Message(text, rows=((Button(reader.label("lesson-button-open"), url=link),),))
