"""What a person asked, answered and settled, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from models.conversations import Question, QuestionAnswer
from models.incidents import Incident
from models.members import Member


def _asked(
    reader: Reader, one: Question, member: Member | None, incident: Incident | None, files: str | None
) -> RecordRow:
    business = member.name if member is not None else None
    state = reader.label(f"file-question-{one.state.replace('_', '-')}")
    code = incident.code if incident is not None else None
    return code, business, one.asked_at, one.text, files_said(reader, files), state


def _answered(reader: Reader, one: QuestionAnswer, question: Question, files: str | None) -> RecordRow:
    return one.said_at, one.text, files_said(reader, files)


def _settled(reader: Reader, one: Question) -> RecordRow:
    return one.asked_at, one.settled_at, reader.label(f"file-question-{one.state.replace('_', '-')}")


SHEETS: Mapping[str, RecordSheet] = {
    "questions": RecordSheet(83, ("code", "business", "at", "text", "files", "state"), _asked),
    "question-answers": RecordSheet(153, ("at", "text", "files"), _answered),
    "questions-settled": RecordSheet(156, ("at", "decided", "state"), _settled),
}
