"""A document of CAP 1.2 read without trust: no entities, no network, bounded in its bytes and in its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
LARGEST = 1_048_576
# Parts are counted while they come: a small document of nothing but parts costs more than a large one of words.
PORTION, MOST_PARTS = 4096, 20_000
# More blocks, areas, outlines and references than any office writes; an outline has so many signs.
MOST_INFOS, MOST_AREAS, MOST_OUTLINES, MOST_REFERENCES = 50, 1_000, 1_000, 1_000
# So long may a text be that somebody is to read, and all outlines together.
LONGEST_TEXT, LONGEST_OUTLINES = 100_000, 500_000
# Of words that anybody reads so much is looked at.
LOOKED_AT = 20_000


class CapUnreadable(ValueError):
    """What was read is no alert of CAP 1.2; the words say why."""


@dataclass(frozen=True)
class CapArea:
    """A place: its name, outlines and circles as they are written, and how high and low it reaches."""

    name: str = ""
    polygons: Sequence[str] = ()
    circles: Sequence[str] = ()
    has_altitude: bool = False
    has_ceiling: bool = False


@dataclass(frozen=True)
class CapInfo:
    """One block of what is said; moments are None where they are left out."""

    categories: frozenset[str]
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    language: str = ""
    event: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    severity: str = ""
    sender_name: str = ""
    responses: frozenset[str] = frozenset()
    texts: Sequence[str] = ()
    addresses: Sequence[str] = ()
    areas: Sequence[CapArea] = ()


@dataclass(frozen=True)
class CapDocument:
    """An alert as the rules look at it."""

    identifier: str
    sender: str
    sent: datetime
    status: str
    type: str
    scope: str
    note: str = ""
    restriction: str = ""
    addresses: str = ""
    references: Sequence[str] = ()
    infos: Sequence[CapInfo] = field(default=())


def read(body: bytes) -> CapDocument:
    """Read a document; raises CapUnreadable."""
    root = parsed(body)
    if root.tag != f"{{{NAMESPACE}}}alert":
        raise CapUnreadable("no alert of CAP 1.2")
    _check_bounds(root)
    return CapDocument(
        identifier=_text(root, "identifier"),
        sender=_text(root, "sender"),
        sent=_needed(_moment(root, "sent")),
        status=_words(root, "status"),
        type=_words(root, "msgType"),
        scope=_words(root, "scope"),
        note=_words(root, "note"),
        restriction=_words(root, "restriction"),
        addresses=_words(root, "addresses"),
        references=_references(root),
        infos=tuple(_info(one) for one in _all(root, "info")),
    )


def parsed(body: bytes) -> Any:
    """Read XML that nobody vouches for; raises CapUnreadable."""
    if len(body) > LARGEST:
        raise CapUnreadable("too large")
    # Without comments a text that one stands in is whole.
    parser = etree.XMLPullParser(
        ("start",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    parts = 0
    try:
        for at in range(0, len(body), PORTION):
            parser.feed(body[at : at + PORTION])
            parts += sum(1 + len(node.attrib) for _, node in parser.read_events())
            if parts > MOST_PARTS:
                raise CapUnreadable("too many parts")
        root = parser.close()
    except etree.XMLSyntaxError as error:
        raise CapUnreadable(str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise CapUnreadable("a document type of its own")
    return root


def _check_bounds(root: Any) -> None:
    """See that no more is in an alert than anybody would write; raises CapUnreadable."""
    counted = {
        "info": MOST_INFOS,
        "area": MOST_AREAS,
        "polygon": MOST_OUTLINES,
        "circle": MOST_OUTLINES,
        "resource": MOST_AREAS,
    }
    for name, most in counted.items():
        if sum(1 for _ in root.iter(f"{{{NAMESPACE}}}{name}")) > most:
            raise CapUnreadable(f"too many of {name}")
    outlines = sum(len(one.text or "") for one in root.iter(f"{{{NAMESPACE}}}polygon"))
    if outlines > LONGEST_OUTLINES:
        raise CapUnreadable("too many points")
    for name in ("description", "instruction", "headline", "event", "note", "references"):
        if any(len(one.text or "") > LONGEST_TEXT for one in root.iter(f"{{{NAMESPACE}}}{name}")):
            raise CapUnreadable(f"too long: {name}")


def _references(root: Any) -> Sequence[str]:
    found = tuple(_text(root, "references").split())
    if len(found) > MOST_REFERENCES:
        raise CapUnreadable("too many of references")
    return found


def _info(node: Any) -> CapInfo:
    resources = _all(node, "resource")
    return CapInfo(
        categories=frozenset(_texts(node, "category")),
        effective=_moment(node, "effective"),
        onset=_moment(node, "onset"),
        expires=_moment(node, "expires"),
        language=_words(node, "language"),
        event=_words(node, "event"),
        headline=_words(node, "headline"),
        description=_words(node, "description"),
        instruction=_words(node, "instruction"),
        severity=_words(node, "severity"),
        sender_name=_words(node, "senderName"),
        responses=frozenset(_texts(node, "responseType")),
        texts=tuple(_words(node, name) for name in ("event", "headline", "description", "instruction")),
        addresses=(*_texts(node, "web"), *(uri for one in resources for uri in _texts(one, "uri"))),
        areas=tuple(_area(one) for one in _all(node, "area")),
    )


def _area(node: Any) -> CapArea:
    return CapArea(
        name=_words(node, "areaDesc"),
        polygons=tuple(_texts(node, "polygon")),
        circles=tuple(_texts(node, "circle")),
        has_altitude=bool(_all(node, "altitude")),
        has_ceiling=bool(_all(node, "ceiling")),
    )


def _all(node: Any, name: str) -> Sequence[Any]:
    return list(node.findall(f"{{{NAMESPACE}}}{name}"))


def _texts(node: Any, name: str) -> Sequence[str]:
    # Nearly all texts are in one piece, which is much cheaper to ask for.
    return [("".join(one.itertext()) if len(one) else one.text or "").strip() for one in _all(node, name)]


def _text(node: Any, name: str) -> str:
    return next(iter(_texts(node, name)), "")


def _words(node: Any, name: str) -> str:
    return _text(node, name)[:LOOKED_AT]


def _moment(node: Any, name: str) -> datetime | None:
    """Read a moment that has an offset; raises CapUnreadable for any other."""
    written = _text(node, name)
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise CapUnreadable(f"no moment: {written[:40]}") from None
    if at.tzinfo is None:
        raise CapUnreadable(f"a moment without an offset: {written[:40]}")
    return at


def _needed(at: datetime | None) -> datetime:
    if at is None:
        raise CapUnreadable("without the moment at which it was sent")
    return at
