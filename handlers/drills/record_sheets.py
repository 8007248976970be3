"""Contact tests and drills, as the file of a person shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "contact-tests": RecordSheet(
        112,
        ("code", "business", "at", "confirmed"),
        lambda _, one, asked, member: (one.code, member.name, one.asked_at, asked.confirmed_at),
    ),
    "contact-tests-asked": RecordSheet(162, ("code", "at"), lambda _, one: (one.code, one.asked_at)),
}
