"""The advisories that a person sent, what they said of others, and the channel that they bound, in their file."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.advisories import Advisory, AdvisoryReceipt
from models.members import Member
from models.public_channels import PublicChannel


def _sent(reader: Reader, one: Advisory) -> RecordRow:
    words = "\n".join((one.title, one.what, one.todo))
    return one.code, one.sent_at, words, reader.label(f"advisory-short-{one.state}")


def _answered(reader: Reader, one: AdvisoryReceipt, advisory: Advisory, member: Member) -> RecordRow:
    said = reader.label(f"advisory-answer-{one.answer}") if one.answer is not None else None
    return advisory.code, member.name, said, one.at


def _bound(_reader: Reader, one: PublicChannel) -> RecordRow:
    return one.title, one.bound_at


SHEETS: Mapping[str, RecordSheet] = {
    "advisories": RecordSheet(133, ("code", "at", "text", "state"), _sent),
    "advisory-answers": RecordSheet(134, ("code", "business", "answer", "at"), _answered),
    "public-channels": RecordSheet(135, ("name", "at"), _bound),
}
