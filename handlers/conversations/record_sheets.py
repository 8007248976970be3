"""What a person asked, answered and settled, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.conversations import Question, QuestionAnswer
from models.incidents import Incident
from models.members import Member


def _asked(reader: Reader, one: Question, member: Member | None, incident: Incident | None, files: int) -> RecordRow:
    business = member.name if member is not None else None
    state = reader.label(f"file-question-{one.state.replace('_', '-')}")
    return incident.code if incident is not None else None, business, one.asked_at, one.text, files, state


def _answered(_: Reader, one: QuestionAnswer, question: Question, files: int) -> RecordRow:
    return one.said_at, one.text, files


def _settled(reader: Reader, one: Question) -> RecordRow:
    return one.asked_at, one.settled_at, reader.label(f"file-question-{one.state.replace('_', '-')}")


SHEETS: Mapping[str, RecordSheet] = {
    "questions": RecordSheet(83, ("code", "business", "at", "text", "files", "state"), _asked),
    "question-answers": RecordSheet(153, ("at", "text", "files"), _answered),
    "questions-settled": RecordSheet(156, ("at", "decided", "state"), _settled),
}
