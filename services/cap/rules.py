"""The rules of CAP 1.2 that its schema cannot say; `cap-rule-…` says each in words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from services.cap.reading import CapDocument, CapInfo

FORBIDDEN = re.compile(r"[\s,<&]")
MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>")
# Readers cut longer headlines off.
HEADLINE = 140
FOLLOWING = frozenset({"Update", "Cancel", "Ack", "Error"})
# A triangle, and its first corner again.
FEWEST_PAIRS = 4

Breaks = Callable[[CapDocument], bool]


def broken(document: CapDocument, *, among: Iterable[str] | None = None) -> Sequence[str]:
    """Name the rules that a document breaks; only those `among` some are looked at."""
    return [word for word in (RULES if among is None else among) if RULES[word](document)]


def _any_info(breaks: Callable[[CapDocument, CapInfo], bool]) -> Breaks:
    """Make a rule for the document of one for each block."""
    return lambda document: any(breaks(document, info) for info in document.infos)


def _names_what_came_later(document: CapDocument) -> bool:
    """Tell whether a reference is none, or names something that was not sent before."""
    return any(not _is_earlier(one, document) for one in document.references)


def _is_earlier(reference: str, document: CapDocument) -> bool:
    parts = reference.split(",")
    if len(parts) != 3 or not all(parts):
        return False
    sender, identifier, sent = parts
    try:
        at = datetime.fromisoformat(sent)
    except ValueError:
        return False
    if at.tzinfo is None or (sender, identifier) == (document.sender, document.identifier):
        return False
    return at <= document.sent


def _moments(info: CapInfo) -> Iterable[datetime]:
    return (one for one in (info.effective, info.onset, info.expires) if one is not None)


def _ends_before_it_begins(_document: CapDocument, info: CapInfo) -> bool:
    begins = [one for one in (info.effective, info.onset) if one is not None]
    return info.expires is not None and any(one > info.expires for one in begins)


def _pairs(written: str) -> Sequence[tuple[float, float]] | None:
    """Read pairs of latitude and longitude; None where they are none on this Earth."""
    found = []
    for pair in written.split():
        try:
            latitude, longitude = map(float, pair.split(","))
        except ValueError:
            return None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        found.append((latitude, longitude))
    return found


def _is_open(written: str) -> bool:
    pairs = _pairs(written)
    return pairs is not None and (len(pairs) < FEWEST_PAIRS or pairs[0] != pairs[-1])


def _lies_nowhere(_document: CapDocument, info: CapInfo) -> bool:
    centres = [(circle.split() or [""])[0] for area in info.areas for circle in area.circles]
    outlines = [polygon for area in info.areas for polygon in area.polygons]
    return any(not _pairs(one) for one in (*centres, *outlines))


def _is_relative(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return not (parts.scheme and (parts.netloc or parts.path))


RULES: Mapping[str, Breaks] = {
    "name-letters": lambda it: any(not one or FORBIDDEN.search(one) for one in (it.identifier, it.sender)),
    "references-missing": lambda it: it.type in FOLLOWING and not it.references,
    "references-earlier": _names_what_came_later,
    "restriction-missing": lambda it: it.scope == "Restricted" and not it.restriction,
    "addresses-missing": lambda it: it.scope == "Private" and not it.addresses,
    "note-missing": lambda it: (it.status == "Exercise" or it.type == "Error") and not it.note,
    "categories-same": lambda it: len({info.categories for info in it.infos}) > 1,
    "before-sent": _any_info(lambda it, info: any(one < it.sent for one in _moments(info))),
    "expires-last": _any_info(_ends_before_it_begins),
    "headline-length": _any_info(lambda _it, info: len(info.headline) >= HEADLINE),
    "markup": _any_info(lambda _it, info: any(MARKUP.search(one) for one in info.texts)),
    "web-absolute": _any_info(lambda _it, info: any(_is_relative(one) for one in info.addresses)),
    "on-earth": _any_info(_lies_nowhere),
    "polygon-closed": _any_info(lambda _it, info: any(_is_open(one) for area in info.areas for one in area.polygons)),
    "ceiling-alone": _any_info(lambda _it, info: any(one.has_ceiling and not one.has_altitude for one in info.areas)),
}
