"""Searching the roster: who may see what, filters, pages in Vietnamese order, and counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from sqlalchemy import and_, exists, func, not_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.identity import id_of
from models.members import LISTED, Member, MemberCapability, MemberSector, MemberStatus, Sector
from models.people import Person, Role
from models.roster import RosterEntry
from services.ground.paging import nearest_page
from services.members.freshness import EVERY
from services.people.accounts import COORDINATORS
from services.roster import memory as roster_memory
from services.roster import query as roster_query
from services.roster.memory import Memory
from services.roster.query import Needle

# As long as no more is found than that, it is read once: counted, put in order and paged without another look.
FEW = 600
# Businesses of the same name stand in the order in which they came.
IN_ORDER = (col(RosterEntry.sort_key), col(RosterEntry.member_id))


@dataclass(frozen=True)
class Viewer:
    """Who looks into the roster: coordinators see every state and all contacts, observers see no phones.

    Only coordinators see the whole tax code of a household, and only for them a part of it finds anything.
    """

    person_id: int
    coordinates: bool
    sees_phones: bool


def viewer_of(person: Person, roles: frozenset[Role]) -> Viewer | None:
    """Tell in which role a person looks into the roster, or None for strangers, who may not."""
    coordinates = bool(roles & COORDINATORS)
    speaks = Role.REPRESENTATIVE in roles
    if not (coordinates or speaks or Role.OBSERVER in roles):
        return None
    return Viewer(id_of(person), coordinates=coordinates, sees_phones=coordinates or speaks)


@dataclass(frozen=True)
class Filters:
    """What narrows a search down; the last two are for coordinators, and do nothing for others."""

    sector: Sector | None = None
    capability: int | None = None
    commune: str | None = None
    available: bool = False
    status: MemberStatus | None = None
    unconfirmed: bool = False

    def write(self) -> dict[str, Any]:
        """Write the filters down as plain values, without those that are off."""
        return {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name)}

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Self:
        """Read what `write` wrote."""
        sector, status = written.get("sector"), written.get("status")
        return cls(
            **{
                **written,
                "sector": Sector(sector) if sector else None,
                "status": MemberStatus(status) if status else None,
            }
        )

    def having(self, name: str, value: Any) -> Self:
        """Set one filter; raises ValueError for a sector or state that does not exist."""
        return self.read({**self.write(), name: value})

    def without(self, name: str) -> Self:
        """Take one filter away."""
        return self.read({kept: value for kept, value in self.write().items() if kept != name})


NO_FILTERS = Filters()


@dataclass(frozen=True)
class Item:
    """A business that was found, with its sectors."""

    member: Member
    sectors: Sequence[Sector]


@dataclass(frozen=True)
class Finding:
    """A page of what was found: how many there are, which page this is, from 0, and of how many."""

    total: int
    page: int
    pages: int
    items: Sequence[Item]


@dataclass(frozen=True)
class Search:
    """One search: what is wanted, by whom, and when."""

    wanted: tuple[Needle, ...]
    viewer: Viewer
    filters: Filters
    now: datetime

    def condition(self) -> ColumnElement[bool]:
        """Make the condition on the roster's entries."""
        viewer = self.viewer
        text = roster_query.matches(
            self.wanted, phones=viewer.sees_phones, all_phones=viewer.coordinates, by_parts=viewer.coordinates
        )
        return and_(col(RosterEntry.status).in_(self.statuses()), *self._filtered(), text)

    def statuses(self) -> Sequence[MemberStatus]:
        """List the states that are looked for, of those that the viewer may see."""
        seen = LISTED if self.viewer.coordinates else (MemberStatus.APPROVED,)
        chosen = self.filters.status
        if chosen is None or not self.viewer.coordinates:
            return seen
        return [status for status in seen if status is chosen]

    def _filtered(self) -> Sequence[ColumnElement[bool]]:
        """Make the conditions of the filters.

        What few businesses have is listed first, what many have is looked up for each entry: so entries are read in
        their own order, and no further than a page needs.
        """
        filters, member_id = self.filters, col(RosterEntry.member_id)
        conditions: list[ColumnElement[bool]] = []
        if filters.sector is not None:
            has_sector = col(MemberSector.sector) == filters.sector
            conditions.append(exists().where(col(MemberSector.member_id) == member_id, has_sector))
        if filters.capability is not None:
            is_able = col(MemberCapability.capability_id) == filters.capability
            conditions.append(exists().where(col(MemberCapability.member_id) == member_id, is_able))
        if filters.commune is not None:
            conditions.append(member_id.in_(select(Member.id).where(Member.commune_code == filters.commune)))
        if filters.available:
            away = select(Member.id).where(col(Member.unavailable_until) > self.now)
            conditions += [col(RosterEntry.status) == MemberStatus.APPROVED, member_id.not_in(away)]
        if filters.unconfirmed and self.viewer.coordinates:
            known_since = func.coalesce(col(Member.confirmed_at), col(Member.approved_at), col(Member.registered_at))
            is_stale = exists().where(col(Member.id) == member_id, known_since <= self.now - EVERY)
            conditions += [col(RosterEntry.status) == MemberStatus.APPROVED, is_stale]
        return conditions


def prepare(text: str, *, viewer: Viewer, filters: Filters, now: datetime) -> Search:
    """Understand what a person typed to search."""
    return Search(roster_query.needles(text), viewer, filters, now)


async def find(session: AsyncSession, *, search: Search, page: int = 0, size: int = 8) -> Finding:
    """Find businesses in Vietnamese order, those first whose name has all that is wanted.

    A page beyond the ends gives the nearest.
    """
    known = await _remembered(session, search)
    if known is None:
        return await _read_through(session, search=search, page=page, size=size)
    memory, found = known
    named = found & memory.named(search.wanted)
    total, names = found.bit_count(), named.bit_count()
    number, pages = nearest_page(page, total=total, size=size)
    start = number * size
    ids = memory.ids(named, start, size) if start < names else []
    if len(ids) < size:
        ids += memory.ids(found & ~named, max(0, start - names), size - len(ids))
    return Finding(total, number, pages, await items(session, search=search, ids=ids))


async def _remembered(session: AsyncSession, search: Search) -> tuple[Memory, int] | None:
    """Find in memory; None where that cannot tell: it knows nothing of what filters are about, but for the state."""
    if search.filters.write().keys() - {"status"}:
        return None
    memory = await roster_memory.current(session)
    if memory is None:
        return None
    called = [await _called(session, search, memory, needle) for needle in search.wanted]
    found = memory.standing(search.statuses())
    for needle, member_ids in zip(search.wanted, called, strict=True):
        found &= memory.having(needle, by_parts=search.viewer.coordinates) | memory.of(member_ids)
    return memory, found


async def _called(session: AsyncSession, search: Search, memory: Memory, needle: Needle) -> Sequence[int]:
    """Find the businesses (ids) that have a number among the phones which this viewer may search."""
    viewer = search.viewer
    called = 0
    for number in roster_query.dialled(needle) if viewer.sees_phones else ():
        called |= memory.calling(number)
    if not called:
        return ()
    if viewer.coordinates:
        return memory.ids(called)
    listed = roster_query.matches((needle,), phones=True, all_phones=False, by_parts=False)
    query = select(RosterEntry.member_id).where(listed)
    return (await session.exec(query.where(col(RosterEntry.member_id).in_(memory.ids(called))))).all()


async def _read_through(session: AsyncSession, *, search: Search, page: int, size: int) -> Finding:
    """Find by reading the entries as they stand."""
    condition, named = search.condition(), roster_query.in_name(search.wanted)
    query = select(col(RosterEntry.member_id), named).where(condition).order_by(*IN_ORDER)
    first = (await session.exec(query.limit(FEW + 1))).all()
    by_name = [member_id for member_id, is_named in first if is_named]
    others = [member_id for member_id, is_named in first if not is_named]
    # Only what is frequent is counted by reading all entries; the first of it are known by now.
    total, names = (len(first), len(by_name)) if len(first) <= FEW else await _count(session, condition, named)
    number, pages = nearest_page(page, total=total, size=size)
    ids = await _page(
        session,
        (_Part(by_name, names, and_(condition, named)), _Part(others, total - names, and_(condition, not_(named)))),
        start=number * size,
        size=size,
    )
    return Finding(total, number, pages, await items(session, search=search, ids=ids))


async def _count(session: AsyncSession, condition: ColumnElement[bool], named: ColumnElement[bool]) -> tuple[int, int]:
    """Count what a condition finds, and how much of it by name."""
    query = select(func.count(), func.count().filter(named)).select_from(RosterEntry).where(condition)
    return (await session.exec(query)).one()


@dataclass(frozen=True)
class _Part:
    """A part of what is found: the first ids of it in order, how many there are, and the condition that finds them."""

    first: Sequence[int]
    total: int
    condition: ColumnElement[bool]


async def _page(session: AsyncSession, parts: Iterable[_Part], *, start: int, size: int) -> list[int]:
    """Give a page of all parts, one after the other; what is not among the first of its part is read again."""
    ids: list[int] = []
    for part in parts:
        wanted = min(size - len(ids), part.total - start)
        if wanted > 0:
            known = part.first[start : start + wanted]
            ids += known if len(known) == wanted else await _read(session, part.condition, start, wanted)
        start = max(0, start - part.total)
    return ids


async def _read(session: AsyncSession, condition: ColumnElement[bool], start: int, count: int) -> Sequence[int]:
    query = select(RosterEntry.member_id).where(condition).order_by(*IN_ORDER)
    return (await session.exec(query.offset(start).limit(count))).all()


async def items(session: AsyncSession, *, search: Search, ids: Sequence[int]) -> Sequence[Item]:
    """Read some businesses in the order of their ids; one that the viewer may not see is left out."""
    rows = await session.exec(select(Member).where(col(Member.id).in_(ids), col(Member.status).in_(search.statuses())))
    members = {id_of(member): member for member in rows}
    held: dict[int, set[Sector]] = {}
    for row in await session.exec(select(MemberSector).where(col(MemberSector.member_id).in_(ids))):
        held.setdefault(row.member_id, set()).add(row.sector)
    return [
        Item(members[member_id], [sector for sector in Sector if sector in held.get(member_id, ())])
        for member_id in ids
        if member_id in members
    ]


async def count(session: AsyncSession, *, search: Search) -> int:
    """Count what a search finds."""
    known = await _remembered(session, search)
    if known is not None:
        return known[1].bit_count()
    query = select(func.count()).select_from(RosterEntry).where(search.condition())
    return (await session.exec(query)).one()


def _found(search: Search) -> SelectOfScalar[int]:
    return select(RosterEntry.member_id).where(search.condition())


async def by_sector(session: AsyncSession, *, search: Search) -> Mapping[Sector, int]:
    """Count what a search finds in each sector."""
    query = (
        select(col(MemberSector.sector), func.count())
        .where(col(MemberSector.member_id).in_(_found(search)))
        .group_by(col(MemberSector.sector))
    )
    return dict((await session.exec(query)).all())


async def by_capability(session: AsyncSession, *, search: Search) -> Mapping[int, int]:
    """Count what a search finds with each capability (id)."""
    query = (
        select(col(MemberCapability.capability_id), func.count())
        .where(col(MemberCapability.member_id).in_(_found(search)))
        .group_by(col(MemberCapability.capability_id))
    )
    return dict((await session.exec(query)).all())


async def by_commune(session: AsyncSession, *, search: Search) -> Mapping[str, int]:
    """Count what a search finds in each commune (code)."""
    query = (
        select(col(Member.commune_code), func.count())
        .where(col(Member.id).in_(_found(search)))
        .group_by(col(Member.commune_code))
    )
    return dict((await session.exec(query)).all())


async def by_status(session: AsyncSession, *, search: Search) -> Mapping[MemberStatus, int]:
    """Count what a search finds in each state."""
    query = select(col(RosterEntry.status), func.count()).where(search.condition()).group_by(col(RosterEntry.status))
    return dict((await session.exec(query)).all())
