"""The record of every change by a person, kept for as long as people are told that it is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry, AuditSeal
from models.people import Person

# How long a change stays on record, and with it the proof that a consent was given and withdrawn.
KEPT_YEARS = 5
KEPT = timedelta(days=KEPT_YEARS * 365 + 1)
# So much of a seal's hash tells it from every other one, and is short enough to be written down.
SHORT_HASH = 16


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


async def record_all(session: AsyncSession, *, entries: Sequence[Mapping[str, Any]]) -> None:
    """Add audit rows by one statement; each entry holds what `AuditEntry` does, under the same names."""
    if entries:
        await (await session.connection()).execute(insert(AuditEntry), entries)


async def latest(
    session: AsyncSession, *, subject: str, subject_id: int, actions: Collection[str]
) -> AuditEntry | None:
    """Find the last of some actions on one thing, to say by whom and when it was done."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.subject == subject, AuditEntry.subject_id == subject_id, col(AuditEntry.action).in_(actions))
        .order_by(col(AuditEntry.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def last_seal(session: AsyncSession) -> AuditSeal | None:
    """Give the newest seal over the record: the one that reaches furthest, whatever number its row has."""
    return (await session.exec(select(AuditSeal).order_by(col(AuditSeal.last_id).desc()).limit(1))).first()
