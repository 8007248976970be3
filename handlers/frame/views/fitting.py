"""Texts that stay within Telegram's limit of 4,096 characters: what matters least gives way first."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

# A preview sets some lines of its own around a card.
LONGEST = 3800
# So much of what was typed is said back to the person who typed it.
ECHOED = 40
TAG = re.compile("<[^>]*>")
# So many letters each button of a row shows, by how many stand in it; Telegram cuts off the rest.
WIDEST_OF = {1: 38, 2: 18, 3: 13, 4: 8, 5: 6}


@dataclass(frozen=True)
class Room:
    """How many characters the parts of a text may take: a description, other long words, what an answer brings."""

    description: int = 600
    words: int = 2000
    offer: int = 2000


ROOMS = (Room(), Room(words=1000, offer=100), Room(description=250, words=250, offer=0))


def length(text: Markup) -> int:
    """Count the characters that Telegram counts: tags are none, and an escaped sign is one."""
    return len(Markup(TAG.sub("", text)).unescape())  # noqa: S704 - only measured, never shown


def first_that_fits(versions: Iterable[Markup], *, longest: int = LONGEST) -> Markup:
    """Give the first version of a text that fits into so many characters, or the last one; there must be one."""
    for version in versions:
        if length(version) <= longest:
            break
    return version


@lru_cache(maxsize=4096)
def width_of(label: str) -> int:
    """Measure a button's label in letters: an emoji is as wide as two, and what only changes a sign has no width."""
    return sum(_width(sign) for sign in label)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" or unicodedata.category(sign) == "So" else 1


def fits_a_row(labels: Sequence[str]) -> bool:
    """Tell whether the labels of a row's buttons are whole on a phone (390 points wide)."""
    widest = WIDEST_OF.get(len(labels), min(WIDEST_OF.values()))
    return all(width_of(label) <= widest for label in labels)


def fits_two_a_row(labels: Iterable[str]) -> bool:
    """Tell whether labels are whole on a phone wherever two of them stand in a row."""
    return all(width_of(label) <= WIDEST_OF[2] for label in labels)


def rows_that_fit(labels: Sequence[str]) -> Sequence[int]:
    """Split a row in as few as show all labels whole, in their order; gives how many stand in each.

    A label that is too long even alone stands alone.
    """
    if len(labels) < 2 or fits_a_row(labels):
        return (len(labels),)
    most = next((count for count in range(len(labels) - 1, 1, -1) if fits_a_row(labels[:count])), 1)
    return (most, *rows_that_fit(labels[most:]))


def shorten(text: str, limit: int) -> str:
    """Cut a text after a word, with an ellipsis, where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
