"""The digests that a person wants, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.figures import DigestWish


def _wish(reader: Reader, one: DigestWish) -> RecordRow:
    return reader.label(f"digest-name-{one.rhythm}"), one.wished_at


SHEETS: Mapping[str, RecordSheet] = {"digests": RecordSheet(121, ("what", "at"), _wish)}
