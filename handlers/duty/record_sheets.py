"""The weeks in which a person is on duty, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordSheet

SHEETS: Mapping[str, RecordSheet] = {
    "duty": RecordSheet(
        40,
        ("business", "week", "reminded"),
        lambda _, one, member: (member.name, one.monday.strftime("%d/%m/%Y"), one.reminded_at),
    ),
}
