"""A province's communes, found by whatever a person types who then chooses among them."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from services.notation.spelling import reading_key, search_key, tidy_line
from services.places.communes import Commune, Kind, communes

_KIND_OF_WORDS = {
    "xa": Kind.COMMUNE,
    "x": Kind.COMMUNE,
    "phuong": Kind.WARD,
    "p": Kind.WARD,
    "f": Kind.WARD,
    "dac khu": Kind.ZONE,
    "dk": Kind.ZONE,
    "thi tran": None,  # gone since 2025, and still in people's addresses
    "tt": None,
}
_RESEMBLING = 8
_SHORTEST_WITH_A_WRONG_LETTER = 3


@dataclass(frozen=True)
class _Entry:
    """A commune with its spellings: "hoan kiem", " hoan kiem ", "hoankiem" and so on."""

    commune: Commune
    kind: Kind
    key: str
    words: str
    joined: str
    wholes: frozenset[str]
    beginnings: tuple[str, ...]
    initials: frozenset[str]
    readings: frozenset[str]

    def beginning(self, words: int) -> str:
        """Give so many of the first words of the name, or the whole of a shorter one."""
        return self.beginnings[min(words, len(self.beginnings)) - 1]


@dataclass(frozen=True)
class _Query:
    """One way to understand what was typed, with the kind of commune if it names one."""

    key: str
    joined: str
    word_starts: tuple[str, ...]
    kind: Kind | None
    readings: frozenset[str]


def find_communes(text: str, *, province_code: str, limit: int = 8) -> list[Commune]:
    """Find a province's communes by any spelling, best match first; nothing found gives an empty list.

    Accents, case, spaces and the kind ("xã", "P.") may be left out; initials or a part of the name will do. Only if
    nothing fits, one letter may be wrong. Raises `ProvinceUnknown`.
    """
    index, queries = _index(province_code), _queries(text)
    found = _matching(index, queries) or _resembling(index, queries)
    return [entry.commune for entry in found[:limit]]


def _queries(text: str) -> list[_Query]:
    """Understand text as a name and, where it begins with a kind, also as kind and name."""
    key = search_key(text)
    readings = frozenset(reading_key(word) for word in tidy_line(text).split())
    queries = [_query(key, None, readings)] if key else []
    for words, kind in _KIND_OF_WORDS.items():
        if key.startswith(f"{words} ") or (key == words and kind):
            queries.append(_query(key[len(words) + 1 :], kind, readings))
    return queries


def _query(key: str, kind: Kind | None, readings: frozenset[str]) -> _Query:
    words = key.split()
    return _Query(key, "".join(words), tuple(f" {word}" for word in words), kind, readings)


def _matching(index: tuple[_Entry, ...], queries: list[_Query]) -> list[_Entry]:
    """Give the entries that fit, best first: by how, then by kind, then by accents, then in their order."""
    ranked: list[tuple[int, bool, int, int]] = []
    for place, entry in enumerate(index):
        fits = [
            (rank, query.kind is not entry.kind, -len(query.readings & entry.readings), place)
            for query in queries
            if (rank := _rank(entry, query)) is not None
        ]
        ranked += sorted(fits)[:1]
    return [index[place] for *_, place in sorted(ranked)]


def _rank(entry: _Entry, query: _Query) -> int | None:
    """Tell how well a name fits, 0 best; nothing if it does not fit at all."""
    if not query.key:
        return 8 if query.kind is entry.kind else None
    ways = (
        query.joined in entry.wholes,
        entry.words.startswith(f" {query.key} "),
        f" {query.key} " in entry.words,
        query.joined in entry.initials,
        entry.key.startswith(query.key),
        f" {query.key}" in entry.words,
        all(map(entry.words.__contains__, query.word_starts)),
        len(query.joined) > 1 and query.joined in entry.joined,
    )
    return ways.index(True) if True in ways else None


def _resembling(index: tuple[_Entry, ...], queries: list[_Query]) -> list[_Entry]:
    """Give the entries whose name, or as many of its first words as were typed, differs by one letter."""
    for query in reversed(queries):
        length = len(query.key)
        if length < _SHORTEST_WITH_A_WRONG_LETTER:
            continue
        entries: dict[str, list[_Entry]] = {}
        for entry in index:
            for spelling in _spellings_of_length(entry, query):
                entries.setdefault(spelling, []).append(entry)
        close = get_close_matches(query.key, entries, n=_RESEMBLING, cutoff=(length - 1) / length)
        if close:
            return list(dict.fromkeys(entry for spelling in close for entry in entries[spelling]))
    return []


def _spellings_of_length(entry: _Entry, query: _Query) -> set[str]:
    """Give the name and its first words, of which a short one would resemble too much, if about as long."""
    spellings = {entry.key}
    if len(query.key) > _SHORTEST_WITH_A_WRONG_LETTER:
        spellings.add(entry.beginning(len(query.word_starts)))
    return {spelling for spelling in spellings if abs(len(spelling) - len(query.key)) <= 1}


@lru_cache(maxsize=34)
def _index(province_code: str) -> tuple[_Entry, ...]:
    return tuple(map(_entry, communes(province_code)))


def _entry(listed: Commune) -> _Entry:
    key = search_key(listed.bare_name)
    words = key.split()
    initials = "".join(word[0] for word in words)
    kind_words = search_key(listed.kind).split()
    kind_initials = "".join(word[0] for word in kind_words)
    return _Entry(
        commune=listed,
        kind=listed.kind,
        key=key,
        words=f" {key} ",
        joined="".join(words),
        wholes=frozenset({"".join(words), "".join([*kind_words, *words])}),
        beginnings=tuple(" ".join(words[: count + 1]) for count in range(len(words))),
        initials=frozenset({initials, kind_initials + initials}),
        readings=frozenset(reading_key(word) for word in listed.bare_name.split()),
    )
