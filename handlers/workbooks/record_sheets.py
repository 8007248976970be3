"""The long work that a person asked for, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "jobs": RecordSheet(
        170, ("kind", "state", "at", "finished"), lambda _, one: (one.kind, one.state, one.asked_at, one.finished_at)
    ),
}
