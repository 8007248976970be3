"""Which neighbours' feeds are read: added, paused, removed by owners; and when each is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import PEER_SUBJECT, Peer, PeerDocument, PeerTrouble
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.peers.checking import PeerWrong

EVERY = timedelta(seconds=60)
# So much sooner or later each is read, so that those who began together do not go on together.
JITTER = 0.1
# After failures the pauses double up to this.
SELDOM = timedelta(hours=1)
MOST_PEERS = 200
LONGEST_URL, LONGEST_NAME = 500, 60
LAST_REFUSALS = 3
# What is passed over without a word.
QUIET = (PeerTrouble.OWN, PeerTrouble.KNOWN, PeerTrouble.EXPIRED, PeerTrouble.NOT_FOR_PEOPLE)


class PeerUnknown(Refusal):
    """No such neighbour is read, or it was removed meanwhile."""


class PeerTaken(Refusal):
    """The feed is read already, as that of `name`."""


class PeerAddressWrong(Refusal):
    """What was given is no address of a feed."""


class PeersTooMany(Refusal):
    """No more than `limit` feeds are read."""


@dataclass(frozen=True)
class PeerRefusal:
    """That a message was not taken: why, and when it was looked at last."""

    trouble: PeerTrouble
    detail: str
    at: datetime


@dataclass(frozen=True)
class PeerSheet:
    """A neighbour, and what was last refused of its messages, the newest first."""

    peer: Peer
    refusals: Sequence[PeerRefusal]


def checked_address(url: str) -> str:
    """Give the address of a feed back; raises PeerAddressWrong."""
    try:
        parts = urlsplit(url.strip())
        is_wrong = parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0
    except ValueError:
        is_wrong = True
    # A password in an address would stand in every list and log.
    if (
        is_wrong
        or parts.username
        or parts.password
        or parts.fragment
        or len(url) > LONGEST_URL
        or not url.isprintable()
    ):
        raise PeerAddressWrong
    return url.strip()


async def add(
    session: AsyncSession, *, url: str, name: str, token: str | None, by: Person | None, now: datetime
) -> Peer:
    """Begin to read a feed, at once; one that was removed begins anew.

    Raises PeerAddressWrong, PeerTaken or PeersTooMany.
    """
    url = checked_address(url)
    peer = (await session.exec(select(Peer).where(Peer.url == url))).first()
    if peer is not None and peer.removed_at is None:
        raise PeerTaken(name=peer.name)
    if len(await current(session)) >= MOST_PEERS:
        raise PeersTooMany(limit=MOST_PEERS)
    if peer is None:
        peer = Peer(name="", url=url, added_at=now, due_at=now)
    peer.name = tidy_line(name)[:LONGEST_NAME] or (urlsplit(url).hostname or url)[:LONGEST_NAME]
    peer.token, peer.sender, peer.added_at, peer.due_at = token or None, None, now, now
    peer.etag = peer.last_modified = peer.read_at = peer.tried_at = peer.trouble = None
    peer.removed_at = peer.paused_at = None
    peer.failures, peer.detail = 0, ""
    session.add(peer)
    await session.flush()
    _record(session, peer, "peer-added", by, now, after={"name": peer.name, "url": peer.url, "token": bool(token)})
    return peer


async def current(session: AsyncSession) -> Sequence[Peer]:
    """List those that are read or paused, by name."""
    query = select(Peer).where(col(Peer.removed_at).is_(None)).order_by(col(Peer.name), col(Peer.id))
    return (await session.exec(query)).all()


async def by_id(session: AsyncSession, *, peer_id: int) -> Peer:
    """Find a neighbour that was not removed; raises PeerUnknown."""
    peer = await session.get(Peer, peer_id)
    if peer is None or peer.removed_at is not None:
        raise PeerUnknown
    return peer


async def still_read(session: AsyncSession, *, peer_id: int) -> Peer | None:
    """Find a neighbour whose feed was being read; None if it was paused or removed meanwhile."""
    peer = await session.get(Peer, peer_id)
    return peer if peer is not None and peer.paused_at is None and peer.removed_at is None else None


async def sheet(session: AsyncSession, *, peer: Peer) -> PeerSheet:
    """Gather what an owner reads of a neighbour."""
    query = (
        select(PeerDocument)
        .where(PeerDocument.peer_id == id_of(peer), col(PeerDocument.trouble).not_in(QUIET))
        .order_by(col(PeerDocument.at).desc(), col(PeerDocument.id).desc())
        .limit(LAST_REFUSALS)
    )
    found = (await session.exec(query)).all()
    return PeerSheet(peer, [PeerRefusal(one.trouble, one.detail, one.at) for one in found if one.trouble is not None])


async def pause(session: AsyncSession, *, peer: Peer, by: Person | None, now: datetime) -> None:
    """Read a feed no longer, until it is resumed; a second time changes nothing."""
    if peer.paused_at is None:
        peer.paused_at = now
        _record(session, peer, "peer-paused", by, now)


async def resume(session: AsyncSession, *, peer: Peer, by: Person | None, now: datetime) -> None:
    """Read a feed again, at once; a second time changes nothing."""
    if peer.paused_at is not None:
        peer.paused_at, peer.due_at, peer.failures = None, now, 0
        _record(session, peer, "peer-resumed", by, now)


async def remove(session: AsyncSession, *, peer: Peer, by: Person | None, now: datetime) -> None:
    """Read a feed no longer, and forget its token; what it said stays."""
    peer.removed_at, peer.token = now, None
    _record(session, peer, "peer-removed", by, now, before={"name": peer.name, "url": peer.url})


async def due(session: AsyncSession, *, now: datetime) -> Sequence[Peer]:
    """List whose feed is to be read now, the longest due first.

    What lies further ahead than the longest pause was stored while the clock was ahead.
    """
    is_due = or_(col(Peer.due_at) <= now, col(Peer.due_at) > now + 2 * SELDOM)
    query = select(Peer).where(is_due, col(Peer.paused_at).is_(None), col(Peer.removed_at).is_(None))
    return (await session.exec(query.order_by(col(Peer.due_at), col(Peer.id)))).all()


def was_read(peer: Peer, *, etag: str | None, last_modified: str | None, now: datetime, chance: float) -> None:
    """Keep that a feed was read, and what it is asked with the next time; `chance` is from 0 to 1."""
    peer.etag, peer.last_modified = etag, last_modified
    peer.read_at = peer.tried_at = now
    peer.failures, peer.trouble, peer.detail = 0, None, ""
    peer.due_at = now + EVERY * _spread(chance)


def has_failed(peer: Peer, wrong: PeerWrong, *, now: datetime, chance: float) -> None:
    """Keep that a feed could not be read, and why; it is asked less and less often."""
    peer.tried_at, peer.trouble, peer.detail = now, wrong.trouble, wrong.detail
    peer.failures += 1
    # Two to a higher power is more than the longest pause.
    peer.due_at = now + min(EVERY * 2 ** min(peer.failures, 10), SELDOM) * _spread(chance)


def _spread(chance: float) -> float:
    return 1 - JITTER + 2 * JITTER * chance


def _record(
    session: AsyncSession,
    peer: Peer,
    action: str,
    by: Person | None,
    now: datetime,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=PEER_SUBJECT,
        subject_id=peer.id,
        now=now,
        before=before,
        after=after,
    )
