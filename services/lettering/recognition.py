"""Text that no Vietnamese writes: what it was meant to be, and whether that is certain."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from services.lettering import writings
from services.lettering.syllables import is_abbreviation, is_syllable
from services.notation.spelling import nfc

# What divides words in any writing: spaces, the digits and signs of ASCII, quotation marks and dashes.
_BETWEEN_WORDS = re.compile(r"[\s!-@\[-`{-\x7f“”‘’–—…•]+")
_LOST = re.compile(r"\ufffd|\?(?=[^\W\d_])|(?<=[^\W\d_])\?")
# Letters that Unicode alone has: ạ, ế, ỹ.
_OF_UNICODE = re.compile(r"[\u1ea0-\u1ef9]")
# So many words that are none as they stand outweigh what is clearly of today beside them.
_SEVERAL = 2
# What stands for bytes that are no letter.
LETTER_LOST = "\ufffd"


class Writing(StrEnum):
    """How a text was written, or UTF-8 that was read as a Western code page."""

    UTF8 = "utf-8"
    TCVN3 = "tcvn3"
    VNI = "vni"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a text says in letters of today; it is certain where each word of it can be Vietnamese, and no other is."""

    writing: Writing
    text: str
    is_certain: bool


_READ: Mapping[Writing, Callable[[bytes], str | None]] = {
    Writing.UTF8: writings.utf8,
    Writing.TCVN3: writings.tcvn3,
    Writing.VNI: writings.vni,
}


@lru_cache(maxsize=20_000)
def recognise(text: str) -> Recognised | None:
    """Recognise a text whose words cannot be Vietnamese as they stand; None for any other, also for foreign names.

    Abbreviations alone tell nothing: "BĐ Thanh Ba" is of today, though an old font would read "Bé Thanh Ba".
    """
    strange = [] if text.isascii() else _strange(text)
    if all(map(is_abbreviation, strange)):
        return None
    readings = [(len(_strange(read)), writing, read) for writing, read in _readings(text)]
    if not readings:
        return None
    left, writing, read = min(readings, key=lambda reading: reading[0])
    if left * 2 > len(strange) or (left and len(strange) == 1):
        return None
    others = {other for number, _, other in readings if not number}
    is_most = writing is Writing.UTF8 or len(strange) > len(_changed(text, read, strange))
    return Recognised(writing, read, is_certain=not left and len(others) == 1 and is_most)


def also_read(text: str, writing: Writing) -> str | None:
    """Read a text that has sense as it stands in another writing; None where that has none, or is the same."""
    for other, read in _readings(text):
        if other is writing and not _strange(read):
            return read
    return None


def as_meant(text: str) -> str:
    """Give what a text says in letters of today where that is certain, or else the text."""
    found = recognise(text)
    return found.text if found is not None and found.is_certain else text


@lru_cache(maxsize=20_000)
def is_of_today(text: str) -> bool:
    """Tell whether a text has a Vietnamese word in letters that no old font has."""
    return any(_OF_UNICODE.search(word) and is_syllable(word) for word in _with_marks(text))


def outweighs(texts: Iterable[str]) -> bool:
    """Tell whether texts are clearly of an old font, or read wrongly, also beside what is of today.

    They are by a word with a sign in it ("C«ng"), or by several words. One word of letters may only be typed wrongly.
    """
    strange = [word for text in texts if recognise(text) is not None for word in _strange(text)]
    return len(strange) >= _SEVERAL or any(
        not letter.isalpha() or letter in "ªºµ" for word in strange for letter in word
    )


def has_lost_letters(text: str) -> bool:
    """Tell whether letters of a text are gone: "C?ng ty ?i?n l?c"."""
    return _LOST.search(text) is not None


def is_broken(text: str) -> bool:
    """Tell whether a text holds the mark of a byte that is no letter."""
    return LETTER_LOST in text


def count_words(text: str) -> int:
    """Count the words with letters beyond ASCII that can be Vietnamese."""
    return sum(map(is_syllable, _with_marks(text)))


def _readings(text: str) -> Iterator[tuple[Writing, str]]:
    """Give what a text may be in each writing, each reading once."""
    seen = {text}
    contents = dict.fromkeys(writings.bytes_of(text, code_page) for code_page in writings.CODE_PAGES)
    for content in contents:
        for writing, reads in _READ.items() if content is not None else ():
            read = reads(content or b"")
            if read is not None and read not in seen:
                seen.add(read)
                yield writing, read


def _changed(text: str, read: str, strange: Sequence[str]) -> set[str]:
    """Give the words that have sense as they stand, and are others in a reading: they speak against it."""
    return set(_with_marks(text)) - set(strange) - set(_with_marks(read))


def _with_marks(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(nfc(text)) if word and not word.isascii()]


def _strange(text: str) -> list[str]:
    return [word for word in _with_marks(text) if not is_syllable(word)]
