"""The command that a person held, and what they asked or were asked, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "commands": RecordSheet(
        173, ("code", "at", "note"), lambda reader, one, incident: (incident.code, one.at, reader.handed_over(one.note))
    ),
    "command-offers": RecordSheet(
        174,
        ("code", "at", "note", "decided"),
        lambda reader, one, incident: (incident.code, one.asked_at, reader.handed_over(one.note), one.answered_at),
    ),
}
