"""Signs by which an attack is known (addresses, hashes, domains): read in any writing, kept so that nobody opens one.

"Defanged" is the field's word: hxxp for http, [.] for the dots of a host, so that no program makes a link of it.
"""

import ipaddress
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.ground.refusals import Refusal
from services.notation.emails import EMAIL, HOST
from services.notation.links import LINK, defanged_host, without_links
from services.notation.spelling import tidy_line, tidy_text

MOST_INDICATORS = 20
LENGTH = 200
# What all of them may have together, so that a lesson is one message.
LENGTH_OF_ALL = 900
HASHES = frozenset({32, 40, 64, 128})
# A phone number has so many digits; one whose end is left open so many.
WHOLE_PHONE, SHORT_PHONE = 8, 4
# Names of programs look like domains.
PROGRAMS = (
    *("exe", "dll", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js", "jse", "hta", "lnk", "jar"),
    *("doc", "docx", "docm", "xls", "xlsx", "xlsm", "pdf", "zip", "rar", "7z", "iso", "img", "php", "aspx", "jsp"),
)
# What is also the ending of domains is a program's only where nothing else is parted by dots.
OR_PROGRAMS = ("sh", "py", "so", "app", "pl")
ALSO_FILES = (
    "txt",
    "html",
    "htm",
    "svg",
    "elf",
    "bin",
    "dat",
    "apk",
    "ipa",
    "dmg",
    "deb",
    "rpm",
    "rtf",
    "csv",
    "tmp",
    "log",
)
_PLAIN = (
    (re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\[\.(?!\w*\])|(?<=\w)\[?\.\](?=\w)", re.IGNORECASE), "."),
    (re.compile(r"\[:\]"), ":"),
    (re.compile(r"\[/\]"), "/"),
    (re.compile(r"\[@\]|\[at\]|\(at\)", re.IGNORECASE), "@"),
    (re.compile(r"\[(://?)\]"), r"\1"),
    (re.compile(r"\bhxxp(?=s?://)", re.IGNORECASE), "http"),
    (re.compile(r"\bfxp(?=://)", re.IGNORECASE), "ftp"),
)
_DOMAIN = re.compile(rf"(?:\*\.)?{HOST}(?P<port>:\d{{1,5}})?")
_BARE = re.compile(rf"(?P<host>{HOST}(?::\d{{1,5}})?)(?P<rest>[/?#]\S*)")
_WITH_PORT = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<four>\d+\.\d+\.\d+\.\d+)):\d{1,5}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;()]+")
_BULLET = re.compile(r"^\s*(?:[-•]+\s*|\*\s+)+")
_NOTE = re.compile(r"\(([^()]*)\)")
_HASH = re.compile(r"[0-9a-f]+", re.IGNORECASE)
_PATH = re.compile(r"(?:[a-z]:\\|\\\\|%\w+%\\|~?/)\S.*|\.[a-z0-9]{2,12}", re.IGNORECASE)
_REGISTRY = re.compile(r"(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKU)\\.+", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\dx*\s-]{2,17}", re.IGNORECASE)
# What stands before a sign to say of which kind it is, as reports and programs write it.
_NAMED = re.compile(
    r"(?:ipv?[46]?|địa chỉ(?: ip)?|domain|tên miền|url|link|liên kết|md5|sha-?(?:1|256|384|512)|hash|mã băm"
    r"|e-?mail|thư|file|tệp|số(?: điện thoại)?|đầu số)\s*[:=]?\s+",
    re.IGNORECASE,
)


class IndicatorKind(StrEnum):
    """What a sign is, as it is told by its look."""

    LINK = "link"
    EMAIL = "email"
    ADDRESS = "address"
    HASH = "hash"
    FILE = "file"
    DOMAIN = "domain"
    REGISTRY = "registry"
    PHONE = "phone"


class IndicatorUnreadable(Refusal):
    """The `line` is no address, hash, domain, link, mail address, file, key of a registry or phone number."""


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
    found, unread = sort(text)
    if unread:
        raise IndicatorUnreadable(line=unread[0])
    return found


def sort(text: str) -> tuple[Sequence[Indicator], Sequence[str]]:
    """Read signs, each once, and give beside them the lines that are none; raises IndicatorsTooMany."""
    lines = [_BULLET.sub("", line) for line in tidy_text(text).splitlines()]
    parts = [part for line in lines for part in _parts(line)]
    tried = dict.fromkeys((part, _read_one(part)) for part in parts)
    found = list(dict.fromkeys(one for _, one in tried if one is not None))
    if len(found) > MOST_INDICATORS or len(kept(found)) > LENGTH_OF_ALL:
        raise IndicatorsTooMany(limit=MOST_INDICATORS, length=LENGTH_OF_ALL)
    return found, [part[:LENGTH] for part, one in tried if one is None]


def kept(indicators: Sequence[Indicator]) -> str:
    """Write signs as a lesson keeps them, one a line."""
    return "\n".join(one.defanged for one in indicators)


def _parts(line: str) -> Sequence[str]:
    """Part a line in which several signs stand; the name of a program may have spaces, and stays whole.

    Words in brackets behind a sign are a note, and no sign.
    """
    line = _NAMED.sub("", line, count=1) if _NAMED.match(line) else line
    parts = [part for part in _BETWEEN.split(line) if part]
    told = [part for part in parts if _kind_of(_meant(part)) not in (None, IndicatorKind.FILE, IndicatorKind.PHONE)]
    if not told:
        return [line] if line else []
    notes = {word for note in _NOTE.findall(line) for word in _BETWEEN.split(note)}
    return [part for part in parts if not _is_aside(part, notes)]


def _is_aside(part: str, notes: Collection[str]) -> bool:
    """Tell whether a word beside signs is none, and need not be: the name of a kind, or a word in brackets."""
    return _kind_of(_meant(part)) is None and (part in notes or _NAMED.fullmatch(f"{part} ") is not None)


def _meant(part: str) -> str:
    """Give what is meant, without quotes around it and the full stop of a sentence behind it."""
    meant = plain(tidy_line(part)).strip("\"'“”‘’`<>")
    return meant.rstrip(".,;") if not meant.startswith(".") else meant


def _read_one(line: str) -> Indicator | None:
    meant = _meant(line)
    kind = _kind_of(meant) if len(meant) <= LENGTH else None
    return Indicator(kind, _defanged(kind, meant)) if kind is not None else None


def _kind_of(meant: str) -> IndicatorKind | None:
    if LINK.fullmatch(meant):
        return IndicatorKind.LINK
    if EMAIL.fullmatch(meant):
        return IndicatorKind.EMAIL
    if _is_address(meant):
        return IndicatorKind.ADDRESS
    if _HASH.fullmatch(meant) and len(meant) in HASHES:
        return IndicatorKind.HASH
    if _REGISTRY.fullmatch(meant):
        return IndicatorKind.REGISTRY
    if _is_file(meant):
        return IndicatorKind.FILE
    if _DOMAIN.fullmatch(meant):
        return IndicatorKind.DOMAIN
    if _BARE.fullmatch(meant):
        return IndicatorKind.LINK
    return IndicatorKind.PHONE if _is_phone(meant) else None


def _is_file(meant: str) -> bool:
    """Tell whether it is a path, or a name that ends as those of programs and documents do."""
    if _PATH.fullmatch(meant):
        return True
    name, _, ending = meant.rpartition(".")
    endings = (*PROGRAMS, *ALSO_FILES, *(() if "." in name or "/" in name else OR_PROGRAMS))
    return bool(name) and ending.lower() in endings


def _is_phone(meant: str) -> bool:
    """Tell whether it is a number that calls or writes, whole or with its last digits left open (1900xxxx)."""
    digits = sum(one.isdigit() for one in meant)
    return bool(_PHONE.fullmatch(meant)) and (digits >= WHOLE_PHONE or (digits >= SHORT_PHONE and "x" in meant.lower()))


def _is_address(meant: str) -> bool:
    """Tell whether it is an address of the internet, with its port or without, or a range of such."""
    if ported := _WITH_PORT.fullmatch(meant):
        meant = ported["six"] or ported["four"]
    try:
        ipaddress.ip_network(meant, strict=False)
    except ValueError:
        return False
    # A bare number is one to Python.
    return "." in meant or ":" in meant


def _defanged(kind: IndicatorKind, meant: str) -> str:
    match kind:
        case IndicatorKind.LINK:
            return without_links(meant) if LINK.fullmatch(meant) else _BARE.sub(_defanged_bare, meant)
        case IndicatorKind.HASH:
            return meant.lower()
        case IndicatorKind.FILE | IndicatorKind.REGISTRY | IndicatorKind.PHONE:
            return meant
        case IndicatorKind.EMAIL:
            return meant.replace("@", "[@]").replace(".", "[.]")
        case IndicatorKind.DOMAIN:
            return meant.replace(".", "[.]")
        case _:
            return _defanged_address(meant)


def _defanged_address(meant: str) -> str:
    address, colon, port = meant, "", ""
    if _WITH_PORT.fullmatch(meant):
        address, colon, port = meant.rpartition(":")
    return address.replace(".", "[.]").replace(":", "[:]") + colon + port


def _defanged_bare(found: re.Match[str]) -> str:
    return f"{defanged_host(found)}{found['rest']}"
