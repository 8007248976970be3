"""A chain of hashes over the record: each seal covers the entries since the last one, and that one's hash.

Whoever changes, adds or removes an entry that is sealed leaves a seal that does not match; to hide it, all seals after
it would have to be made anew. A mark beside the record says how far it was sealed and where it begins. So a record that
is emptied, begun anew or cut at its newest end shows, also once more is put on it. Whoever takes the mark away too is
shown by the incidents, each of which was put on record when it was declared.

What the database cannot show: the hashes need no secret. Whoever may write all of it can make seals and mark anew over
whatever they please, and take incidents away with their entries. That shows by a seal that somebody kept outside: the
digest, every export and `python -m bot doctor` show the newest one, and `doctor --seal` asks whether it still stands.
Of seals of the first version the moments are no part of the hash.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlmodel import col, delete, exists, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import FIRST_SEAL_VERSION, ONLY, AuditEntry, AuditMark, AuditSeal
from models.identity import id_of
from models.incidents import Incident
from services.ground.audit import KEPT, last_seal

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
# The act of declaring an incident, as it is put on record.
DECLARED = "incident-declared"


class Breach(StrEnum):
    """What was done to the record.

    Entries were changed, added or removed; the seals end before they once did; nothing tells of an incident.
    """

    CHANGED = "changed"
    CUT = "cut"
    UNTOLD = "untold"


@dataclass(frozen=True)
class BrokenSeal:
    """The first seal that does not match what it covers: the entries (ids) and when they were sealed.

    Of a record that was cut `last_id` is how far it once came. Of an incident of which nothing tells there are no
    entries, and the moment is that at which it was declared.
    """

    first_id: int
    last_id: int
    sealed_at: datetime
    breach: Breach = Breach.CHANGED


@dataclass(frozen=True)
class ChainVerdict:
    """What came of looking through the chain: how many entries it covers, its newest hash, and where it is broken."""

    entries: int
    head: str
    broken: BrokenSeal | None


def digest(seal: AuditSeal, entries: Sequence[AuditEntry]) -> str:
    """Give the hash of a seal over entries, after that of the seal before it (SHA-256, hexadecimal)."""
    whole = hashlib.sha256(seal.before.encode())
    if seal.version > FIRST_SEAL_VERSION:
        whole.update(_in_one_way((seal.version, seal.first_id, seal.last_id, seal.entries, *_moments(seal))))
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
        whole.update(_in_one_way(written))
    return whole.hexdigest()


def _in_one_way(values: Sequence[object]) -> bytes:
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _moments(seal: AuditSeal) -> Sequence[str | None]:
    return [at.astimezone(UTC).isoformat() if at is not None else None for at in (seal.sealed_at, seal.clock_at)]


async def seal_new(session: AsyncSession, *, now: datetime) -> None:
    """Seal the entries that were made since the last seal, up to so many, and move the mark."""
    last = await last_seal(session)
    after = last.last_id if last is not None else 0
    query = select(AuditEntry).where(col(AuditEntry.id) > after).order_by(col(AuditEntry.id)).limit(MOST_ENTRIES)
    new = _settled((await session.exec(query)).all(), now)
    if not new:
        return
    mark = await _mark(session)
    seal = AuditSeal(
        first_id=id_of(new[0]),
        last_id=id_of(new[-1]),
        entries=len(new),
        # Where seals were taken away, the next one stands after what is gone, and so it shows from then on.
        before=mark.digest if mark is not None else last.digest if last is not None else BEGINNING,
        digest="",
        # Moments of seals rise, and none is before what it covers, though a clock may be set back.
        clock_at=now,
        sealed_at=max([now, *(one.at for one in new), *([last.sealed_at] if last is not None else [])]),
    )
    seal.digest = digest(seal, new)
    session.add(seal)
    if mark is not None:
        mark.last_id, mark.digest, mark.sealed_at = seal.last_id, seal.digest, seal.sealed_at
    elif last is None:
        session.add(
            AuditMark(last_id=seal.last_id, digest=seal.digest, sealed_at=seal.sealed_at, begins_after=BEGINNING)
        )


async def _mark(session: AsyncSession) -> AuditMark | None:
    return await session.get(AuditMark, ONLY)


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
    # What is sealed meanwhile stands after what the mark says now.
    mark = await _mark(session)
    head, covered, last_id = "", 0, 0
    reached = mark is None
    previous: AuditSeal | None = None
    while seals := await _next_seals(session, last_id if previous else None):
        entries = await _between(session, last_id if previous else None, seals[-1].last_id)
        for seal in seals:
            # Whatever stands before the oldest seal stands in it: what was let go went with its rows.
            ours = [one for one in entries if (previous is None or last_id < id_of(one)) and id_of(one) <= seal.last_id]
            is_next = _follows(previous, seal, ours) if previous else _begins(mark, seal, ours, now)
            if not (is_next and _covers(seal, ours)):
                broken = BrokenSeal(seal.first_id, seal.last_id, seal.sealed_at)
                return ChainVerdict(covered, head or BEGINNING, broken)
            reached = reached or (mark is not None and mark.digest == seal.digest)
            head, covered, last_id, previous = seal.digest, covered + len(ours), seal.last_id, seal
        session.expunge_all()
    cut = BrokenSeal(0, mark.last_id, mark.sealed_at, Breach.CUT) if mark is not None and not reached else None
    found = cut or await _unsealed(session, previous, now) or await _untold(session, now)
    return ChainVerdict(covered, head or BEGINNING, found)


def _covers(seal: AuditSeal, ours: Sequence[AuditEntry]) -> bool:
    """Tell whether a seal is over these entries, as many as it says, none younger than itself."""
    if not ours or len(ours) != seal.entries or any(one.at > seal.sealed_at for one in ours):
        return False
    return digest(seal, ours) == seal.digest


def _begins(mark: AuditMark | None, seal: AuditSeal, ours: Sequence[AuditEntry], now: datetime) -> bool:
    """Tell whether a record may begin with a seal: where the mark says, and late only if what is gone was old."""
    if mark is None or seal.before != mark.begins_after:
        return False
    return seal.before == BEGINNING or (bool(ours) and ours[0].at < now - KEPT + QUIET)


def _follows(previous: AuditSeal, seal: AuditSeal, ours: Sequence[AuditEntry]) -> bool:
    """Tell whether a seal may stand after another one; their rows were numbered as they were made."""
    if id_of(seal) < id_of(previous):
        return False
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
    if found is None or (newest is not None and newest.entries >= MOST_ENTRIES):
        return None
    return BrokenSeal(id_of(found), id_of(found), newest.sealed_at if newest is not None else found.at)


async def _untold(session: AsyncSession, now: datetime) -> BrokenSeal | None:
    """Find an incident of which no entry tells: whoever declares one puts that on record in the same instant."""
    is_told = exists().where(
        col(AuditEntry.subject) == "incident",
        col(AuditEntry.subject_id) == col(Incident.id),
        col(AuditEntry.action) == DECLARED,
    )
    query = select(func.min(col(Incident.declared_at))).where(col(Incident.declared_at) > now - KEPT, ~is_told)
    declared_at = (await session.exec(query)).one()
    return BrokenSeal(0, 0, declared_at, Breach.UNTOLD) if declared_at is not None else None


def as_kept(beginning: str) -> str:
    """Give how a hash begins, as it was written down or copied with the blanks and dots around it."""
    return beginning.strip(" .…\n\t").lower()


async def stands(session: AsyncSession, *, beginning: str) -> AuditSeal | None:
    """Find the newest seal whose hash begins so, as somebody kept it outside; what cuts it short is no part of it."""
    if not (kept := as_kept(beginning)):
        return None
    query = select(AuditSeal).where(col(AuditSeal.digest).startswith(kept, autoescape=True))
    return (await session.exec(query.order_by(col(AuditSeal.last_id).desc()).limit(1))).first()


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

    What is left begins with the hash of the last one that is gone; where nothing is left, it begins anew.
    """
    first_kept = select(AuditEntry.id).where(col(AuditEntry.at) >= before).order_by(col(AuditEntry.id)).limit(1)
    kept = (await session.exec(first_kept)).first()
    # A young seal stays though its entries are gone: somebody else took them.
    is_old = func.coalesce(col(AuditSeal.clock_at), col(AuditSeal.sealed_at)) < before + SET_BACK
    query = select(AuditSeal).where(is_old)
    if kept is not None:
        query = query.where(col(AuditSeal.last_id) < kept)
    newest_gone = (await session.exec(query.order_by(col(AuditSeal.last_id).desc()).limit(1))).first()
    if newest_gone is None:
        return 0
    last_id = newest_gone.last_id
    await session.exec(delete(AuditSeal).where(col(AuditSeal.last_id) <= last_id))
    await _begin_after(session, newest_gone)
    return last_id


async def _begin_after(session: AsyncSession, gone: AuditSeal) -> None:
    """Let the mark say that the record begins after a seal that was let go, or that there is none any more."""
    mark = await _mark(session)
    if mark is not None and mark.digest == gone.digest:
        await session.delete(mark)
    elif mark is not None:
        mark.begins_after = gone.digest
    await session.flush()
