"""Where a text names a business, in whatever writing; and the text without its name.

A business has the names of its own words, as a rule without its form, its trade and its place ("Hoa Sen"), and what
stands in brackets or behind a dash is a name as well. Words of a text are such a name

- wherever they stand, if they are no Vietnamese and no word of the trade ("FPT", "netnam"), if they are more than two
  ("hòm thư đỏ"), or if they run together ("HoaSen", "hoasen.vn");
- with capitals, or behind a form, a trade or "bên", if they are two ("Hoa Sen", "công ty hoa sen");
- with capitals or behind a form, if they are such as stand in any report ("Hợp Nhất", "Giao Hàng Nhanh");
- in capitals, if they are letters that may be a word ("ACT"), and behind a form or a trade too if they are two ("HT");
- behind a form, if they are one Vietnamese word or a place ("Công ty Long Biên"). A place is also one behind its trade
  ("Viễn thông Phú Thọ"), and a commune with capitals where nothing says that something is there ("tại Long Biên").

Where in doubt they are the name: a question too many costs less than a business that is named and was not asked.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from services.members.callings import ABBREVIATION, PROVINCE, WORD, Calling, NameKind, callings
from services.members.distinct_names import ENOUGH, is_after_trade, is_syllable, may_hang_on, provinces
from services.members.entry_words import key_of, own_name
from services.notation.spelling import nfc, omits_marks, without_marks

# So many words that say what kind of company it is may stand before a name.
LEGAL_WORDS = 12
WORDS_BEFORE = 4
ENDINGS = ".!?…\n"
_OPENINGS = " \t\"'“‘«([*•–-"
# "The businesses of Long Biên" are many, "Công ty Long Biên" is one.
_NO_NAME_AFTER = frozenset({"doanh nghiep", "dn", "chi nhanh", "cn"})
# After these words people name somebody; each is also typed without its marks.
_PARTIES = (
    *("bên", "phía", "đơn vị", "nhà mạng", "đối tác", "hãng", "nhà cung cấp", "nhà thầu", "khách hàng", "anh em"),
    *("do", "bởi", "nhờ", "gọi", "thuê", "liên hệ"),
)
_AFTER_PARTY = re.compile(rf"(?:.* )?(?:{'|'.join({*_PARTIES, *map(without_marks, _PARTIES)})})")
# After these words a place is where something is.
_AFTER_WHERE = re.compile(
    "(?:.* )?(?:phuong|xa|thi tran|thi xa|huyen|quan|tinh|thanh pho|tp|dac khu|khu|khu vuc|vung|dia ban|thon|lang|ap|"
    "duong|pho|ga|cang|tram|nha may|truong|tai|o|ve|den|toi|tu|qua|gan|giua|tren|sang|di|dan|nguoi|va|hoac|cum|tuyen|"
    "huong|doan|doanh nghiep|in|at|to|from|near|between|and)"
)


@dataclass(frozen=True)
class _Text:
    """The words of a text: where each stands, in search spelling, all of them as one key, and which stand where."""

    said: str
    places: Sequence[tuple[int, int]]
    keys: Sequence[str]
    key: str
    standing: Mapping[str, Sequence[int]]

    def word(self, at: int) -> str:
        """Give a word as it is written; none stands before the first or after the last."""
        return self.said[slice(*self.places[at])] if 0 <= at < len(self.places) else ""

    def words(self, at: int, length: int) -> Sequence[str]:
        """Give words as they are written."""
        return [self.word(one) for one in range(at, at + length)]

    def is_after_trade(self, at: int) -> bool:
        """Tell whether a trade stands before a word."""
        return is_after_trade(" ".join(self.keys[max(0, at - WORDS_BEFORE) : at]))

    def is_after_where(self, at: int) -> bool:
        """Tell whether a word stands before one which says where something is."""
        return _AFTER_WHERE.fullmatch(" ".join(self.keys[max(0, at - WORDS_BEFORE) : at])) is not None

    def is_after_party(self, at: int) -> bool:
        """Tell whether a word stands before one after which people name somebody."""
        first = max(0, at - WORDS_BEFORE)
        return _AFTER_PARTY.fullmatch(nfc(" ".join(self.words(first, at - first)).lower())) is not None


@lru_cache(maxsize=16)
def _read(text: str) -> _Text:
    found = list(WORD.finditer(text))
    keys = [key_of(one[0]) for one in found]
    standing: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        standing.setdefault(key, []).append(at)
    return _Text(text, [one.span() for one in found], keys, f" {' '.join(keys)} ", standing)


def names(text: str, name: str) -> bool:
    """Tell whether a text names a business."""
    return any(True for _ in _found(text, name))


def names_others(text: str, *, called: Collection[str], others: Collection[str]) -> bool:
    """Tell whether a text names others by more than the words that name whoever is `called` so ("Viettel")."""
    own = [span for name in called for span in _found(text, name)]
    theirs = [span for name in others for span in _found(text, name)]
    return not all(any(begin <= first and last <= end for begin, end in own) for first, last in theirs)


def without(text: str, hidden: Collection[str], instead: str) -> str:
    """Put other words in the place of each name in a text, where `names` finds one."""
    for name in sorted(hidden, key=len, reverse=True):
        for begin, end in reversed(list(_found(text, name))):
            before = text[:begin].rstrip(" ")
            begins = not before or before[-1] in ENDINGS
            text = text[:begin] + (instead[:1].upper() + instead[1:] if begins else instead) + text[end:]
    return text


def _found(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give where a text names a business, with the words of its form and its trade before its name."""
    words, reached = _read(text), 0
    spans = {span for called in callings(name) for span in (*_run_together(words, called), *_spelled(words, called))}
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if begin >= reached:
            yield begin, end
            reached = end


def _run_together(words: _Text, called: Calling) -> Iterator[tuple[int, int]]:
    """Give where the own words run together, alone or with others that hang on them: "HoaSen", "vnptphutho"."""
    if not called.may_run_together or called.joined not in words.key:
        return
    for key, places_of_key in words.standing.items():
        before, found, behind = key.partition(called.joined)
        if not found or key in called.own or not (may_hang_on(before) and may_hang_on(behind)):
            continue
        # "ThuAn" is a name, "thuan" is a word.
        yield from (
            words.places[at]
            for at in places_of_key
            if not is_syllable(key) or any(map(str.isupper, words.word(at)[1:]))
        )


def _spelled(words: _Text, called: Calling) -> Iterator[tuple[int, int]]:
    """Give where the own words stand and are meant, with what belongs to them before and behind."""
    if f" {' '.join(called.own)} " not in words.key:
        return
    length = len(called.own)
    for at in words.standing[called.own[0]]:
        if list(words.keys[at : at + length]) != list(called.own):
            continue
        first = at - _trade_before(words, at, called)
        form = _legal_before(words.keys, first, at + length - first)
        if _is_meant(words, at, called, first, words.keys[first - form : first]):
            last = at + length + _behind(words, at + length, called) - 1
            yield words.places[first - form][0], words.places[last][1]


def _is_meant(words: _Text, at: int, called: Calling, first: int, form: Sequence[str]) -> bool:
    """Tell whether own words stand for a business; its trade before them begins at `first`, its `form` before that."""
    is_one = bool(form) and " ".join(form[-2:]) not in _NO_NAME_AFTER and form[-1] not in _NO_NAME_AFTER
    match called.kind:
        case NameKind.FOREIGN:
            return True
        case NameKind.WORDS:
            return _are_words_meant(words, at, called, is_named=bool(form) or first < at)
        case NameKind.EVERYDAY:
            return _is_everyday_meant(words, at, called, first, is_one=is_one)
        case NameKind.TRADE:
            is_said = is_one and _has_capital(words.word(at))
            return is_said or _is_as_written(words, at, called) or _stands_out(words, at, len(called.own))
        case NameKind.LETTERS:
            return _are_letters_meant(words, at, called, is_named=bool(form) or first < at)
        case NameKind.SYLLABLE:
            return _is_word_meant(words, at, called, is_named=is_one)
        case NameKind.PLACE:
            return is_one or _is_place_meant(words, at, called, first)


def _are_words_meant(words: _Text, at: int, called: Calling, *, is_named: bool) -> bool:
    length = len(called.own)
    if _stands_out(words, at, length):
        return True
    if not _reads_so(words.words(at, length), called.plain):
        return False
    if length > ENOUGH or is_named or _is_capital_inside(words, at) or all(map(_has_capital, words.words(at, length))):
        return True
    return words.is_after_trade(at) or words.is_after_party(at) or _hangs_together(words, at, length)


def _is_everyday_meant(words: _Text, at: int, called: Calling, first: int, *, is_one: bool) -> bool:
    if _is_as_written(words, at, called):
        return True
    if len(called.own) == 1 or called.own[-1].isdigit():
        return is_one and (first < at or _has_capital(words.word(at)))
    if is_one or _stands_out(words, at, len(called.own)):
        return True
    return _is_capital_inside(words, at) and not _has_capital(words.word(at - 1))


def _is_word_meant(words: _Text, at: int, called: Calling, *, is_named: bool) -> bool:
    """Tell whether one Vietnamese word stands for a business; in "Công nghệ Việt Nam" the first two do not."""
    if words.word(at).casefold() != called.plain[0].casefold() or _has_capital(words.word(at + 1)):
        return False
    return (is_named and _has_capital(words.word(at))) or _is_as_written(words, at, called)


def _are_letters_meant(words: _Text, at: int, called: Calling, *, is_named: bool) -> bool:
    if words.word(at) != called.plain[0].upper():
        return False
    if len(called.own[0]) < ABBREVIATION:
        return is_named or words.is_after_trade(at)
    return is_named or _stands_out(words, at, 1)


def _is_place_meant(words: _Text, at: int, called: Calling, first: int) -> bool:
    """Tell whether a place is a business: behind all of its trade, or with capitals where nothing says where it is.

    "Viễn thông Phú Thọ" is one, "hạ tầng viễn thông Phú Thọ" is none; a province is never one alone.
    """
    has_capital = _has_capital(words.word(at))
    trade = [one for one in words.keys[first:at] if one != PROVINCE]
    if trade and trade == list(called.before) and (_has_capital(words.word(first)) or not has_capital):
        return True
    is_province = " ".join(called.own) in provinces()
    if is_province or not _stands_out(words, at, len(called.own)):
        return False
    return words.is_after_party(at) or not words.is_after_where(at)


def _is_as_written(words: _Text, at: int, called: Calling) -> bool:
    """Tell whether all of a name stands in a text as it is written, and is more than a sentence's first word."""
    length = len(called.written)
    first = at + len(called.own) - length
    if length < ENOUGH or first < 0 or words.words(first, length) != list(called.written):
        return False
    return any(map(_has_capital, called.written[1:])) or _is_capital_inside(words, first)


def _reads_so(said: Sequence[str], plain: Sequence[str]) -> bool:
    """Tell whether words are those of a name, with all or some of their marks: "là bản cũ" is not "La Bàn Cũ"."""
    typed, name = " ".join(said), " ".join(plain)
    return omits_marks(typed, name) or omits_marks(name, typed)


def _hangs_together(words: _Text, at: int, length: int) -> bool:
    """Tell whether no blank stands between words: "hoa-sen"."""
    return not any(map(str.isspace, words.said[words.places[at][0] : words.places[at + length - 1][1]]))


def _stands_out(words: _Text, at: int, length: int) -> bool:
    """Tell whether words have capitals, and not only because all words around them do."""
    own = words.words(at, length)
    if not all(map(_has_capital, own)):
        return False
    around = (words.word(at - 1), words.word(at + length))
    return not (all(one.isupper() for one in own) and any(one.isupper() for one in around))


def _has_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_capital_inside(words: _Text, at: int) -> bool:
    """Tell whether a word has a capital that its sentence did not give it."""
    word, before = words.word(at), words.said[: words.places[at][0]].rstrip(_OPENINGS)
    return _has_capital(word) and not word[1:].isupper() and bool(before) and before[-1] not in f"{ENDINGS}:"


def _trade_before(words: _Text, at: int, called: Calling) -> int:
    """Count the words of a business's trade that stand before its own in a text."""
    province = int(bool(called.before) and at > 0 and words.keys[at - 1] == PROVINCE)
    before = words.keys[: at - province]
    for count in range(min(len(called.before), len(before)), 0, -1):
        if list(before[-count:]) == list(called.before[-count:]):
            return count + province
    return 0


def _behind(words: _Text, at: int, called: Calling) -> int:
    """Count the words that stand behind a name in a text as they do in the register."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(words.keys[at:], called.behind, strict=False))
    return sum(1 for _ in same)


def _legal_before(keys: Sequence[str], at: int, length: int) -> int:
    """Count the legal words that stand before a name in a text."""
    name = " ".join(keys[at : at + length])
    for count in range(min(LEGAL_WORDS, at), 0, -1):
        if own_name(" ".join(keys[at - count : at + length])) == name:
            return count
    return 0
