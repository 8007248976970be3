"""A person's applications, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.applications import Application
from models.members import Member


def _application(reader: Reader, one: Application, member: Member) -> RecordRow:
    return (
        one.id,
        reader.label(f"file-application-{one.kind.replace('_', '-')}"),
        member.name,
        one.submitted_at,
        reader.label(f"file-state-{one.status.replace('_', '-')}"),
        one.decided_at,
        one.reason,
    )


SHEETS: Mapping[str, RecordSheet] = {
    "applications": RecordSheet(
        30, ("number", "kind", "business", "submitted", "state", "decided", "reason"), _application
    ),
}
