"""Contact tests and drills, as the file of a person shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.reader import Reader


def _done(reader: Reader, done: bool | None) -> str | None:
    return reader.label("inject-button-done" if done else "inject-button-cannot") if done is not None else None


SHEETS: Mapping[str, RecordSheet] = {
    "contact-tests": RecordSheet(
        112,
        ("code", "business", "at", "confirmed"),
        lambda _, one, asked, member: (one.code, member.name, one.asked_at, asked.confirmed_at),
    ),
    "inject-replies": RecordSheet(
        114,
        ("code", "business", "at", "done", "text"),
        lambda reader, one, drill, member: (
            drill.code,
            member.name,
            one.answered_at,
            _done(reader, one.done),
            one.words,
        ),
    ),
    "drills-planned": RecordSheet(
        166, ("code", "what", "at"), lambda reader, one: (one.code, reader.own(one.title), one.planned_at)
    ),
    "contact-tests-asked": RecordSheet(162, ("code", "at"), lambda _, one: (one.code, one.asked_at)),
}
