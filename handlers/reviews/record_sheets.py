"""The reviews that a person owned, opened or closed, and what they said and decided, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.members import Member
from models.reviews import Review, ReviewDecision, ReviewVoice
from models.tasks import Task


def _owned(reader: Reader, one: Review, code: str) -> RecordRow:
    words = "\n".join(part for part in (one.well, one.causes, one.changes, one.detected, one.moved_because) if part)
    return code, one.opened_at, words, reader.label(f"review-short-{one.state.replace('_', '-')}")


def _said(reader: Reader, one: ReviewVoice, code: str, member: Member) -> RecordRow:
    answers = [
        reader.label(f"review-file-{word}")
        for word, said in (("useful", one.useful), ("named", one.may_be_named))
        if said is True
    ]
    words = "\n".join(part for part in (*answers, one.missing) if part)
    return code, member.name, words, one.at


def _decided(reader: Reader, one: ReviewDecision, task: Task) -> RecordRow:
    return task.code, one.at, one.reason


SHEETS: Mapping[str, RecordSheet] = {
    "reviews": RecordSheet(124, ("code", "at", "text", "state"), _owned),
    "review-voices": RecordSheet(125, ("code", "business", "text", "at"), _said),
    "review-decisions": RecordSheet(126, ("code", "at", "text"), _decided),
}
