"""Vietnamese spelling: tidying what people typed, and keys by which it is found and put in order."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters that are no white space
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, marks of direction
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"  # variation selectors, BOM, tags
    "\ud800-\udfff"  # half a character, which no database or connection accepts
)
_WRITTEN_OR_INVISIBLE = re.compile(
    rf"([0-9#*]\ufe0f\u20e3|\U0001f3f4[\U000e0020-\U000e007e]{{1,6}}\U000e007f"
    rf"|[{_EMOJI}][\ufe0e\ufe0f]?(?:\u200d[{_EMOJI}][\ufe0e\ufe0f]?)*)"
    rf"|[{_INVISIBLE}]"
)
# Unicode's own bound for text that anybody may send (UAX #15, Stream-Safe): no language has more marks on a letter.
MOST_MARKS = 30
# So short a text costs nothing, whatever is in it.
_SHORT = 256
_LAST_LETTERS = 0x1F000
_BLANK_LETTER = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
_BLANK_LINES = re.compile(r"\n{3,}")
_LETTERS_D = "đðɖ"  # đ, and two letters of other languages whose capitals look the same: Đ Ð Ɖ
_PLAIN_D = str.maketrans(dict.fromkeys(_LETTERS_D, "d"))

_SHAPES = {
    "a\u0306": "a~",
    "a\u0302": "a~~",
    "e\u0302": "e~",
    "o\u0302": "o~",
    "o\u031b": "o~~",
    "u\u031b": "u~",
    **dict.fromkeys(_LETTERS_D, "d~"),
}
# Words that are written with i or y alike: kỹ and kĩ, lý and lí, quý and quí.
_EITHER_I_OR_Y = re.compile(r"\b([hklmstv]|qu)y\b")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def nfc(text: str) -> str:
    """Write every letter as one character where Unicode has one (NFC), as all text is stored.

    Marks beyond what any letter bears are left out: to put them in order takes minutes.
    """
    return unicodedata.normalize("NFC", _bearable(text))


def nfd(text: str) -> str:
    """Take every letter apart into its base and its marks (NFD), those left out that no letter bears."""
    return unicodedata.normalize("NFD", _bearable(text))


def tidy_line(text: str) -> str:
    """Make one clean line of what a person typed: NFC, nothing invisible, single spaces.

    Joiners and variation selectors stay inside an emoji, where they are part of the picture.
    """
    return " ".join(_visible(text).split())


def tidy_text(text: str) -> str:
    """Clean several lines as `tidy_line` does each, with at most one blank line in a row."""
    lines = (" ".join(line.split()) for line in _visible(text).splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def without_marks(text: str) -> str:
    """Write tidied text in small letters without tones or marks: "Đắk Lắk" gives "dak lak"."""
    letters = _small_letters(text)
    return "".join(c for c in letters if not _is_mark(c)).translate(_PLAIN_D)


def search_key(text: str) -> str:
    """Give the words by which text is found, whatever its accents, case, punctuation and place of tones."""
    return " ".join("".join(c if c.isalnum() else " " for c in without_marks(text)).split())


def reading_key(text: str) -> str:
    """Give the words as they are read, with their tones: equal for "hoà" and "hòa", not for "hoa".

    Keys stand in the order of the alphabet (a ă â b c d đ e ê …), where letters alike in the order of tones
    (ngang huyền hỏi ngã sắc nặng). One tone counts per syllable, so that its place does not matter.
    """
    words = _words(text)
    letters = " ".join("".join(letter for letter, _ in word) for word in words)
    tones = " ".join("".join(tone for _, tone in word) or "0" for word in words)
    return f"{letters}\t{tones}"


def omits_marks(typed: str, name: str) -> bool:
    """Tell whether what was typed is a name with all, some or none of its marks, and with no other marks.

    "Viet Trì" is so of "Việt Trì", and "Viêt Trì" too; "Vịêt Trí" is not, nor is "Văn Lung" of "Văn Lũng Xá". Where
    the tone stands in its word, and i for y at the end of one, does not matter.
    """
    typed_words, words = _words(typed), _words(name)
    return len(typed_words) == len(words) and all(map(_omits, typed_words, words))


def i_for_y(key: str) -> str:
    """Write i for y at the end of the words of a search key, where either is usual: "ky son" gives "ki son"."""
    return _EITHER_I_OR_Y.sub(r"\1i", key)


def sort_key(text: str) -> str:
    """Give a key in Vietnamese order: letters first, then tones, then small before capital letters.

    Keys compare by code points (Python's own order, `COLLATE "C"`); different texts have different keys.
    """
    line = tidy_line(text)
    capitals = "".join("1" if c.isupper() else "0" for c in line)
    return f"{reading_key(line)}\t{capitals}\t{line}"


def _bearable(text: str) -> str:
    return text if len(text) <= _SHORT else _too_many_marks().sub(r"\1", text)


@cache
def _too_many_marks() -> re.Pattern[str]:
    marks = "".join(sign for sign in map(chr, range(0x300, _LAST_LETTERS)) if _is_mark(sign))
    return re.compile(rf"([{marks}]{{{MOST_MARKS}}})[{marks}]+")


def _visible(text: str) -> str:
    written = _WRITTEN_OR_INVISIBLE.sub(lambda found: found[1] or "", text)
    return nfc(_BLANK_LETTER.sub(" ", written))


def _small_letters(text: str) -> str:
    """Fold the case of text and take its letters apart into a base and marks (NFD)."""
    return nfd(nfd(tidy_line(text)).casefold())


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _words(text: str) -> list[list[tuple[str, str]]]:
    """Split text into words, each a list of letters as (place in the alphabet, tone or nothing)."""
    words: list[list[tuple[str, str]]] = [[]]
    for cluster in re.findall(r"\w[\u0300-\u036f]*|.", _small_letters(text)):
        if cluster[0].isalnum():
            words[-1].append(_letter(cluster))
        elif not _is_mark(cluster[0]):
            words.append([])
    return [word for word in words if word]


def _omits(typed: Sequence[tuple[str, str]], word: Sequence[tuple[str, str]]) -> bool:
    """Tell the same of one word."""
    if i_for_y("".join(letter[0] for letter, _ in typed)) != i_for_y("".join(letter[0] for letter, _ in word)):
        return False
    is_shaped = all(a in (b, b[0]) or {a, b} == {"i", "y"} for (a, _), (b, _) in zip(typed, word, strict=True))
    typed_tone, tone = ("".join(tone for _, tone in letters) for letters in (typed, word))
    return is_shaped and typed_tone in ("", tone)


def _letter(cluster: str) -> tuple[str, str]:
    base, marks = cluster[0], cluster[1:]
    shaped = (_SHAPES[base + mark] for mark in marks if base + mark in _SHAPES)
    tones = (_TONES[mark] for mark in marks if mark in _TONES)
    return next(shaped, _SHAPES.get(base, base)), next(tones, "")
