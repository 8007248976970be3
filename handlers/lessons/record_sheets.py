"""The lessons that a person wrote, and what they said of others, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from models.lessons import Lesson, LessonAnswer, LessonNaming
from models.members import Member


def _written(reader: Reader, one: Lesson, files: str | None) -> RecordRow:
    words = "\n".join(part for part in (one.title, one.happened, one.found, one.todo, one.indicators) if part)
    return one.code, one.written_at, words, reader.label(f"lesson-short-{one.state}"), files_said(reader, files)


def _answered(reader: Reader, one: LessonAnswer, lesson: Lesson, member: Member) -> RecordRow:
    said = reader.label(f"lesson-verdict-{one.verdict}") if one.verdict is not None else None
    return lesson.code, member.name, said, one.at


def _asked(reader: Reader, one: LessonNaming, lesson: Lesson, member: Member) -> RecordRow:
    said = None
    if one.accepts is not None:
        said = reader.label("lesson-names-agreed" if one.accepts else "lesson-names-refused")
    return lesson.code, member.name, said, one.asked_at


SHEETS: Mapping[str, RecordSheet] = {
    "lessons": RecordSheet(118, ("code", "at", "text", "state", "files"), _written),
    "lesson-namings": RecordSheet(127, ("code", "business", "answer", "at"), _asked),
    "lesson-answers": RecordSheet(119, ("code", "business", "answer", "at"), _answered),
}
