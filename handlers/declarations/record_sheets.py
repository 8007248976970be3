"""The templates that a person wrote, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.templates import AlertTemplate


def _template(_reader: Reader, one: AlertTemplate) -> RecordRow:
    return one.title, one.text, one.version, one.made_at, one.retired_at


SHEETS: Mapping[str, RecordSheet] = {
    "templates": RecordSheet(167, ("summary", "text", "version", "made", "closed"), _template),
}
