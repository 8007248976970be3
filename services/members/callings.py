"""What people call a business: the names that stand in its one long name, and what kind of words they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from services.members.distinct_names import (
    ENOUGH,
    distinct_name,
    is_everyday,
    is_foreign,
    is_syllable,
    places,
    says_where,
    trades_of,
    words_in,
)
from services.members.entry_words import key_of, own_name

# Fewer letters that run together are any word.
SHORTEST = 5
# An abbreviation of fewer letters is any other one.
ABBREVIATION = 3
PROVINCE = "tinh"
_VOWELS = frozenset("aeiouy")
WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_DASH = re.compile(r"\s[-–—]\s")
_BRANCH = "chi nhanh "


class NameKind(Enum):
    """What the own words of a business are: on that depends where a text means it by them."""

    FOREIGN = auto()
    WORDS = auto()
    EVERYDAY = auto()
    TRADE = auto()
    LETTERS = auto()
    SYLLABLE = auto()
    PLACE = auto()


@dataclass(frozen=True)
class Calling:
    """A name of a business: its `own` words, of its trade the words `before` them, and what stands `behind`.

    `written` is all of it but what stands behind, as it is written, `plain` the own words of it.
    """

    kind: NameKind
    own: Sequence[str]
    before: Sequence[str]
    behind: Sequence[str]
    written: Sequence[str]
    plain: Sequence[str]

    @property
    def joined(self) -> str:
        """Give the own words as they run together."""
        return "".join(self.own)

    @property
    def may_run_together(self) -> bool:
        """Tell whether its words are known where they run together, or where others hang on them."""
        if self.kind is NameKind.FOREIGN:
            return True
        return self.kind in (NameKind.WORDS, NameKind.EVERYDAY) and len(self.own) > 1 and len(self.joined) >= SHORTEST


@lru_cache(maxsize=1 << 13)
def callings(name: str) -> Sequence[Calling]:
    """Give the names that a business has by what it is called, those in brackets and between dashes as well."""
    outside = list(_between_dashes(_IN_BRACKETS.sub(" ", name)))
    telling = [
        one for one in outside if one.kind is not NameKind.TRADE and (one.before or one.kind is not NameKind.PLACE)
    ]
    inside = [
        one
        for one in map(_named_by, _IN_BRACKETS.findall(name))
        if one is not None and one.kind is not NameKind.PLACE and not says_where(" ".join(one.own))
    ]
    return [*(telling or outside), *inside]


def _between_dashes(name: str) -> Iterator[Calling]:
    """Give the names between dashes, without that of the company whose branch it is."""
    found = None
    for part in _DASH.split(name):
        if found is not None and key_of(part).startswith(_BRANCH):
            return
        found = _named_by(part)
        if found is not None:
            yield found


def _named_by(part: str) -> Calling | None:
    """Read a name, all of it or a part between dashes; None where it is empty."""
    written = WORD.findall(part)
    keys = [key_of(one) for one in written]
    key = " ".join(keys)
    own = _own_of(key).split()
    at = next((at for at in range(len(keys)) if own and keys[at : at + len(own)] == own), None)
    if at is None:
        return None
    form = len(keys) - len(own_name(key).split())
    end = at + len(own)
    plain = written[at:end]
    # Where all is written in capitals, they say nothing of a word.
    is_in_capitals = all(map(str.isupper, plain)) and not all(map(str.isupper, written))
    return Calling(
        kind=_kind_of(own, is_in_capitals=is_in_capitals, is_distinct=bool(distinct_name(key))),
        own=own,
        before=[one for one in keys[form:at] if one != PROVINCE],
        behind=keys[end:],
        written=written[form:end],
        plain=plain,
    )


def _own_of(key: str) -> str:
    """Give the words of a key that are a name: where all say a trade, as many of the last as are more than two."""
    more = (one for one in reversed(trades_of(key)) if words_in(one) > ENOUGH)
    return distinct_name(key) or next(more, own_name(key))


def _kind_of(own: Sequence[str], *, is_in_capitals: bool, is_distinct: bool) -> NameKind:
    key = " ".join(own)
    if not is_distinct:
        return NameKind.TRADE
    if key in places():
        return NameKind.PLACE
    if is_everyday(key):
        return NameKind.EVERYDAY
    if len(own) == 1 and (len(key) < ABBREVIATION or (is_in_capitals and _may_be_a_word(key))):
        return NameKind.LETTERS
    if any(map(is_foreign, own)):
        return NameKind.FOREIGN
    return NameKind.WORDS if len(own) > 1 else NameKind.SYLLABLE


def _may_be_a_word(letters: str) -> bool:
    """Tell whether letters are read as a word, Vietnamese or English: "tan" and "act", not "fpt"."""
    return is_syllable(letters) or (len(letters) == ABBREVIATION and not _VOWELS.isdisjoint(letters))
