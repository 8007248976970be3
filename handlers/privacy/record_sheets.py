"""What the services below every wing of the handlers hold about a person, as their file shows it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from handlers.members.record_sheets import contact_name
from handlers.staff.views import role_name
from models.audit import AuditEntry
from models.broadcasts import Broadcast, Delivery
from models.drafts import Draft
from models.inbox import InboxState
from models.invitations import Invitation
from models.members import Member
from models.people import Consent

# More a spreadsheet's cell does not hold.
LONGEST_CELL = 32_000


def _consent(reader: Reader, one: Consent) -> RecordRow:
    return reader.label(f"file-purpose-{one.purpose}"), one.text_version, one.given_at, one.withdrawn_at


def _invitation(reader: Reader, one: Invitation, member: Member | None) -> RecordRow:
    return (
        reader.label(f"file-invitation-{one.kind}"),
        member.name if member is not None else None,
        role_name(reader, one.role) if one.role else contact_name(reader, one.contact),
        one.created_at,
        one.opened_at,
        one.used_at,
        one.revoked_at,
    )


def _message(reader: Reader, one: Delivery, broadcast: Broadcast, about: str | None) -> RecordRow:
    return (
        reader.label(f"file-message-{broadcast.kind.replace('_', '-')}"),
        about,
        one.sent_at or one.due_at,
        reader.label(f"file-delivery-{one.state}"),
    )


def _dialogue(_: Reader, one: Draft) -> RecordRow:
    return one.dialogue, one.step, one.updated_at, _json(one.data)


def _entry(_: Reader, one: AuditEntry) -> RecordRow:
    return one.at, one.action, one.subject, one.subject_id, _json(one.before), _json(one.after)


def _update(reader: Reader, at: datetime, state: InboxState, body: str) -> RecordRow:
    return at, reader.label(f"file-update-{state}"), body[:LONGEST_CELL]


def _json(data: Any) -> str | None:
    return json.dumps(data, ensure_ascii=False) if data else None


SHEETS: Mapping[str, RecordSheet] = {
    "consents": RecordSheet(10, ("purpose", "version", "given", "withdrawn"), _consent),
    "invitations": RecordSheet(60, ("kind", "business", "role", "made", "opened", "used", "revoked"), _invitation),
    "draft": RecordSheet(180, ("kind", "step", "at", "data"), _dialogue),
    "messages": RecordSheet(190, ("kind", "about", "at", "state"), _message),
    "updates": RecordSheet(200, ("at", "state", "data"), _update),
    "audit": RecordSheet(210, ("at", "action", "subject", "number", "before", "after"), _entry),
}
