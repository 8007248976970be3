"""What a feed leads to: its entries, in Atom as ours is, or in RSS as many others are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from services.cap import reading
from services.cap.reading import CapUnreadable

ATOM = "{http://www.w3.org/2005/Atom}"
CAP = "application/cap+xml"
# Nobody has more alerts under way; what stands behind them is older.
MOST_ENTRIES = 500
LONGEST, LONGEST_CHANGED = 1000, 40


class NoFeed(ValueError):
    """What was read is no feed; the words say why."""


@dataclass(frozen=True)
class FeedEntry:
    """Where an entry leads, and when what stands there was changed, as the feed says it."""

    url: str
    changed: str


def entries(body: bytes, *, base: str) -> Sequence[FeedEntry]:
    """List the entries of a feed that was found at `base`, the oldest first; raises NoFeed."""
    try:
        root = reading.parsed(body)
    except CapUnreadable as error:
        raise NoFeed(str(error)) from None
    if root.tag == f"{ATOM}feed":
        found = list(_of_atom(root, base))
    elif root.tag == "rss":
        found = list(_of_rss(root, base))
    else:
        raise NoFeed("neither Atom nor RSS")
    return found[:MOST_ENTRIES][::-1]


def _of_atom(root: Any, base: str) -> Iterator[FeedEntry]:
    for entry in root.findall(f"{ATOM}entry"):
        links = entry.findall(f"{ATOM}link")
        chosen = next((one for one in links if one.get("type") == CAP), None)
        if chosen is None:
            chosen = next((one for one in links if one.get("rel", "alternate") == "alternate"), None)
        if chosen is not None:
            yield from _entry(base, chosen.get("href", ""), entry.findtext(f"{ATOM}updated", ""))


def _of_rss(root: Any, base: str) -> Iterator[FeedEntry]:
    for item in root.iterfind("channel/item"):
        yield from _entry(base, item.findtext("link", ""), item.findtext("pubDate", ""))


def _entry(base: str, link: str, changed: str) -> Iterator[FeedEntry]:
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return
    if link.strip() and len(url) <= LONGEST:
        yield FeedEntry(url, changed.strip()[:LONGEST_CHANGED])


def place_of(url: str) -> tuple[str, str]:
    """Tell by what scheme, on which machine and port something lies."""
    try:
        return urlsplit(url)[:2]
    except ValueError:
        return "", ""
