"""Systems found by whatever a person types: parts of words in any order, without accents, initials, or nearly so."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.systems import InformationSystem
from services.ground.paging import nearest_page
from services.notation.spelling import search_key

PAGE = 10
# So alike is a word to one that was typed with a slip.
ALIKE = 0.75
# With fewer letters nearly everything is alike.
SHORTEST_SLIP = 4


@dataclass(frozen=True)
class Found:
    """One page of what was found; `is_near` says that nothing has the words themselves."""

    systems: Sequence[InformationSystem]
    total: int
    number: int
    pages: int
    is_near: bool = False


async def find(session: AsyncSession, *, text: str, visible: ColumnElement[bool], page: int = 0) -> Found:
    """Find the systems whose words have all that was typed, or else those that nearly have it."""
    words = search_key(text).split()
    matching = [visible, *(_has(word) for word in words)]
    total = (await session.exec(select(func.count()).select_from(InformationSystem).where(*matching))).one()
    if not total and words:
        return await _nearest(session, words=words, visible=visible)
    number, pages = nearest_page(page, total=total, size=PAGE)
    query = (
        select(InformationSystem)
        .where(*matching)
        .order_by(col(InformationSystem.sort_key), col(InformationSystem.id))
        .offset(number * PAGE)
        .limit(PAGE)
    )
    return Found((await session.exec(query)).all(), total, number, pages)


def _has(word: str) -> ColumnElement[bool]:
    """Make the condition that a word stands among those of a system, in whole or in part."""
    return col(InformationSystem.words).contains(word, autoescape=True)


async def _nearest(session: AsyncSession, *, words: Sequence[str], visible: ColumnElement[bool]) -> Found:
    """Find the systems of which most of the words are alike to those that were typed, the best first."""
    ranked: list[tuple[float, int]] = []
    rows = await session.exec(select(InformationSystem.id, InformationSystem.words).where(visible))
    for system_id, known in rows:
        score = _likeness(words, known)
        if system_id is not None and score >= ALIKE:
            ranked.append((-score, system_id))
    ids = [system_id for _, system_id in sorted(ranked)[:PAGE]]
    found = await session.exec(select(InformationSystem).where(col(InformationSystem.id).in_(ids)))
    by_id = {id_of(one): one for one in found}
    return Found([by_id[one] for one in ids], len(ids), 0, 1, is_near=True)


def _likeness(words: Sequence[str], known: str) -> float:
    """Tell how much of what was typed has a word that is alike; run together, the words count as one."""
    if "".join(words) in known.replace(" ", ""):
        return 1.0
    parts = known.split()
    best = [max((_alike(word, part) for part in parts), default=0.0) for word in words]
    return sum(best) / len(best)


def _alike(word: str, part: str) -> float:
    if part.startswith(word):
        return 1.0
    if len(word) < SHORTEST_SLIP or abs(len(word) - len(part)) > 1:
        return 0.0
    return SequenceMatcher(None, word, part).ratio()
