"""Which contacts a person looked at, and who looked at theirs, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.reader import Reader
from models.roster import ContactLook


def _how(reader: Reader, look: ContactLook) -> str:
    return reader.label(f"look-how-{look.how}")


SHEETS: Mapping[str, RecordSheet] = {
    "looks": RecordSheet(
        120, ("at", "business", "how"), lambda reader, one, member, by: (one.at, member.name, _how(reader, one))
    ),
    "looked-at": RecordSheet(
        130,
        ("at", "business", "how", "who"),
        lambda reader, one, member, by: (one.at, member.name, _how(reader, one), reader.known_as(by.name)),
    ),
}
