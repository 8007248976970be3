"""Systems that a text names: by a name of theirs, whatever its accents and capitals, as whole words, or in short."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.systems import InformationSystem
from services.notation.spelling import nfc, search_key

# One short word, such as "web", may be anything; so is a name of which that is all.
SHORTEST = 3
MOST = 4
# So many syllables or initials from the beginning of a name are enough, where no other name begins so.
_FEWEST_SYLLABLES = 4
_INITIALS = re.compile(r"(?<![^\W_])[A-ZĐ]{4,}(?![^\W_])")
_MAIL = re.compile(r"\b(?:e ?mail|thu dien tu|thu dt)\b")
# With these so many names begin that no more of them says which is meant.
_COMMON = re.compile(
    r"(?:he thong|phan mem|nen tang|co so du lieu|csdl|cong|trang|truc|trung tam|ung dung)"
    r"(?: (?:thong tin|du lieu|dien tu|quan ly|dung chung|tich hop|tong hop))*(?: |$)"
)


async def named_in(session: AsyncSession, *, text: str) -> Sequence[InformationSystem]:
    """Find the systems that a text names, the first named first; of names within each other the longest counts."""
    rows = (await session.exec(select(InformationSystem).where(col(InformationSystem.retired_at).is_(None)))).all()
    by_id = {id_of(one): one for one in rows}
    keys = {id_of(one): [search_key(name) for name in (one.name, *one.also_called.splitlines())] for one in rows}
    return [by_id[one] for one in found_in(text, keys)]


def found_in(text: str, names: Mapping[int, Sequence[str]]) -> Sequence[int]:
    """Find which systems (ids) a text names, by their names as search keys, or by what is short for one of them."""
    initials = {search_key(one[0]) for one in _INITIALS.finditer(nfc(text))}
    words = f" {_MAIL.sub('email', search_key(text))} "
    known = {(_MAIL.sub("email", key), system_id) for system_id, keys in names.items() for key in keys}
    by_length = sorted(
        (one for one in known | _short_for(known, initials) if len(one[0]) >= SHORTEST),
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


def _short_for(known: Collection[tuple[str, int]], initials: Collection[str]) -> set[tuple[str, int]]:
    """Give what is short for one system alone: the initials in a text, and beginnings of names."""
    meant: dict[str, set[int]] = defaultdict(set)
    for key, system_id in known:
        meant[key].add(system_id)
        syllables = key.split()
        letters = "".join(one[0] for one in syllables)
        for one in initials:
            if letters.startswith(one):
                meant[one].add(system_id)
        for length in range(_FEWEST_SYLLABLES, len(syllables)):
            beginning = " ".join(syllables[:length])
            if len(_COMMON.sub("", beginning, count=1).split()) >= _FEWEST_SYLLABLES:
                meant[beginning].add(system_id)
    return {(short, next(iter(ids))) for short, ids in meant.items() if len(ids) == 1}
