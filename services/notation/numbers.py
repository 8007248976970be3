"""Numbers in Vietnamese words: "hai mươi mốt", "ba chục", "một trăm linh năm", with and without accents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from services.notation.spelling import nfc, omits_marks, without_marks

LARGEST = 999

_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
# What the units are called after "mươi"; after "mười", "lăm" and "nhăm" alone.
_AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_TEN, _TENS, _TEN_OF, _HUNDRED, _ODD = "mười", "mươi", "chục", "trăm", ("linh", "lẻ")
# With one of these beside it, a number is no whole one of up to `LARGEST`.
_VAGUE = ("vài", "mấy", "dăm", "hàng", "rưỡi", "nghìn", "ngàn", "vạn", "triệu", "rưởi")
_WORDS = (*_UNITS, *_AFTER_TENS, _TEN, _TENS, _TEN_OF, _HUNDRED, *_ODD, *_VAGUE)
# Without accents these are other words just as well: "sau" is "after", "tram" a station, "may" a machine.
_DOUBTFUL = ("sáu", "trăm", "mấy", "năm", "tư", "tám", "bảy", "lẻ", "hàng", "mốt", "vạn")
# After these, as after a number, "tram" and "may" without accents are a hundred and some.
_COUNTED = frozenset(re.findall(r"\w+", "nguoi nhan can ky ktv tho cong chuyen doi to nhom kip xe bo chiec cai"))
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class _Token:
    """A word of a text, or digits; `names` are the words of numbers that it may be."""

    written: str
    start: int
    end: int
    names: tuple[str, ...]

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def of(self, table: dict[str, int]) -> int:
        """Give what it counts in a table, 0 where it does not stand there."""
        return next((table[name] for name in self.names if name in table), 0)

    @property
    def digit(self) -> int:
        """Give the unit that it is, in a word or as one digit, else 0."""
        return int(self.written) if re.fullmatch("[1-9]", self.written) else self.of(_UNITS)


def read_number(text: str) -> int | None:
    """Read a text that is a number up to `LARGEST` and nothing else, in digits or in words; else give nothing."""
    said = in_digits(text).strip()
    return int(said) if re.fullmatch(r"[0-9]{1,3}", said) else None


def in_digits(text: str) -> str:
    """Write the numbers of a text in digits; words that are no number as a whole stay as they are.

    Of "hai mươi mốt người" is left "21 người", of "vài chục người" and "hai ba người" all.
    """
    text = nfc(text)
    written, end = [], 0
    for run in _runs(text):
        value = _value(run)
        if value is not None:
            written += [text[end : run[0].start], str(value)]
            end = run[-1].end
    return "".join(written) + text[end:]


def _runs(text: str) -> Sequence[Sequence[_Token]]:
    """Find the words of numbers that follow each other with nothing but a space between, and are not digits alone."""
    tokens = _tokens(text)
    runs: list[list[_Token]] = [[]]
    for before, token in pairwise((None, *tokens)):
        if before is None or token is None or text[before.end : token.start].strip(" ") or not _counts(token):
            runs.append([])
        if token is not None and _counts(token):
            runs[-1].append(token)
    return [run for run in runs if any(token.names for token in run)]


def _counts(token: _Token) -> bool:
    return bool(token.names) or token.written.isdecimal()


def _tokens(text: str) -> Sequence[_Token]:
    has_marks = without_marks(text) != text.casefold()
    found = list(_WORD.finditer(text))
    return [
        _Token(
            word[0],
            word.start(),
            word.end(),
            _names(word[0], without_marks(after[0]) if after else "", has_marks=has_marks),
        )
        for word, after in zip_longest(found, found[1:])
    ]


def _names(word: str, following: str, *, has_marks: bool) -> tuple[str, ...]:
    """Tell which words of numbers a word may be, from its marks and, without any, from what follows."""
    if not word.isalpha():
        return ()
    small = word.casefold()
    plain = without_marks(word) == small
    if not plain and small in _WORDS:
        return (small,)
    return tuple(
        name
        for name in _WORDS
        if omits_marks(word, name)
        and not (name in _DOUBTFUL and (has_marks if plain else small != name))
        and not (plain and name in ("mấy", "trăm", "hàng") and following not in _COUNTED | _PLAIN)
    )


def _value(run: Sequence[_Token]) -> int | None:
    """Give the number that words are as a whole."""
    if len(run) > 1 and _HUNDRED in run[1]:
        rest = _after_hundreds(run[2:])
        return run[0].digit * 100 + rest if run[0].digit and rest is not None else None
    return _below_hundred(run)


def _after_hundreds(run: Sequence[_Token]) -> int | None:
    """Read what follows hundreds: "linh năm", "hai mươi"; "một trăm năm" may be 105 or 150."""
    if not run:
        return 0
    if len(run) == 2 and any(odd in run[0] for odd in _ODD):
        return run[1].digit or run[1].of({"tư": 4}) or None
    return _below_hundred(run) if len(run) > 1 or _TEN in run[0] else None


def _below_hundred(run: Sequence[_Token]) -> int | None:
    first, rest = run[0], run[1:]
    if not rest:
        return 10 if _TEN in first else first.digit or None
    if _TEN in first and not first.digit:
        unit = _one(rest, {**_UNITS, "lăm": 5, "nhăm": 5}, but="năm")
        return 10 + unit if unit else None
    if not first.digit:
        return None
    if _TENS in rest[0] or _TEN_OF in rest[0]:
        return _tens(first.digit, rest[1:], whole=_TEN_OF in rest[0])
    # "hai mốt" is 21, and "ba lăm" 35; "hai ba" is two or three.
    unit = _one(rest, _AFTER_TENS) if first.digit > 1 else 0
    return first.digit * 10 + unit if unit else None


def _tens(digit: int, rest: Sequence[_Token], *, whole: bool) -> int | None:
    if not rest:
        return digit * 10
    unit = 0 if whole or digit == 1 else _one(rest, {**_AFTER_TENS, **_UNITS}, but="năm")
    return digit * 10 + unit if unit else None


def _one(rest: Sequence[_Token], table: dict[str, int], *, but: str = "") -> int:
    """Give what one word counts in a table, 0 where there are more words or it is another."""
    fits = len(rest) == 1 and but not in rest[0]
    return rest[0].of(table) if fits else 0


_PLAIN = frozenset(without_marks(word) for word in _WORDS)
SPOKEN = rf"(?:{'|'.join(sorted(_PLAIN - {without_marks(word) for word in _VAGUE}))})"
"""Matches a word of numbers, in small letters without its marks."""
