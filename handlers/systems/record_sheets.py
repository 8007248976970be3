"""For which systems a person is called, at which they looked, and who looked at theirs, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.reader import Reader
from handlers.systems.views.register import hours_name
from models.systems import SystemLook


def _how(reader: Reader, look: SystemLook) -> str:
    return reader.label("system-look-export" if look.is_export else "system-look-page")


SHEETS: Mapping[str, RecordSheet] = {
    "system-contacts": RecordSheet(
        142,
        ("system", "hours", "name", "title", "phone"),
        lambda reader, one, system: (system.name, hours_name(reader, one.hours), one.name, one.title, one.phone),
    ),
    "system-looks": RecordSheet(
        144, ("at", "system", "how"), lambda reader, one, system, by: (one.at, system.name, _how(reader, one))
    ),
    "system-looked-at": RecordSheet(
        146,
        ("at", "system", "how", "who"),
        lambda reader, one, system, by: (one.at, system.name, _how(reader, one), reader.known_as(by.name)),
    ),
}
