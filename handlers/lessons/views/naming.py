"""The businesses that a lesson's words name: what coordinators see of it, and what each business is asked."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonConsentTap, LessonNamesTap, LessonTap
from handlers.lessons.views.cards import head, tick
from models.identity import id_of
from models.lessons import Lesson, LessonNaming
from models.members import Member
from services.lessons.naming import Named


def names(reader: Reader, lesson: Lesson, named: Sequence[Named]) -> Message:
    """Show those who coordinate whom a lesson names and has not been allowed to, before it can be sent."""
    lesson_id = id_of(lesson)
    lines = [
        reader.say("lesson-names-line", name=_called(reader, one), state=reader.label(f"lesson-names-{_state(one)}"))
        for one in named
    ]
    parts = [head(reader, lesson), reader.say("lesson-names-head"), Markup("\n").join(lines)]
    ask = Button(reader.label("lesson-button-ask-names"), LessonNamesTap(lesson_id).pack(), Style.PRIMARY)
    back = Button(reader.label("button-back"), LessonTap(lesson_id).pack())
    rows = ((ask,), (back,)) if any(_state(one) == "unasked" for one in named) else ((back,),)
    return Message(Markup("\n\n").join(parts), rows=rows)


def _called(reader: Reader, one: Named) -> str:
    """Call a business by its name of today, and by the earlier one where that stands in the words."""
    if not one.called or one.member.name in one.called:
        return one.member.name
    return reader.label("lesson-names-formerly", name=one.member.name, before=one.called[0])


def _state(one: Named) -> str:
    if one.is_gone:
        return "gone"
    if one.accepts is not None:
        return "agreed" if one.accepts else "refused"
    return "asked" if one.asked_at is not None else "unasked"


def ask(
    reader: Reader,
    lesson: Lesson,
    member: Member,
    naming: LessonNaming,
    sentences: Sequence[str],
    *,
    mark: int,
    again: bool = False,
) -> Message:
    """Ask one of a business's people whether a lesson may name it, with what it would say; a yes is to that (`mark`).

    It is asked `again` where it agreed to other words.
    """
    parts = [reader.say("lesson-consent-ask", code=lesson.code, name=member.name)]
    if again:
        parts.append(reader.say("lesson-consent-again"))
    parts += [reader.say("lesson-consent-quote", text=one) for one in sentences]
    if naming.accepts is not None:
        parts.append(reader.say(f"lesson-consent-{'yes' if naming.accepts else 'no'}"))
    row = tuple(
        Button(
            reader.label(f"lesson-button-consent-{word}", tick=tick(on=naming.accepts is accepts)),
            LessonConsentTap(id_of(lesson), id_of(member), mark if accepts else 0).pack(),
        )
        for word, accepts in (("yes", True), ("no", False))
    )
    return Message(Markup("\n\n").join(parts), rows=(row,))


def told(reader: Reader, lesson: Lesson, member: Member, naming: LessonNaming, hidden: Sequence[str]) -> Message:
    """Tell whoever asked what a business said, with the way to the lesson."""
    word = "agreed" if naming.accepts else "refused"
    text = Markup("\n").join([head(reader, lesson, hidden), reader.say(f"lesson-named-{word}", name=member.name)])
    return Message(text, rows=((Button(reader.label("lesson-button-open"), LessonTap(id_of(lesson)).pack()),),))
