"""What is offered where a search of the roster finds nothing: less that is asked for, and names much alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sqlalchemy import ColumnElement, case, literal, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.roster import RosterEntry
from services.members.entry_words import own_name
from services.roster import memory as roster_memory
from services.roster import search as roster_search
from services.roster.query import Needle, spoken
from services.roster.search import NO_FILTERS, Search

OFFERED = 3
# Of so many businesses that share pieces with what was typed, the likeness is looked at closely.
LOOKED_AT = 60
MOST_PIECES = 9
LETTERS, DIGITS = 3, 4
# A word no longer than that is cut smaller.
SHORT = 4
# Below this share of common letters two names are not alike for anybody.
ALIKE = 0.78


@dataclass(frozen=True)
class Fewer:
    """The same search with one word less: `dropped`, which is at that `place` from 0, and how much the rest finds."""

    place: int
    dropped: str
    total: int


@dataclass(frozen=True)
class Nearest:
    """What may be meant: fewer words, no filters (how much that finds), businesses with names alike."""

    fewer: Sequence[Fewer]
    without_filters: int
    alike: Sequence[Member]


async def find(session: AsyncSession, *, search: Search) -> Nearest:
    """Find what is nearest to a search that found nothing."""
    unfiltered = replace(search, filters=NO_FILTERS)
    has_filters = search.filters != NO_FILTERS
    without = await roster_search.count(session, search=unfiltered) if has_filters else 0
    return Nearest(
        fewer=await _fewer(session, search),
        without_filters=without,
        # Words that lead somewhere without the filters are no slip of the finger.
        alike=[] if without else await _alike(session, unfiltered),
    )


async def _fewer(session: AsyncSession, search: Search) -> Sequence[Fewer]:
    """Leave out each word in turn; what narrows most comes first."""
    found = []
    for place, left_out in enumerate(search.wanted if len(search.wanted) > 1 else ()):
        rest = without(search.wanted, place)
        total = await roster_search.count(session, search=replace(search, wanted=rest))
        if total:
            found.append(Fewer(place, left_out.shown, total))
    return sorted(found, key=lambda fewer: fewer.total)[:OFFERED]


def without(wanted: tuple[Needle, ...], place: int) -> tuple[Needle, ...]:
    """Leave out what is at a place, if there is anything."""
    return tuple(needle for number, needle in enumerate(wanted) if number != place)


async def _alike(session: AsyncSession, search: Search) -> Sequence[Member]:
    """Find businesses whose name, or tax code, differs a little from what was typed."""
    pieces = _pieces(search.wanted)
    if not pieces:
        return []
    typed = spoken(search.wanted)
    entries = await _sharing(session, search, pieces)
    by_parts = search.viewer.coordinates
    graded = [(_likeness(typed, entry, by_parts=by_parts), entry.member_id) for entry in entries]
    best = [member_id for likeness, member_id in sorted(graded, key=lambda pair: -pair[0]) if likeness >= ALIKE]
    rows = await session.exec(select(Member).where(col(Member.id).in_(best[:OFFERED])))
    members = {id_of(member): member for member in rows if member.status in search.statuses()}
    return [members[member_id] for member_id in best[:OFFERED] if member_id in members]


async def _sharing(session: AsyncSession, search: Search, pieces: Sequence[str]) -> Sequence[RosterEntry]:
    """Find the entries that share most pieces with what was typed, in Vietnamese order where they share as many."""
    memory = await roster_memory.current(session)
    if memory is not None:
        ids = memory.sharing(pieces, statuses=search.statuses(), size=LOOKED_AT, by_parts=search.viewer.coordinates)
        rows = await session.exec(select(RosterEntry).where(col(RosterEntry.member_id).in_(ids)))
        return sorted(rows, key=lambda entry: ids.index(entry.member_id))
    has_each = [_has(piece, by_parts=search.viewer.coordinates) for piece in pieces]
    shared: ColumnElement[int] = sum((case((has, 1), else_=0) for has in has_each), literal(0))
    query = (
        select(RosterEntry)
        .where(col(RosterEntry.status).in_(search.statuses()), shared > 0)
        .order_by(shared.desc(), *roster_search.IN_ORDER)
        .limit(LOOKED_AT)
    )
    return (await session.exec(query)).all()


def _pieces(wanted: Sequence[Needle]) -> Sequence[str]:
    """Cut what was typed into pieces, of which a slip of the finger leaves some whole."""
    cut = []
    for needle in wanted:
        whole = needle.joined
        length = DIGITS if needle.is_number else LETTERS - (len(whole) <= SHORT)
        cut += [whole[start : start + length] for start in range(max(1, len(whole) - length + 1))]
    pieces = [piece for piece in dict.fromkeys(cut) if len(piece) > 1]
    return pieces[:: max(1, -(-len(pieces) // MOST_PIECES))]


def _has(piece: str, *, by_parts: bool) -> ColumnElement[bool]:
    """Make the condition that a name has a piece, or a tax code, which is the first of the other words."""
    if not piece.isdecimal():
        return col(RosterEntry.name_key).contains(piece, autoescape=True)
    has = col(RosterEntry.words).contains(piece, autoescape=True)
    return or_(has, col(RosterEntry.personal_number).contains(piece, autoescape=True)) if by_parts else has


def _likeness(typed: str, entry: RosterEntry, *, by_parts: bool) -> float:
    """Compare what was typed with a name and with parts of it, or with the tax code; spaces don't count.

    0 where nothing is much alike. That of a household is compared only with `by_parts`.
    """
    joined, words = typed.replace(" ", ""), own_name(entry.name_key.strip()).split()
    numbers = ((entry.personal_number if by_parts else None) or entry.words).split()[:1]
    stretches = numbers if joined.isdecimal() else _stretches(words, len(typed.split()))
    near = (stretch for stretch in stretches if _may_be_alike(joined, stretch))
    return max((SequenceMatcher(None, joined, stretch).ratio() for stretch in near), default=0)


def _may_be_alike(typed: str, stretch: str) -> bool:
    """Tell in a fraction of the time what is surely not alike, whatever the order of its letters."""
    enough = ALIKE * (len(typed) + len(stretch)) / 2
    if min(len(typed), len(stretch)) < enough:
        return False
    shared = sum(min(typed.count(letter), stretch.count(letter)) for letter in set(typed))
    return shared >= enough


def _stretches(words: Sequence[str], many: int) -> Iterator[str]:
    """Give each stretch of a name that has about as many words, and the whole name, without spaces."""
    for length in {len(words), *range(max(1, many - 1), min(many + 1, len(words)) + 1)}:
        yield from ("".join(words[start : start + length]) for start in range(len(words) - length + 1))
