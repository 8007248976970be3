"""Names of places that lie outside of a province: "tại Ba Vì" in Phú Thọ, "ngoài tỉnh"."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.notation.spelling import omits_marks
from services.places.communes import communes, province, provinces
from services.places.former import districts_of_then
from services.places.gazetteer import Gazetteer, Named, bare, gazetteer, joined, words_of
from services.places.mentions import Name, Word, names_in, words_in
from services.places.reading import Mention

# What leads to a name of a place, in words of search spelling.
_LEADS = frozenset(re.findall(r"\w+", "o tai vuc ve den gan thuoc at in near xa phuong huyen quan tinh pho"))
_BEYOND = re.compile(r"(?<!\w)(?:ngoài|ngoai) (?:tỉnh|tinh|thành phố|thanh pho|địa bàn|dia ban)(?!\w)", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS, _MOST_PROVINCES = 2, 5, 2
# Led in by these a name is one of a commune or a district, though a province has the same.
_OF_COMMUNES = frozenset({"xa", "phuong", "huyen", "quan"})
_CITY = re.compile(r" (?:city|province)$", re.IGNORECASE)
_SHORT_NAMES = ("Sài Gòn", "Saigon", "HCM", "TPHCM", "HN")
# Before the name of a province it is one of a street, a firm, or of what only runs there: "phố Huế", "cầu Bình Dương".
_OF_SOMETHING_ELSE = frozenset(
    re.findall(r"\w+", "duong pho ngo ngach hem lo nha cu ti truong cau vien tuyen quoc xe ga ong ba anh chi em")
)


@dataclass(frozen=True)
class Elsewhere:
    """A name as it is written, and the provinces (names without rank) where it may lie; none for "ngoài tỉnh"."""

    said: str
    provinces: tuple[str, ...] = ()


def places_elsewhere(text: str, mentions: Sequence[Mention], *, province_code: str) -> tuple[Elsewhere, ...]:
    """Give the names that are written as those of places, and are of none in a province but of one in another."""
    words, home = words_in(text), gazetteer(province_code)
    found = [Elsewhere(beyond[0]) for beyond in _BEYOND.finditer(text)]
    at = 1
    while at < len(words):
        length = _length(words, at, home) if _leads(words, at) else 0
        if length and not any(one.start < words[at + length - 1].end and words[at].start < one.end for one in mentions):
            keys = tuple(word.key for word in words[at : at + length])
            said = text[words[at].start : words[at + length - 1].end]
            where = _where(keys, words[at - 1].key)
            found.append(Elsewhere(said, where if len(where) <= _MOST_PROVINCES else ()))
        at += length or 1
    own = bare(province(province_code).name)
    found += _provinces(text, words, mentions, home)
    return tuple({one.said: one for one in reversed(found) if own not in one.provinces}.values())[::-1]


def provinces_of_old(text: str, *, province_code: str) -> tuple[str, ...]:
    """Give the names of provinces that became a part of a province, as they are written."""
    words, home = words_in(text), gazetteer(province_code)
    today = province(province_code).name
    names = [one for one in names_in(words, home) if home.own.intersection(one.named.provinces)]
    if any(today in one.named.provinces for one in names):
        return ()
    return tuple(dict.fromkeys(_as_written(text, words, one) for one in names if _is_meant(words, one)))


def _provinces(text: str, words: Sequence[Word], mentions: Sequence[Mention], home: Gazetteer) -> Sequence[Elsewhere]:
    """Give the provinces of today and of then that are named, wherever that is, and whose land is none of the home's.

    Whoever names the home beside them means the home: "tuyến Hà Nội – Lào Cai".
    """
    names = [one for one in names_in(words, home) if one.named.provinces]
    if any(home.own.intersection(one.named.provinces) for one in names):
        return ()
    return [
        Elsewhere(_as_written(text, words, one), tuple(dict.fromkeys(map(bare, one.named.provinces))))
        for one in names
        if _is_meant(words, one)
        and not any(each.start < words[one.last].end and words[one.first].start < each.end for each in mentions)
    ]


def _as_written(text: str, words: Sequence[Word], name: Name) -> str:
    """Give a name as it stands in the text, without its kind."""
    return text[words[name.begins].start : words[name.begins + len(name.written.split()) - 1].end]


def _is_meant(words: Sequence[Word], name: Name) -> bool:
    """Tell whether a name is one of a province: not of a place at home, of a person or of a street."""
    if name.kind:
        return True
    if any(name.named[:3]) or not _is_written_so(words, name):
        return False
    before = words[name.first - 1].key if name.first and not words[name.first].is_first else ""
    if before in _OF_SOMETHING_ELSE:
        return False
    is_capital = all(word.written[0].isupper() for word in words[name.first : name.last + 1])
    is_small = all(word.written.islower() for word in words)
    return is_capital or (is_small and (name.last > name.first or not before or before in _LEADS))


def _is_written_so(words: Sequence[Word], name: Name) -> bool:
    """Tell whether a name has its own marks, or has none in a line without any: "Huệ" is no province."""
    has_marks = any(not word.written.isascii() for word in words)
    # In one word it can be nothing else: "Mất điện ở Hanoi".
    if any(" " in one and omits_marks(name.written, joined(one)) for one in map(bare, name.named.provinces)):
        return True
    own = [one for one in (*map(bare, name.named.provinces), *_SHORT_NAMES) if omits_marks(name.written, one)]
    return bool(own) and not (has_marks and name.written.isascii() and not any(one.isascii() for one in own))


def _where(keys: tuple[str, ...], lead: str) -> tuple[str, ...]:
    """Give where a name may lie: a province of that name goes before communes, unless it is led in as one of those."""
    where = _country()[keys]
    named = tuple(one for one in where if words_of(one) == keys)
    return where if lead in _OF_COMMUNES else named or where


def _leads(words: Sequence[Word], at: int) -> bool:
    return words[at - 1].key in _LEADS and not words[at].is_first


def _length(words: Sequence[Word], at: int, home: Gazetteer) -> int:
    """Give how many words from here are a name of the country, the longest, and none of the home; 0 for none."""
    for length in range(min(_MOST_WORDS, len(words) - at), _FEWEST_WORDS - 1, -1):
        part = words[at : at + length]
        keys = tuple(word.key for word in part)
        if keys in _country() and all(word.written[0].isupper() for word in part):
            return 0 if _is_of(home, keys) else length
    return 0


def _is_of(home: Gazetteer, keys: tuple[str, ...]) -> bool:
    """Tell whether a province has a place of that name, or is called so itself, today or before."""
    named = home.names.get(keys, Named())
    return any(named[:3]) or not home.own.isdisjoint(named.provinces)


@lru_cache(maxsize=1)
def _country() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Gather the names of all provinces, communes, and districts of before July 2025, with where each lies."""
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for one in provinces():
        found[words_of(one.bare_name)][one.bare_name] = None
        for commune in communes(one.code):
            found[words_of(commune.bare_name)][one.bare_name] = None
    for district in districts_of_then():
        found[words_of(district.bare_name)][bare(district.province)] = None
        found[words_of(bare(district.province))][bare(district.province)] = None
    return {words: tuple(names) for words, names in found.items()}


def without_these(unread: Collection[str], elsewhere: Collection[Elsewhere]) -> tuple[str, ...]:
    """Leave what is not known to lie elsewhere."""
    return tuple(
        words
        for words in unread
        if not any(one.said.startswith(_name(words)) or _CITY.sub("", words).endswith(one.said) for one in elsewhere)
    )


def _name(words: str) -> str:
    """Give the last words, without what leads to them: "Ba" of "tại xã Ba"."""
    return " ".join(word for word in words.split() if word[:1].isupper()) or words
