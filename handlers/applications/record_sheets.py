"""A person's applications, as their file shows them."""

import json
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
        reader.own(one.reason or ""),
        json.dumps(one.proposed, ensure_ascii=False) if one.proposed else None,
    )


SHEETS: Mapping[str, RecordSheet] = {
    "applications": RecordSheet(
        30, ("number", "kind", "business", "submitted", "state", "decided", "reason", "data"), _application
    ),
}
