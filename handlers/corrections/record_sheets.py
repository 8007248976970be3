"""What a person corrected of incidents, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.corrections import Correction
from models.incidents import Incident


def _correction(reader: Reader, one: Correction, incident: Incident) -> RecordRow:
    parts = "; ".join(reader.label(f"field-{part}") for part in one.after)
    return incident.code, reader.own(incident.title), one.at, parts


SHEETS: Mapping[str, RecordSheet] = {
    "corrections": RecordSheet(155, ("code", "what", "at", "corrected"), _correction),
}
