"""A chain of hashes over the record: each seal covers the entries since the last one, and that one's hash.

Whoever changes, adds or removes an entry that is sealed leaves a seal that does not match; to hide it, all seals after
it would have to be made anew, and the newest one is known outside: `python -m bot doctor` and every export show it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry, AuditSeal
from models.identity import id_of
from models.incidents import Incident
from services.ground.audit import KEPT

# What stands before the first seal.
BEGINNING = "0" * 64
# An entry is sealed so long after it was made: by then whatever was under way beside it is committed.
SETTLED = timedelta(seconds=5)
# So many entries are covered by one seal, and sealed in one go.
MOST_ENTRIES = 1000
# So many seals are looked through at once, with the entries that they cover.
SEALS_AT_A_TIME = 100
# What is kept begins about so long ago once anything was let go: no network puts nothing on record for longer.
QUIET = timedelta(days=90)
# Long work puts on record, with the moment at which it began, what it ends so much later at most.
UNDER_WAY = timedelta(hours=1)
# A clock that was wrong is set back by so much at most: what is sealed and older was put in later.
SET_BACK = timedelta(days=1)
# By then the first entry of all has its seal.
UNSEALED = timedelta(minutes=5)


@dataclass(frozen=True)
class BrokenSeal:
    """The first seal that does not match what it covers: the entries (ids) and when they were sealed.

    Ids of 0 where nothing is left of the record.
    """

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
            # Moments of seals rise, and none is before what it covers, though a clock may be set back.
            clock_at=now,
            sealed_at=max([now, *(one.at for one in new), *([last.sealed_at] if last is not None else [])]),
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


async def verify(session: AsyncSession, *, now: datetime) -> ChainVerdict:
    """Look through the chain from its oldest seal, and tell where it is broken first, if anywhere."""
    head, covered, last_id = "", 0, 0
    previous: AuditSeal | None = None
    while seals := await _next_seals(session, last_id if previous else None):
        entries = await _between(session, last_id if previous else None, seals[-1].last_id)
        for seal in seals:
            # Whatever stands before the oldest seal stands in it: what was let go went with its rows.
            ours = [one for one in entries if (previous is None or last_id < id_of(one)) and id_of(one) <= seal.last_id]
            if not (_follows(previous, seal, ours, now) and digest(seal.before, ours) == seal.digest):
                broken = BrokenSeal(seal.first_id, seal.last_id, seal.sealed_at)
                return ChainVerdict(covered, head or BEGINNING, broken)
            head, covered, last_id, previous = seal.digest, covered + len(ours), seal.last_id, seal
        session.expunge_all()
    return ChainVerdict(covered, head or BEGINNING, await _unsealed(session, previous, now))


def _follows(previous: AuditSeal | None, seal: AuditSeal, ours: Sequence[AuditEntry], now: datetime) -> bool:
    """Tell whether a seal stands where one can, over as many entries as it says, none younger than itself."""
    if not ours or len(ours) != seal.entries or any(one.at > seal.sealed_at for one in ours):
        return False
    if previous is None:
        return seal.before == BEGINNING or ours[0].at < now - KEPT + QUIET
    # A clock that was far ahead shows an earlier hour once it is right again.
    is_late = any(one.at < min(_shown_at(previous), _shown_at(seal)) - SET_BACK for one in ours)
    # After a full seal come those that it had no room for.
    on_time = not is_late or previous.entries >= MOST_ENTRIES
    return seal.before == previous.digest and seal.sealed_at >= previous.sealed_at and on_time


def _shown_at(seal: AuditSeal) -> datetime:
    """Give what the clock showed when a seal was made."""
    return seal.clock_at or seal.sealed_at


async def _unsealed(session: AsyncSession, newest: AuditSeal | None, now: datetime) -> BrokenSeal | None:
    """Find an entry without a seal that would have one if it had been made when it says."""
    query = select(AuditEntry).order_by(col(AuditEntry.id)).limit(1)
    if newest is not None:
        backdated = col(AuditEntry.at) < min(_shown_at(newest), now) - UNDER_WAY
        query = query.where(col(AuditEntry.id) > newest.last_id, backdated)
    else:
        # People write through the bot alone, which seals; the command line may write before its first start.
        query = query.where(col(AuditEntry.at) < now - UNSEALED, col(AuditEntry.person_id).is_not(None))
    found = (await session.exec(query)).first()
    if found is None and newest is None:
        return await _emptied(session, now)
    if found is None or (newest is not None and newest.entries >= MOST_ENTRIES):
        return None
    return BrokenSeal(id_of(found), id_of(found), newest.sealed_at if newest is not None else found.at)


async def _emptied(session: AsyncSession, now: datetime) -> BrokenSeal | None:
    """Tell whether all of the record is gone: whoever declares an incident puts that on record."""
    query = select(func.max(col(Incident.declared_at))).where(col(Incident.declared_at) < now - UNSEALED)
    newest = (await session.exec(query)).one()
    return BrokenSeal(0, 0, newest) if newest is not None and newest > now - KEPT else None


async def _next_seals(session: AsyncSession, last_id: int | None) -> Sequence[AuditSeal]:
    """Give the next seals after an entry (id), or from the first, so many at a time."""
    query = select(AuditSeal).order_by(col(AuditSeal.last_id))
    if last_id is not None:
        query = query.where(col(AuditSeal.last_id) > last_id)
    return (await session.exec(query.limit(SEALS_AT_A_TIME))).all()


async def _between(session: AsyncSession, after: int | None, last_id: int) -> Sequence[AuditEntry]:
    """Give the entries after one (id), or from the first, up to another."""
    query = select(AuditEntry).where(col(AuditEntry.id) <= last_id)
    if after is not None:
        query = query.where(col(AuditEntry.id) > after)
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
