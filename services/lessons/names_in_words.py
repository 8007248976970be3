"""Where a text names a business, in whatever writing; and the text without its name."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.members.distinct_names import ENOUGH, distinct_name, places, words_in
from services.members.entry_words import key_of, own_name, short_name
from services.notation.spelling import search_key

# Too short a name is any word.
SHORTEST = 4
# So many words that say what kind of company it is may stand before a name.
LEGAL_WORDS = 12
ENDINGS = ".!?…\n"
# "The businesses of Long Biên" are many, "Công ty Long Biên" is one.
_NO_NAME_AFTER = frozenset({"doanh nghiep", "dn", "chi nhanh", "cn"})
_SYLLABLE = re.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


@dataclass(frozen=True)
class _Text:
    """The words of a text: where each stands, in search spelling, and all of them as one key."""

    said: str
    places: Sequence[tuple[int, int]]
    keys: Sequence[str]
    key: str

    def word(self, at: int) -> str:
        """Give a word as it is written; none stands before the first or after the last."""
        return self.said[slice(*self.places[at])] if 0 <= at < len(self.places) else ""


@dataclass(frozen=True)
class _Name:
    """What a business is called: all of it, without its form, and `own` words without its trade (the `trade` before).

    `plain` is the one own word as it is written, where there is but one.
    """

    whole: Sequence[str]
    short: str
    own: Sequence[str]
    trade: Sequence[str]
    plain: str
    is_place: bool


@lru_cache(maxsize=16)
def _read(text: str) -> _Text:
    found = list(_WORD.finditer(text))
    keys = [search_key(one[0]) for one in found]
    return _Text(text, [one.span() for one in found], keys, f" {' '.join(keys)} ")


@lru_cache(maxsize=1 << 13)
def _called_so(name: str) -> _Name:
    key, short = key_of(name), short_name(name)
    own = distinct_name(key)
    trade = own_name(key).partition(own)[0] if own else ""
    plain = next((one for one in _WORD.findall(name) if search_key(one) == own), "")
    return _Name(key.split(), short, own.split(), trade.split(), plain, own in places())


def names(text: str, name: str) -> bool:
    """Tell whether a text names a business."""
    called = _called_so(name)
    if f" {' '.join(called.own or search_key(called.short).split())} " not in _read(text).key:
        return False
    return any(True for _ in _found(text, name))


def without(text: str, hidden: Collection[str], instead: str) -> str:
    """Put other words in the place of each name in a text, where `names` finds one."""
    for name in sorted(hidden, key=len, reverse=True):
        for begin, end in reversed(list(_found(text, name))):
            before = text[:begin].rstrip(" ")
            begins = not before or before[-1] in ENDINGS
            text = text[:begin] + (instead[:1].upper() + instead[1:] if begins else instead) + text[end:]
    return text


def _found(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give where a text names a business, with the words of its form and its trade before its name.

    It does in any spelling, by its short name as that is written, and by its own words where these are no others.
    """
    words, called = _read(text), _called_so(name)
    short = _as_written(called.short) if len(called.short) >= SHORTEST else None
    written = {found.start() for found in short.finditer(text)} if short is not None else set()
    at = 0
    while at < len(words.keys):
        length = before = 0
        if called.whole and _stands(words, at, called.whole):
            length = len(called.whole)
        elif words.places[at][0] in written:
            length = len(search_key(called.short).split())
        elif called.own and _stands(words, at, called.own):
            before = _trade_before(words, at, called)
            length = len(called.own) if _is_meant(words, at, called, before) else 0
        if length:
            first = at - before
            yield (
                words.places[first - _legal_before(words.keys, first, length + before)][0],
                words.places[at + length - 1][1],
            )
        at += length or 1


def _as_written(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")


def _stands(words: _Text, at: int, sought: Sequence[str]) -> bool:
    return list(words.keys[at : at + len(sought)]) == list(sought)


def _is_meant(words: _Text, at: int, called: _Name, trade: int) -> bool:
    """Tell whether a business's own words stand for it, and are no words of every day or a place.

    Two words do with capitals ("Thành Công"), more in any spelling, and so do two after the form or the trade.
    """
    length = len(called.own)
    first = at - trade
    form = words.keys[first - _legal_before(words.keys, first, length + trade) : first]
    after_form = bool(form) and " ".join(form[-2:]) not in _NO_NAME_AFTER and form[-1] not in _NO_NAME_AFTER
    if called.is_place:
        return after_form
    if length == 1:
        return words.word(at) == called.plain and (
            _is_foreign(called) or (after_form and not _has_capital(words.word(at + 1)))
        )
    if words_in(" ".join(called.own)) > ENOUGH:
        return True
    return after_form or trade > 0 or _stands_out(words, at, length)


def _is_foreign(called: _Name) -> bool:
    """Tell whether the one word of a name is none of Vietnamese: it is then no word of every day."""
    return len(called.plain) >= SHORTEST and _SYLLABLE.fullmatch(called.own[0]) is None


def _stands_out(words: _Text, at: int, length: int) -> bool:
    """Tell whether words have capitals, and not only because all words around them do."""
    own = [words.word(one) for one in range(at, at + length)]
    if not all(map(_has_capital, own)):
        return False
    around = (words.word(at - 1), words.word(at + length))
    return not (all(one.isupper() for one in own) and any(one.isupper() for one in around))


def _has_capital(word: str) -> bool:
    return word[:1].isupper()


def _trade_before(words: _Text, at: int, called: _Name) -> int:
    """Count the words of a business's trade that stand before its own in a text."""
    for count in range(min(len(called.trade), at), 0, -1):
        if _stands(words, at - count, called.trade[-count:]):
            return count
    return 0


def _legal_before(keys: Sequence[str], at: int, length: int) -> int:
    """Count the legal words that stand before a name in a text."""
    name = " ".join(keys[at : at + length])
    for count in range(min(LEGAL_WORDS, at), 0, -1):
        if own_name(" ".join(keys[at - count : at + length])) == name:
            return count
    return 0
