"""Neighbours' feeds are pulled when they are due: asked whether they have changed, and followed to what is new."""

import asyncio
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

import structlog

from bot.base.clock import Clock
from bot.carriers.fetching import Asked, Fetched, Fetcher
from models.database import Database
from models.identity import id_of
from models.peers import Peer, PeerTrouble
from services.peers import checking, documents, feeds, register, taking
from services.peers.checking import CheckedMessage, PeerWrong
from services.peers.feeds import FeedEntry, NoFeed

log = structlog.get_logger(__name__)
SIDE_BY_SIDE = 16
# So many documents are taken at one reading; what stands behind them is left to the next.
AT_A_TIME = 20
# One reading is given up after so many seconds; its documents are fetched for so many, and what came is taken.
LONGEST, FETCHING = 60.0, 30.0


class PeerPuller:
    """Reads what is due; one transaction for each document, none while anything is under way on the web."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetcher: Fetcher,
        *,
        own_sender: str | None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetcher = fetcher
        self._own_sender = own_sender
        self._chance = chance
        self._reading: dict[int, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def start(self) -> None:
        """Begin to read every feed that is due and not being read: a slow one keeps no other waiting."""
        async with self._database.reading() as session:
            due = await register.due(session, now=self._clock.now())
        for peer in due:
            peer_id = id_of(peer)
            if peer_id not in self._reading:
                self._reading[peer_id] = task = asyncio.create_task(self._read_safely(peer))
                task.add_done_callback(partial(self._ended, peer_id))

    async def step(self) -> int:
        """Read every feed that is due, to the end; return how many."""
        await self.start()
        under_way = list(self._reading.values())
        await asyncio.gather(*under_way)
        return len(under_way)

    def _ended(self, peer_id: int, _: asyncio.Task[None]) -> None:
        self._reading.pop(peer_id, None)

    async def _read_safely(self, peer: Peer) -> None:
        async with self._places:
            try:
                async with asyncio.timeout(LONGEST):
                    await self._read(peer)
            except TimeoutError:
                await self._keep_failure(peer, PeerWrong(PeerTrouble.SLOW))
            except Exception:
                # Whatever a neighbour sent that we stumble over, it is read again, and the others all the same.
                log.exception("a neighbour's feed made the reading stumble", peer=peer.name)
                await self._keep_failure(peer, PeerWrong(PeerTrouble.UNREADABLE))

    async def close(self) -> None:
        """Give up what is under way, and let the connections go."""
        under_way = list(self._reading.values())
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._fetcher.close()

    async def _read(self, peer: Peer) -> None:
        asked = Asked(peer.token, peer.etag, peer.last_modified)
        try:
            found = await self._fetcher.fetch(peer.url, asked)
            is_whole = found.body is None or await self._take(peer, found, found.body)
        except PeerWrong as wrong:
            # Neither the token nor what others wrote stands in a line of the log.
            log.warning("a neighbour's feed was not read", peer=peer.name, trouble=wrong.trouble.value)
            await self._keep_failure(peer, wrong)
            return
        await self._keep_reading(peer, found, is_whole=is_whole)

    async def _take(self, peer: Peer, found: Fetched, body: bytes) -> bool:
        """Take what a feed leads to that is new; tell whether nothing of it is left for later. Raises PeerWrong."""
        try:
            # What others wrote is read beside everything else: however long it takes, nobody waits for it.
            entries = await asyncio.to_thread(feeds.entries, body, base=found.url)
        except NoFeed as error:
            raise PeerWrong(PeerTrouble.NO_FEED, str(error)) from None
        async with self._database.reading() as session:
            new = await documents.new_of(session, peer=peer, entries=entries, now=self._clock.now())
        fetched, looked_at = await self._fetch(peer, new[:AT_A_TIME])
        # A feed lists its entries in any order: what follows another is taken behind it.
        for entry, checked in sorted(fetched, key=lambda one: one[1].order):
            await self._take_one(peer, entry, checked)
        async with self._database.reading() as session:
            waits = await documents.waits(session, peer=peer, entries=entries)
        return not waits and looked_at == len(new)

    async def _fetch(
        self, peer: Peer, entries: Sequence[FeedEntry]
    ) -> tuple[Sequence[tuple[FeedEntry, CheckedMessage]], int]:
        """Fetch documents for a while; give those that may be taken, and tell how many were looked at."""
        fetched, looked_at = list[tuple[FeedEntry, CheckedMessage]](), 0
        with suppress(TimeoutError):
            async with asyncio.timeout(FETCHING):
                for entry in entries:
                    if (checked := await self._fetch_one(peer, entry)) is not None:
                        fetched.append((entry, checked))
                    looked_at += 1
        return fetched, looked_at

    async def _fetch_one(self, peer: Peer, entry: FeedEntry) -> CheckedMessage | None:
        """Fetch a document and see that it may be taken, or keep why not; what is known already is left."""
        token, body = peer.token if _is_at(entry.url, peer.url) else None, b""
        try:
            body = (await self._fetcher.fetch(entry.url, Asked(token))).body or b""
            if await self._is_known(peer, entry, body):
                return None
            return await asyncio.to_thread(checking.check, body, now=self._clock.now())
        except PeerWrong as wrong:
            async with self._database.writing() as session:
                await documents.keep(session, peer=peer, entry=entry, body=body, wrong=wrong, now=self._clock.now())
            return None

    async def _is_known(self, peer: Peer, entry: FeedEntry, body: bytes) -> bool:
        """Tell whether a document is what it was when it was looked at last, and keep that it was looked at."""
        async with self._database.reading() as session:
            if not await documents.is_known(session, peer=peer, entry=entry, body=body):
                return False
        async with self._database.writing() as session:
            await documents.seen_again(session, peer=peer, entry=entry, now=self._clock.now())
        return True

    async def _take_one(self, peer: Peer, entry: FeedEntry, checked: CheckedMessage) -> None:
        async with self._database.writing() as session:
            current = await register.still_read(session, peer_id=id_of(peer))
            if current is not None:
                now, own = self._clock.now(), self._own_sender
                await taking.take(session, peer=current, entry=entry, checked=checked, own_sender=own, now=now)

    async def _keep_failure(self, peer: Peer, wrong: PeerWrong) -> None:
        async with self._database.writing() as session:
            current = await register.still_read(session, peer_id=id_of(peer))
            if current is not None:
                register.has_failed(current, wrong, now=self._clock.now(), chance=self._chance())

    async def _keep_reading(self, peer: Peer, found: Fetched, *, is_whole: bool) -> None:
        """Keep the marks of what was read, unless something of it is left: then it is asked for as if it were new."""
        etag = (found.etag or (peer.etag if found.body is None else None)) if is_whole else None
        changed = (found.last_modified or (peer.last_modified if found.body is None else None)) if is_whole else None
        async with self._database.writing() as session:
            current = await register.still_read(session, peer_id=id_of(peer))
            if current is not None:
                register.was_read(
                    current, etag=etag, last_modified=changed, now=self._clock.now(), chance=self._chance()
                )


def _is_at(url: str, place: str) -> bool:
    """Tell whether a document lies where its feed lies, so that it may see the token."""
    return feeds.place_of(url) == feeds.place_of(place)
