"""Which contacts a person looked at, and who looked at theirs, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "looks": RecordSheet(120, ("at", "business"), lambda _, one, member, by: (one.at, member.name)),
    "looked-at": RecordSheet(
        130,
        ("at", "business", "who"),
        lambda reader, one, member, by: (one.at, member.name, reader.known_as(by.name)),
    ),
}
