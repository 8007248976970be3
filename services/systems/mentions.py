"""Systems that a text names: by a name of theirs, whatever its accents and capitals, as whole words."""

from collections.abc import Mapping, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.systems import InformationSystem
from services.notation.spelling import search_key

# One short word, such as "web", may be anything; so is a name of which that is all.
SHORTEST = 3
MOST = 4


async def named_in(session: AsyncSession, *, text: str) -> Sequence[InformationSystem]:
    """Find the systems that a text names, the first named first; of names within each other the longest counts."""
    rows = (await session.exec(select(InformationSystem).where(col(InformationSystem.retired_at).is_(None)))).all()
    by_id = {id_of(one): one for one in rows}
    keys = {id_of(one): [search_key(name) for name in (one.name, *one.also_called.splitlines())] for one in rows}
    return [by_id[one] for one in found_in(text, keys)]


def found_in(text: str, names: Mapping[int, Sequence[str]]) -> Sequence[int]:
    """Find which systems (ids) a text names, by their names as search keys."""
    words = f" {search_key(text)} "
    by_length = sorted(
        ((key, system_id) for system_id, keys in names.items() for key in keys if len(key) >= SHORTEST),
        key=lambda named: (-len(named[0]), named[1]),
    )
    places: dict[int, int] = {}
    for key, system_id in by_length:
        at = words.find(f" {key} ")
        if at >= 0:
            places.setdefault(system_id, at)
            # What is taken is no part of another name; the rest keeps its place.
            words = words.replace(f" {key} ", f" {'#' * len(key)} ")
    return sorted(places, key=lambda one: places[one])[:MOST]
