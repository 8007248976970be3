"""The fields of papers that a person filled, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.incidents import Incident
from models.papers import PaperAnswer


def _said(reader: Reader, one: PaperAnswer, incident: Incident) -> RecordRow:
    return incident.code, reader.label(f"paper-field-{one.field}"), one.value, one.said_at


SHEETS: Mapping[str, RecordSheet] = {"paper-answers": RecordSheet(226, ("code", "what", "text", "at"), _said)}
