"""A feed in Atom: an entry for each message, whose link leads to its document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml import etree

from handlers.cap.views import documents
from handlers.frame.views.reader import Reader
from models.cap import CapMessage, CapScope
from services.cap.facts import CapFacts, moment

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CAP = "application/cap+xml"
NAMES = {CapScope.PUBLIC: "feed", CapScope.RESTRICTED: "feed-restricted"}
TITLES = {CapScope.PUBLIC: "cap-feed", CapScope.RESTRICTED: "cap-feed-restricted"}
# The year from which the name of a feed is counted; it never changes, so that readers know the feed again.
SINCE = 2026


@dataclass(frozen=True)
class FeedOrder:
    """Which feed is written, by whom, since when it says what it says, and at which address others reach it."""

    scope: CapScope
    sender: str
    department: str
    updated: datetime
    address: str | None = None


def written(reader: Reader, order: FeedOrder, messages: Sequence[CapMessage]) -> bytes:
    """Write a feed of these messages."""
    root = etree.Element(_name("feed"), {LANGUAGE: documents.LANGUAGES[reader.language]}, nsmap={None: ATOM})
    _put(root, "id", f"tag:{order.sender},{SINCE}:{NAMES[order.scope]}")
    _put(root, "title", reader.label(TITLES[order.scope], department=order.department))
    _put(root, "updated", moment(order.updated))
    _put(etree.SubElement(root, _name("author")), "name", order.department)
    if order.address is not None:
        etree.SubElement(root, _name("link"), rel="self", href=f"{order.address}/cap/{NAMES[order.scope]}.atom")
    for message in messages:
        _write_entry(root, reader, order, message)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _write_entry(root: Any, reader: Reader, order: FeedOrder, message: CapMessage) -> None:
    facts = CapFacts.read(message.facts)
    entry = etree.SubElement(root, _name("entry"))
    # A sender is an address or the name of a machine, as tags want it.
    _put(entry, "id", f"tag:{message.sender},{message.sent_at.year}:{message.identifier}")
    _put(entry, "title", documents.headline(reader, facts))
    _put(entry, "updated", moment(message.sent_at))
    # Without an address of its own the link is read from where the feed was found.
    where = f"{order.address}/cap/" if order.address is not None else ""
    href = f"{where}{message.identifier}.xml"
    etree.SubElement(entry, _name("link"), rel="alternate", type=CAP, href=href)
    # Many readers know only the link that names no kind.
    etree.SubElement(entry, _name("link"), rel="alternate", href=href)


def _put(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, _name(name)).text = text


def _name(name: str) -> str:
    return f"{{{ATOM}}}{name}"
