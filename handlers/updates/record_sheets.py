"""The updates that a person acknowledged, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "acknowledgements": RecordSheet(177, ("code", "at"), lambda _, one, incident: (incident.code, one.at)),
}
