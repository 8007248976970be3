"""A chain of hashes over the record: each seal covers the entries since the last one, and that one's hash.

Whoever changes, adds or removes an entry that is sealed leaves a seal that does not match; to hide it, all seals after
it would have to be made anew, and the newest one is known outside: `python -m bot doctor` and every export show it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry, AuditSeal
from models.identity import id_of

# What stands before the first seal.
BEGINNING = "0" * 64
# An entry is sealed so long after it was made: by then whatever was under way beside it is committed.
SETTLED = timedelta(seconds=5)
# So many entries are covered by one seal, and sealed in one go.
MOST_ENTRIES = 1000
# So many seals are looked through at once, with the entries that they cover.
SEALS_AT_A_TIME = 100


@dataclass(frozen=True)
class BrokenSeal:
    """The first seal that does not match what it covers: the entries (ids) and when they were sealed."""

    first_id: int
    last_id: int
    sealed_at: datetime


@dataclass(frozen=True)
class ChainVerdict:
    """What came of looking through the chain: how many entries it covers, its newest hash, and where it is broken."""

    entries: int
    head: str
    broken: BrokenSeal | None


def digest(before: str, entries: Iterable[AuditEntry]) -> str:
    """Give the hash of entries after another seal's hash (SHA-256, hexadecimal)."""
    whole = hashlib.sha256(before.encode())
    for entry in entries:
        written = (
            entry.id,
            entry.at.isoformat(),
            entry.person_id,
            entry.action,
            entry.subject,
            entry.subject_id,
            entry.before,
            entry.after,
        )
        whole.update(json.dumps(written, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())
    return whole.hexdigest()


async def last_seal(session: AsyncSession) -> AuditSeal | None:
    """Give the newest seal."""
    return (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id).desc()).limit(1))).first()


async def seal_new(session: AsyncSession, *, now: datetime) -> None:
    """Seal the entries that were made since the last seal, up to so many."""
    last = await last_seal(session)
    after = last.last_id if last is not None else 0
    query = select(AuditEntry).where(col(AuditEntry.id) > after).order_by(col(AuditEntry.id)).limit(MOST_ENTRIES)
    new = _settled((await session.exec(query)).all(), now)
    if not new:
        return
    before = last.digest if last is not None else BEGINNING
    session.add(
        AuditSeal(
            first_id=id_of(new[0]),
            last_id=id_of(new[-1]),
            entries=len(new),
            before=before,
            digest=digest(before, new),
            sealed_at=now,
        )
    )


def _settled(entries: Sequence[AuditEntry], now: datetime) -> Sequence[AuditEntry]:
    """Give the first entries of which each is old enough; a clock that is set back holds nothing up."""
    found = []
    for entry in entries:
        if now - SETTLED < entry.at <= now:
            break
        found.append(entry)
    return found


async def verify(session: AsyncSession) -> ChainVerdict:
    """Look through the chain from its oldest seal, and tell where it is broken first, if anywhere."""
    head, covered, last_id = "", 0, 0
    while seals := await _next_seals(session, last_id):
        # What stands before the oldest seal was let go.
        last_id = last_id or seals[0].first_id - 1
        entries = await _between(session, last_id, seals[-1].last_id)
        for seal in seals:
            ours = [one for one in entries if last_id < id_of(one) <= seal.last_id]
            follows = seal.before == (head or seal.before) and len(ours) == seal.entries
            if not follows or digest(seal.before, ours) != seal.digest:
                broken = BrokenSeal(seal.first_id, seal.last_id, seal.sealed_at)
                return ChainVerdict(covered, head or BEGINNING, broken)
            head, covered, last_id = seal.digest, covered + len(ours), seal.last_id
        session.expunge_all()
    return ChainVerdict(covered, head or BEGINNING, None)


async def _next_seals(session: AsyncSession, last_id: int) -> Sequence[AuditSeal]:
    """Give the next seals after an entry (id), so many at a time."""
    query = select(AuditSeal).where(col(AuditSeal.last_id) > last_id).order_by(col(AuditSeal.last_id))
    return (await session.exec(query.limit(SEALS_AT_A_TIME))).all()


async def _between(session: AsyncSession, after: int, last_id: int) -> Sequence[AuditEntry]:
    """Give the entries after one (id) up to another."""
    query = select(AuditEntry).where(col(AuditEntry.id) > after, col(AuditEntry.id) <= last_id)
    return (await session.exec(query.order_by(col(AuditEntry.id)))).all()


async def let_go(session: AsyncSession, *, before: datetime) -> int:
    """Delete the seals that cover nothing younger than `before`; gives the last entry (id) that they covered.

    What is left begins with the hash of the last one that is gone.
    """
    first_kept = select(AuditEntry.id).where(col(AuditEntry.at) >= before).order_by(col(AuditEntry.id)).limit(1)
    kept = (await session.exec(first_kept)).first()
    condition = col(AuditSeal.last_id) < kept if kept is not None else col(AuditSeal.id) > 0
    query = select(AuditSeal.last_id).where(condition).order_by(col(AuditSeal.id).desc()).limit(1)
    last_id = (await session.exec(query)).first() or 0
    await session.exec(delete(AuditSeal).where(col(AuditSeal.last_id) <= last_id))
    return last_id
