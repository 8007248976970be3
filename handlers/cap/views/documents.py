"""A message as a document of CAP 1.2: made of its facts alone, so that it is the same whenever it is asked for."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from lxml import etree

from handlers.frame.views import tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from models.cap import CapCause, CapMessage, CapScope, CapType
from models.incidents import IncidentType, Severity
from models.people import Language
from models.tlp import UNLABELLED
from services.cap.facts import VIETNAM, CapFacts, moment
from services.cap.reading import NAMESPACE
from services.notation.spelling import nfc
from services.places import communes

# With " …" it stays below the 140 characters that readers show.
HEADLINE = 135
LANGUAGES = {Language.VIETNAMESE: "vi-VN", Language.ENGLISH: "en"}
# What the official codes of communes and provinces are called.
COMMUNE, PROVINCE = "VN-COMMUNE", "VN-PROVINCE"
ATTACK = ("Security", "Infra")
CATEGORIES: Mapping[IncidentType, Sequence[str]] = {
    IncidentType.TECHNICAL: ("Infra",),
    IncidentType.OPERATION: ("Infra",),
    IncidentType.DISASTER: ("Safety", "Infra"),
    IncidentType.OTHER: ("Other",),
}
SEVERITIES = {
    Severity.LOW: "Minor",
    Severity.MEDIUM: "Moderate",
    Severity.SERIOUS: "Severe",
    Severity.CRITICAL: "Extreme",
}
GRAVE = (Severity.SERIOUS, Severity.CRITICAL)
# Where a reader might see a tag.
MARKUP_BEGINS = re.compile(r"<(?=[A-Za-z/!])")
# What has its letters written, and those after it, in another direction.
TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def written(readers: Sequence[Reader], department: str, message: CapMessage, *, web: str | None = None) -> bytes:
    """Write a message in the order of the schema, with a block of what is said for each reader.

    The first is the Vietnamese one: whoever takes no more than one block takes that.
    """
    facts = CapFacts.read(message.facts)
    root = etree.Element(_name("alert"), nsmap={None: NAMESPACE})
    _put(root, "identifier", message.identifier)
    _put(root, "sender", message.sender)
    _put(root, "sent", moment(message.sent_at))
    _put(root, "status", "Exercise" if facts.is_exercise else "Actual")
    _put(root, "msgType", message.type.value)
    _put(root, "scope", message.scope.value)
    if message.scope is CapScope.RESTRICTED:
        _put(root, "restriction", tlp.label(facts.tlp or UNLABELLED))
    if note := _note(readers, message, facts):
        _put(root, "note", note)
    if message.references:
        _put(root, "references", message.references)
    _put(root, "incidents", facts.code)
    # What was taken back is named, and nothing is said of it.
    for reader in readers if message.type is not CapType.CANCEL else ():
        _write_info(root, reader, department, message, facts, web)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _note(readers: Sequence[Reader], message: CapMessage, facts: CapFacts) -> str:
    """Name the exercise, and say of what is taken back that it may not be over."""
    said = [reader.label("cap-withdrawn") for reader in readers if message.type is CapType.CANCEL]
    return " ".join([*([facts.code] if facts.is_exercise else []), *said])


def headline(reader: Reader, facts: CapFacts) -> str:
    """Say in a line what happened; a drill and an end say so first, and what is taken back says its code alone."""
    said = _said(reader, facts)
    return shorten(reader.label("cap-headline-drill", headline=said) if facts.is_exercise else said, HEADLINE)


def _said(reader: Reader, facts: CapFacts) -> str:
    if facts.cause is CapCause.WITHDRAWN:
        return reader.label("cap-headline-withdrawn", code=facts.code)
    title = shorten(_title(reader, facts), HEADLINE)
    return reader.label("cap-headline-end" if facts.cause is CapCause.ALL_CLEAR else "cap-headline", title=title)


def description(reader: Reader, facts: CapFacts) -> str:
    """Say how things stand, what was done, and since when."""
    parts = [
        reader.label("cap-drill") if facts.is_exercise else "",
        reader.label("cap-reopened") if facts.cause is CapCause.REOPENED else "",
        reader.label("cap-own-words") if _is_typed(reader, facts) else "",
        clean(reader.own(facts.words)),
        _under(reader, "cap-actions", facts.actions),
        reader.label("cap-began", at=_local(facts.began_at)) if facts.began_at is not None else "",
        reader.label("cap-severity", severity=reader.label(f"severity-{facts.severity}")),
    ]
    # Without words of its own it would say less than the headline.
    return "\n".join(filter(None, parts)) or headline(reader, facts)


def _is_typed(reader: Reader, facts: CapFacts) -> bool:
    """Tell whether any words are somebody's own: what the product wrote stands in the reader's language."""
    return any(_stays(reader, text) for text in (facts.title, facts.words, facts.actions, facts.needs))


def _stays(reader: Reader, text: str) -> bool:
    """Tell whether a line of a text is the same in every language."""
    lines = {line for line in text.split("\n") if line.strip()}
    return all(lines & set(replace(reader, language=one).own(text).split("\n")) for one in Language)


def clean(text: str) -> str:
    """Give a text as XML can hold it and a reader can trust it.

    Left out are controls, and what turns the direction of what follows; what looks like markup becomes plain.
    """
    composed = nfc(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept = "".join(one for one in composed if one == "\n" or not _is_unwritable(one))
    return MARKUP_BEGINS.sub("‹", kept).strip()


def _is_unwritable(sign: str) -> bool:
    """Tell whether a sign is a control, half of one, none at all, or turns the direction."""
    is_none = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return is_none or unicodedata.category(sign) in {"Cc", "Cs"} or unicodedata.bidirectional(sign) in TURNING


def _write_info(
    root: Any, reader: Reader, department: str, message: CapMessage, facts: CapFacts, web: str | None
) -> None:
    info = etree.SubElement(root, _name("info"))
    is_end = facts.cause is CapCause.ALL_CLEAR
    _put(info, "language", LANGUAGES[reader.language])
    for category in CATEGORIES.get(facts.type, ATTACK):
        _put(info, "category", category)
    _put(info, "event", _event(reader, facts))
    _put(info, "responseType", "AllClear" if is_end else "Monitor")
    _put(info, "urgency", _urgency(facts))
    _put(info, "severity", "Minor" if is_end else SEVERITIES[facts.severity])
    _put(info, "certainty", "Observed")
    _put(info, "effective", moment(message.sent_at))
    _put(info, "expires", moment(message.expires_at))
    _put(info, "senderName", clean(reader.label("cap-sender-name", department=department)))
    _put(info, "headline", headline(reader, facts))
    _put(info, "description", description(reader, facts))
    _put(info, "instruction", _instruction(reader, department, facts))
    if web is not None:
        _put(info, "web", web)
    _write_area(info, reader, facts)


def _title(reader: Reader, facts: CapFacts) -> str:
    """Give the title as somebody typed it; whoever may not understand it reads first of what kind it is."""
    title = clean(reader.own(facts.title)).replace("\n", " ")
    return title if reader.language is Language.VIETNAMESE else f"{_event(reader, facts)}: {title}"


def _event(reader: Reader, facts: CapFacts) -> str:
    return reader.label(f"type-{facts.type.replace('_', '-')}")


def _urgency(facts: CapFacts) -> str:
    if facts.cause is CapCause.ALL_CLEAR:
        return "Past"
    return "Immediate" if facts.severity in GRAVE else "Expected"


def _instruction(reader: Reader, department: str, facts: CapFacts) -> str:
    if facts.cause is CapCause.ALL_CLEAR:
        return reader.label("cap-instruction-end")
    if facts.is_exercise:
        return reader.label("cap-instruction-drill")
    return _under(reader, "cap-needs", facts.needs) or reader.label("cap-instruction", department=department)


def _under(reader: Reader, key: str, words: str) -> str:
    """Give words under their heading, or nothing; they may be longer than a text's values."""
    return f"{reader.label(key)} {cleaned}" if (cleaned := clean(reader.own(words))) else ""


def _local(at: datetime) -> str:
    return at.astimezone(VIETNAM).strftime("%H:%M, %d/%m/%Y")


def _write_area(info: Any, reader: Reader, facts: CapFacts) -> None:
    """Write where it is: by the official codes, without outlines."""
    area = etree.SubElement(info, _name("area"))
    names = [_commune(code) for code in facts.communes]
    _put(area, "areaDesc", ", ".join(names) or communes.province(facts.province_code).name)
    codes = [(COMMUNE, code) for code in facts.communes] or [(PROVINCE, facts.province_code)]
    for name, code in codes:
        geocode = etree.SubElement(area, _name("geocode"))
        _put(geocode, "valueName", name)
        _put(geocode, "value", code)


def _commune(code: str) -> str:
    """Name a commune; one that is no more has its code alone."""
    try:
        return communes.commune(code).name
    except communes.CommuneUnknown:
        return code


def _put(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, _name(name)).text = text


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
