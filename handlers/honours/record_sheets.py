"""The honours on which a person decided or for which they spoke, and what they released, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.honours import Honour, HonourRelease
from models.members import Member


def _honour(reader: Reader, one: Honour, member: Member) -> RecordRow:
    words = "\n".join(part for part in (one.sentence, one.reason) if part)
    kind = reader.label(f"honour-kind-{one.kind}")
    return kind, member.name, one.happened_at, words, reader.label(f"honour-short-{one.state}")


def _release(_: Reader, one: HonourRelease) -> RecordRow:
    return one.id, one.released_at


SHEETS: Mapping[str, RecordSheet] = {
    "honours": RecordSheet(122, ("kind", "business", "at", "text", "state"), _honour),
    "honour-releases": RecordSheet(123, ("number", "at"), _release),
}
