"""The groups that a person bound, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "groups": RecordSheet(
        50,
        ("group", "business", "bound", "left"),
        lambda _, one, member: (one.title, member.name, one.bound_at, one.left_at),
    ),
}
