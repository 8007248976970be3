"""The roster in memory: which businesses have which words, as the bits of whole numbers.

A search is a few operations on these, however much is found. The database stays the only truth: before each search
all is read anew that `RosterChange` tells of since the last one. Where that does not lead to the very state that a
session sees, nothing is given, and the entries are searched through as they stand.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import chain, compress, islice
from typing import Any

import sqlalchemy
from sqlalchemy import Select, literal, tuple_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import KEPT
from models.members import MemberStatus
from models.roster import RosterChange, RosterEntry
from services.roster.bits import FEW, Words, bits_of, count_in, flags, places_of, with_count
from services.roster.query import Needle, Way, is_looked_for, ways_in_names, ways_outside_names

AT_ONCE = 500
# To catch up with more would take longer than to search without.
MOST_TO_CATCH_UP = 1000
NAME = "roster"
Seen = tuple[int, str]
Change = tuple[int, str, list[int]]
Row = tuple[str, int, MemberStatus, str, str, str, str | None]


class Memory:
    """All entries as they were at the change last `seen`; one that changes gets a new place, the old one is empty."""

    def __init__(self, seen: Seen | None) -> None:
        self.seen = seen
        self._keys: list[tuple[str, int]] = []
        self._order: list[int] = []
        self._place_of: dict[int, int] = {}
        self._standing: dict[MemberStatus, int] = dict.fromkeys(MemberStatus, 0)
        self._names, self._words, self._phones, self._personal = Words(), Words(), Words(), Words()

    @property
    def is_worn(self) -> bool:
        """Tell whether most places are empty, so that it is better read anew."""
        return len(self._keys) > 2 * len(self._place_of) + MOST_TO_CATCH_UP

    def is_ahead_of(self, newest: Seen | None) -> bool:
        """Tell whether it has seen a change that is not there (any more), the newest being another one."""
        return self.seen is not None and (newest is None or newest[0] < self.seen[0])

    def put(self, row: Row) -> None:
        """Take an entry in, in the place of what was known of its business."""
        sort_key, member_id, status, name_key, words, phones, personal = row
        self.remove(member_id)
        place, key = len(self._keys), (sort_key, member_id)
        is_last = not self._order or self._keys[self._order[-1]] < key
        self._order.insert(place if is_last else bisect(self._order, key, key=self._keys.__getitem__), place)
        self._keys.append(key)
        self._place_of[member_id] = place
        self._standing[status] |= 1 << place
        self._names.add(place, name_key.split())
        self._words.add(place, words.split())
        self._phones.add(place, phones.split())
        self._personal.add(place, (personal or "").split())

    def remove(self, member_id: int) -> None:
        """Forget a business, if it is known."""
        place = self._place_of.pop(member_id, None)
        if place is not None:
            for status, places in self._standing.items():
                self._standing[status] = places & ~(1 << place)

    def replace(self, member_ids: Iterable[int], rows: Iterable[Row], *, seen: Seen) -> None:
        """Take in what became of some businesses up to a change; those without a row are gone."""
        for member_id in member_ids:
            self.remove(member_id)
        for row in rows:
            self.put(row)
        self.seen = seen

    def settle(self) -> None:
        """Be ready to search, after many entries were taken in."""
        for words in (self._names, self._words, self._phones, self._personal):
            words.settle()

    def standing(self, statuses: Iterable[MemberStatus]) -> int:
        """Find the businesses in one of these states."""
        return bits_of([self._standing[status] for status in statuses])

    def having(self, needle: Needle, *, by_parts: bool) -> int:
        """Find the businesses that have a word or number, but for their phones.

        A household's tax code is found as a whole, or with `by_parts` by any digits of it.
        """
        found = -1
        for word in needle.groups:
            found &= self._anywhere(word, by_parts=by_parts)
        if needle.is_number and len(needle.groups) > 1:
            return found | self._anywhere(needle.joined, by_parts=by_parts)
        return found

    def named(self, wanted: Iterable[Needle]) -> int:
        """Find the businesses that have everything wanted in their names; all of them where nothing is."""
        found = -1
        for word in chain.from_iterable(needle.groups for needle in wanted):
            found &= self._names.having(ways_in_names(word))
        return found

    def calling(self, number: str) -> int:
        """Find the businesses with a number among their phones."""
        return self._phones.having([(Way.INSIDE, number)])

    def sharing(
        self, pieces: Iterable[str], *, statuses: Iterable[MemberStatus], size: int, by_parts: bool
    ) -> list[int]:
        """Give the ids of businesses in whose names most of these pieces are, of digits: among their other words.

        With `by_parts` among personal numbers too.
        """
        standing, planes = self.standing(statuses), list[int]()
        for piece in pieces:
            count_in(planes, self._with_piece(piece, by_parts=by_parts))
        ids: list[int] = []
        for shared in range(2 ** len(planes) - 1, 0, -1):
            if len(ids) < size:
                ids += self.ids(with_count(planes, shared) & standing, 0, size - len(ids))
        return ids

    def of(self, member_ids: Iterable[int]) -> int:
        """Find some businesses by their ids."""
        return bits_of([[self._place_of[member_id] for member_id in member_ids if member_id in self._place_of]])

    def ids(self, found: int, start: int = 0, size: int | None = None) -> list[int]:
        """Give the ids of what was found, in order: so many (`size`) from `start` on, or all."""
        places: Iterable[int]
        if found.bit_count() > FEW:
            places = compress(self._order, map(flags(found, len(self._keys)).__getitem__, self._order))
        else:
            places = sorted(places_of(found), key=self._keys.__getitem__)
        return [self._keys[place][1] for place in islice(places, start, None if size is None else start + size)]

    def _anywhere(self, word: str, *, by_parts: bool) -> int:
        found = self._names.having(ways_in_names(word)) | self._words.having(ways_outside_names(word))
        if is_looked_for(word, by_parts=by_parts):
            found |= self._personal.having(ways_outside_names(word))
        return found

    def _with_piece(self, piece: str, *, by_parts: bool) -> int:
        way = [(Way.INSIDE, piece)]
        if not piece.isdecimal():
            return self._names.having(way)
        return self._words.having(way) | (self._personal.having(way) if by_parts else 0)


async def keep(session: AsyncSession) -> None:
    """Read the roster into memory, unless what is kept there is of use still; a second's work for 60,000 entries."""
    kept = session.info[KEPT]
    # What changes while the entries are read is read once more.
    newest = await _changes(session, _told().order_by(col(RosterChange.id).desc()).limit(1))
    seen = _seen(newest[0]) if newest else None
    if NAME in kept and not kept[NAME].is_worn and not kept[NAME].is_ahead_of(seen):
        return
    memory = Memory(seen)
    query = _entries().order_by(col(RosterEntry.sort_key), col(RosterEntry.member_id)).limit(AT_ONCE)
    rows = await _read(session, query)
    while rows:
        for row in rows:
            memory.put(row)
        beyond = tuple_(RosterEntry.sort_key, RosterEntry.member_id) > tuple_(*map(literal, rows[-1][:2]))
        rows = await _read(session, query.where(beyond))
    memory.settle()
    kept[NAME] = memory


async def current(session: AsyncSession) -> Memory | None:
    """Give the roster as this session sees it; None where that is not at hand."""
    kept = session.info[KEPT]
    memory: Memory | None = kept.get(NAME)
    if memory is None:
        return None
    seen = memory.seen
    told = _told().where(col(RosterChange.id) >= (seen[0] if seen else 0)).order_by(col(RosterChange.id))
    changes = await _changes(session, told)
    if seen is not None and not changes:
        # Another session has seen a change that this one does not see, or that was taken back.
        return None
    if seen is not None and _seen(changes.pop(0)) != seen:
        kept.pop(NAME, None)
        return None
    changed = {member_id for _, _, member_ids in changes for member_id in member_ids}
    if len(changed) > MOST_TO_CATCH_UP:
        kept.pop(NAME, None)
        return None
    if changes:
        rows = await _read(session, _entries().where(col(RosterEntry.member_id).in_(changed)))
        if memory.seen != seen:
            return await current(session)
        memory.replace(changed, rows, seen=_seen(changes[-1]))
    return memory


def _told() -> Select[*Change]:
    return sqlalchemy.select(col(RosterChange.id), col(RosterChange.mark), col(RosterChange.member_ids))


async def _changes(session: AsyncSession, query: Select[*Change]) -> list[Any]:
    return list(await (await session.connection()).execute(query))


def _seen(change: Change) -> Seen:
    return change[0], change[1]


def _entries() -> Select[*Row]:
    """Select what a place is made of."""
    return sqlalchemy.select(
        col(RosterEntry.sort_key),
        col(RosterEntry.member_id),
        col(RosterEntry.status),
        col(RosterEntry.name_key),
        col(RosterEntry.words),
        col(RosterEntry.phones),
        col(RosterEntry.personal_number),
    )


async def _read(session: AsyncSession, query: Select[*Row]) -> Sequence[Any]:
    return (await (await session.connection()).execute(query)).all()
