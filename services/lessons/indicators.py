"""Signs by which an attack is known (addresses, hashes, domains): read in any writing, kept so that nobody opens one.

"Defanged" is the field's word: hxxp for http, [.] for the dots of a host, so that no program makes a link of it.
"""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.ground.refusals import Refusal
from services.notation.emails import EMAIL, HOST
from services.notation.spelling import tidy_line, tidy_text

MOST_INDICATORS = 20
LENGTH = 200
# What all of them may have together, so that a lesson is one message.
LENGTH_OF_ALL = 900
HASHES = frozenset({32, 40, 64, 128})
# Names of programs look like domains.
PROGRAMS = (
    *("exe", "dll", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js", "jse", "hta", "lnk", "jar"),
    *("doc", "docx", "docm", "xls", "xlsx", "xlsm", "pdf", "zip", "rar", "7z", "iso", "img", "php", "aspx", "jsp"),
)
_PLAIN = (
    (re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)", re.IGNORECASE), "."),
    (re.compile(r"\[:\]"), ":"),
    (re.compile(r"\[@\]|\[at\]|\(at\)", re.IGNORECASE), "@"),
    (re.compile(r"\[(://?)\]"), r"\1"),
    (re.compile(r"\bhxxp(?=s?://)", re.IGNORECASE), "http"),
    (re.compile(r"\bfxp(?=://)", re.IGNORECASE), "ftp"),
)
_DOMAIN = re.compile(HOST)
_LINK = re.compile(r"(?P<scheme>https?|ftp)://(?P<host>[^/\s?#]+)(?P<rest>[^\s]*)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]+")
_HASH = re.compile(r"[0-9a-f]+", re.IGNORECASE)


class IndicatorKind(StrEnum):
    """What a sign is, as it is told by its look."""

    LINK = "link"
    EMAIL = "email"
    ADDRESS = "address"
    HASH = "hash"
    FILE = "file"
    DOMAIN = "domain"


class IndicatorUnreadable(Refusal):
    """The `line` is no address, hash, domain, link, mail address or name of a program."""


class IndicatorsTooMany(Refusal):
    """There are more than `limit` indicators, or together they are longer than `length` characters."""


@dataclass(frozen=True)
class Indicator:
    """A sign of an attack: what it is, and how it is written so that no program opens it."""

    kind: IndicatorKind
    defanged: str


def plain(text: str) -> str:
    """Write what is defanged as it was: "hxxp://a[.]b" gives "http://a.b"."""
    for written, meant in _PLAIN:
        text = written.sub(meant, text)
    return text


def read(text: str) -> Sequence[Indicator]:
    """Read signs, one a line or several in a line, each once; raises IndicatorUnreadable or IndicatorsTooMany."""
    lines = [line.lstrip("-*• ") for line in tidy_text(text).splitlines()]
    found = list(dict.fromkeys(_read_one(part) for line in lines for part in _parts(line)))
    if len(found) > MOST_INDICATORS or len(kept(found)) > LENGTH_OF_ALL:
        raise IndicatorsTooMany(limit=MOST_INDICATORS, length=LENGTH_OF_ALL)
    return found


def kept(indicators: Sequence[Indicator]) -> str:
    """Write signs as a lesson keeps them, one a line."""
    return "\n".join(one.defanged for one in indicators)


def without_links(text: str) -> str:
    """Write each link in a text as a sign is written, so that nobody who reads of an attack opens what it came by."""
    return _LINK.sub(_defanged_link, text)


def _parts(line: str) -> Sequence[str]:
    """Part a line in which several signs stand; the name of a program may have spaces, and stays whole."""
    parts = [part for part in _BETWEEN.split(line) if part]
    kinds = {_kind_of(plain(part)) for part in parts} - {None, IndicatorKind.FILE}
    return parts if kinds else [line] if line else []


def _read_one(line: str) -> Indicator:
    meant = plain(tidy_line(line))
    kind = _kind_of(meant) if len(meant) <= LENGTH else None
    if kind is None:
        raise IndicatorUnreadable(line=line[:LENGTH])
    return Indicator(kind, _defanged(kind, meant))


def _kind_of(meant: str) -> IndicatorKind | None:
    if _LINK.fullmatch(meant):
        return IndicatorKind.LINK
    if EMAIL.fullmatch(meant):
        return IndicatorKind.EMAIL
    if _is_address(meant):
        return IndicatorKind.ADDRESS
    if _HASH.fullmatch(meant) and len(meant) in HASHES:
        return IndicatorKind.HASH
    if meant.rpartition(".")[2].lower() in PROGRAMS and not meant.startswith("."):
        return IndicatorKind.FILE
    return IndicatorKind.DOMAIN if _DOMAIN.fullmatch(meant) else None


def _is_address(meant: str) -> bool:
    """Tell whether it is an address of the internet, or a range of such."""
    try:
        ipaddress.ip_network(meant, strict=False)
    except ValueError:
        return False
    # A bare number is one to Python.
    return "." in meant or ":" in meant


def _defanged(kind: IndicatorKind, meant: str) -> str:
    match kind:
        case IndicatorKind.LINK:
            return _LINK.sub(_defanged_link, meant)
        case IndicatorKind.HASH:
            return meant.lower()
        case IndicatorKind.FILE:
            return meant
        case IndicatorKind.EMAIL:
            return meant.replace("@", "[@]").replace(".", "[.]")
        case _:
            return meant.replace(".", "[.]").replace(":", "[:]")


def _defanged_link(found: re.Match[str]) -> str:
    scheme = found["scheme"].lower()
    scheme = "fxp" if scheme == "ftp" else scheme.replace("tt", "xx")
    host = found["host"].replace(".", "[.]").replace("@", "[@]")
    return f"{scheme}://{host}{found['rest']}"
