"""The record of every change by a person."""

from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.people import Person


def record(
    session: AsyncSession,
    *,
    person: Person | None,
    action: str,
    subject: str,
    subject_id: int | None,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Add one audit row; `person` is None when the settings or the command line did it."""
    session.add(
        AuditEntry(
            at=now,
            person_id=person.id if person else None,
            action=action,
            subject=subject,
            subject_id=subject_id,
            before=before,
            after=after,
        )
    )
