"""The names of places in a text: where each stands, by which kind it is called, and all that goes by it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from services.notation.spelling import i_for_y, omits_marks, search_key
from services.places.gazetteer import Gazetteer, Named

# Letters with their marks, which may stand apart; the P of "P12" is a word of its own.
_WORD = re.compile(r"[PpQqFf](?=\d)|(?:[^\W_][\u0300-\u036f]*)+")
_BREAK = re.compile(r"[,;:()\[\]/|\n–—]|\s-\s")
_SENTENCE = re.compile(r"\.\s")
_SHORT_FORMS = frozenset({"x", "p", "f", "dk", "tt", "h", "q", "tx", "tp", "t", "kp"})
# Between a commune and its district: "xã Khải Xuân cũ, thuộc huyện Thanh Ba".
_BETWEEN = frozenset({"cu", "thuoc", "nay", "la", "cua", "truoc", "day"})


class Level(StrEnum):
    """Which level of units a kind is of."""

    COMMUNE = "commune"
    DISTRICT = "district"
    CITY = "city"  # a district then, or a province
    PROVINCE = "province"


# What stands before a name to say its kind, in words of search spelling: as people write it, and in full.
_KINDS: dict[tuple[str, ...], tuple[Level, str]] = {
    ("xa",): (Level.COMMUNE, "Xã"),
    ("x",): (Level.COMMUNE, "Xã"),
    ("phuong",): (Level.COMMUNE, "Phường"),
    ("p",): (Level.COMMUNE, "Phường"),
    ("f",): (Level.COMMUNE, "Phường"),
    ("dac", "khu"): (Level.COMMUNE, "Đặc khu"),
    ("dk",): (Level.COMMUNE, "Đặc khu"),
    ("thi", "tran"): (Level.COMMUNE, "Thị trấn"),
    ("tt",): (Level.COMMUNE, "Thị trấn"),
    ("huyen",): (Level.DISTRICT, "Huyện"),
    ("h",): (Level.DISTRICT, "Huyện"),
    ("quan",): (Level.DISTRICT, "Quận"),
    ("q",): (Level.DISTRICT, "Quận"),
    ("thi", "xa"): (Level.DISTRICT, "Thị xã"),
    ("tx",): (Level.DISTRICT, "Thị xã"),
    ("thanh", "pho"): (Level.CITY, "Thành phố"),
    ("tp",): (Level.CITY, "Thành phố"),
    ("tinh",): (Level.PROVINCE, "Tỉnh"),
    ("t",): (Level.PROVINCE, "Tỉnh"),
}


# What English says behind the name: "Hoa Binh ward".
_KINDS_BEHIND: dict[str, tuple[Level, str]] = {
    "ward": (Level.COMMUNE, "Phường"),
    "commune": (Level.COMMUNE, "Xã"),
    "district": (Level.DISTRICT, "Huyện"),
    "city": (Level.CITY, "Thành phố"),
    "province": (Level.PROVINCE, "Tỉnh"),
}


@dataclass(frozen=True)
class Word:
    """A word of a text: in search spelling, as it is written, and from where to where."""

    key: str
    written: str
    start: int
    end: int
    is_first: bool  # of a part of an address, or of a sentence


@dataclass(frozen=True)
class Name:
    """A name that stands in a text, from one of its words to another; `kind` is "" where none is said.

    `begins` is the word with which it begins itself, where its kind stands before it.
    `is_marked` tells whether the text has marks at all: then a name without them is meant so.
    """

    first: int
    last: int
    level: Level | None
    kind: str
    written: str
    is_marked: bool
    named: Named
    begins: int


def words_in(text: str) -> list[Word]:
    """Take a text apart into words."""
    spots = [found for found in _WORD.finditer(text) if search_key(found[0])]
    found: list[Word] = []
    for before, spot in pairwise([None, *spots]):
        assert spot is not None  # noqa: S101 - only the first of all pairs begins with nothing
        gap = text[before.end() : spot.start()] if before else ","
        ends = bool(_SENTENCE.search(gap)) and found[-1].key not in _SHORT_FORMS
        key = i_for_y(search_key(spot[0]).replace(" ", ""))
        found.append(Word(key, spot[0], spot.start(), spot.end(), bool(_BREAK.search(gap)) or ends))
    return found


def names_in(words: Sequence[Word], book: Gazetteer) -> Iterator[Name]:
    """Find the names of places from left to right, at each word the longest."""
    at = 0
    while at < len(words):
        found = _name_at(words, at, book)
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def is_right_after(words: Sequence[Word], one: Name, other: Name) -> bool:
    """Tell whether a name stands right after another one, but for words that lead from a commune to its district."""
    return all(word.key in _BETWEEN for word in words[one.last + 1 : other.first])


def _name_at(words: Sequence[Word], at: int, book: Gazetteer) -> Name | None:
    found = [_called(words, at, at, None, "", book), _called_behind(words, at, book)]
    for kind_words, (level, kind) in _KINDS.items():
        after = at + len(kind_words)
        if _keys(words, at, after) == kind_words and _is_kind(words, at, after, kind):
            found.append(_called(words, at, after, level, kind, book))
    whole = [name for name in found if name]
    return max(whole, key=lambda name: (name.last, name.kind != "")) if whole else None


def _is_kind(words: Sequence[Word], at: int, after: int, kind: str) -> bool:
    """Tell whether words are the name of a kind: "phường" and "phuong", not "phượng"; no hour ("8 h")."""
    if after - at == 1 and words[at].key in _SHORT_FORMS:
        return words[at].key != "h" or at == 0 or words[at].is_first or not words[at - 1].key.isdecimal()
    return omits_marks(" ".join(word.written for word in words[at:after]), kind)


def _called(words: Sequence[Word], first: int, at: int, level: Level | None, kind: str, book: Gazetteer) -> Name | None:
    for length in range(min(book.longest, len(words) - at), 0, -1):
        keys = _keys(words, at, at + length)
        named = _of_level(book.names.get(keys, Named()), level)
        # Nothing but a kind makes a name of a number.
        if any(named) and (level or not keys[0].isdecimal()):
            written = " ".join(word.written for word in words[at : at + length])
            is_marked = not all(word.written.isascii() for word in words)
            return Name(first, at + length - 1, level, kind, written, is_marked, named, at)
    return None


def _called_behind(words: Sequence[Word], at: int, book: Gazetteer) -> Name | None:
    """Find a name whose kind stands right behind it."""
    for behind in range(at + 1, min(at + book.longest + 1, len(words))):
        if words[behind].is_first:
            return None
        level, kind = _KINDS_BEHIND.get(words[behind].key, (None, ""))
        named = _of_level(book.names.get(_keys(words, at, behind), Named()), level)
        if level and any(named):
            written = " ".join(word.written for word in words[at:behind])
            is_marked = not all(word.written.isascii() for word in words)
            return Name(at, behind, level, kind, written, is_marked, named, at)
    return None


def _keys(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[start:end])


def _of_level(named: Named, level: Level | None) -> Named:
    """Leave what a kind may be said of."""
    match level:
        case None:
            return named
        case Level.COMMUNE:
            return Named(named.communes, named.formers)
        case Level.DISTRICT:
            return Named(districts=named.districts)
        case Level.CITY:
            return Named(districts=named.districts, provinces=named.provinces)
        case Level.PROVINCE:
            return Named(provinces=named.provinces)
