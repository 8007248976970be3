"""What a feed led to: each document is known by its address, and by its body, whatever the feed says of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import Peer, PeerDocument, PeerTrouble
from services.peers.checking import PeerWrong
from services.peers.feeds import MOST_ENTRIES, FeedEntry

# What is in the way of a document, not in it: it is fetched again after a while.
PASSING = frozenset(
    {
        *(PeerTrouble.UNREACHABLE, PeerTrouble.SLOW, PeerTrouble.STATUS, PeerTrouble.UNRESOLVED, PeerTrouble.TLS),
        *(PeerTrouble.TOO_MANY, PeerTrouble.FUTURE),
    }
)
AGAIN_AFTER = timedelta(minutes=2)
# For so long a document is remembered, and of one feed so many: more than it can lead to at once.
KEPT, MOST_KEPT = timedelta(days=30), 2 * MOST_ENTRIES


async def new_of(
    session: AsyncSession, *, peer: Peer, entries: Sequence[FeedEntry], now: datetime
) -> Sequence[FeedEntry]:
    """List the entries that are to be looked at: those never seen, in their order, then those to be seen again.

    Of these the one that was looked at longest ago comes first: however many they are, each has its turn, and they keep
    no new one waiting.
    """
    known = await _known(session, peer, [one.url for one in entries])
    listed = {one.url: one for one in entries}.values()
    new = [one for one in listed if one.url not in known]
    again = [one for one in listed if one.url in known and _is_due(known[one.url], one, now)]
    return [*new, *sorted(again, key=lambda one: known[one.url].at)]


async def waits(session: AsyncSession, *, peer: Peer, entries: Sequence[FeedEntry]) -> bool:
    """Tell whether any of the entries is to be looked at again, for what was in the way passes."""
    known = await _known(session, peer, [one.url for one in entries])
    return any(one.trouble in PASSING for one in known.values())


async def is_known(session: AsyncSession, *, peer: Peer, entry: FeedEntry, body: bytes) -> bool:
    """Tell whether this very document was looked at before and nothing was in its way: nothing new comes of it."""
    known = (await _known(session, peer, [entry.url])).get(entry.url)
    return known is not None and known.trouble not in PASSING and known.digest == _digest(body)


async def seen_again(session: AsyncSession, *, peer: Peer, entry: FeedEntry, now: datetime) -> None:
    """Keep that a document was looked at, and is what it was."""
    for known in (await _known(session, peer, [entry.url])).values():
        known.changed, known.at = entry.changed, now


async def keep(
    session: AsyncSession, *, peer: Peer, entry: FeedEntry, body: bytes, wrong: PeerWrong | None, now: datetime
) -> None:
    """Keep what came of a document, in the place of what was kept of it before."""
    known = (await _known(session, peer, [entry.url])).get(entry.url)
    document = known or PeerDocument(peer_id=id_of(peer), url=entry.url, changed="", digest="", at=now)
    document.changed, document.digest, document.at = entry.changed, _digest(body), now
    document.trouble, document.detail = (wrong.trouble, wrong.detail) if wrong is not None else (None, "")
    session.add(document)
    await session.flush()


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget what was looked at long ago, and of a feed that led to very much all but the newest."""
    await session.exec(delete(PeerDocument).where(col(PeerDocument.at) < now - KEPT))
    newest_first = (col(PeerDocument.at).desc(), col(PeerDocument.id).desc())
    place = func.row_number().over(partition_by=col(PeerDocument.peer_id), order_by=newest_first)
    placed = select(col(PeerDocument.id), place.label("place")).subquery()
    beyond = select(placed.c.id).where(placed.c.place > MOST_KEPT)
    await session.exec(delete(PeerDocument).where(col(PeerDocument.id).in_(beyond)))


async def _known(session: AsyncSession, peer: Peer, urls: Collection[str]) -> Mapping[str, PeerDocument]:
    """Find what is known of these addresses; a feed leads to no more than one query may ask for."""
    query = select(PeerDocument).where(PeerDocument.peer_id == id_of(peer), col(PeerDocument.url).in_(urls))
    return {one.url: one for one in (await session.exec(query)).all()}


def _is_due(known: PeerDocument, entry: FeedEntry, now: datetime) -> bool:
    """Tell whether to look at a document again: its feed says that it changed, or what was in the way passes."""
    return known.changed != entry.changed or (known.trouble in PASSING and known.at <= now - AGAIN_AFTER)


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()
