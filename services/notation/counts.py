"""How many of what: "8 người", "hai mươi đội", "3 xe", as people write it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from models.capabilities import Unit
from services.notation.numbers import in_digits
from services.notation.spelling import nfc, without_marks

_UNITS = {
    Unit.PEOPLE: "nguoi|ng|nhan vien|nhan su|nhan luc|can bo|ky thuat vien|ktv|ky thuat|cong nhan|tho|chuyen gia"
    "|k[yi] su|anh em|ae|dong chi|d/c"
    "|people|persons?|technicians?|engineers?|staff",
    Unit.TEAMS: "doi|to|nhom|kip|teams?|crews?",
    Unit.MACHINES: "may|generators?",
    Unit.VEHICLES: "xe|trucks?|vehicles?",
    Unit.SETS: "bo|sets?",
    Unit.STATIONS: "tram|stations?",
    Unit.PIECES: "chiec|cai|flycam|drones?|pieces?",
    Unit.ITEMS: "thiet bi|items?",
    Unit.LINES: "duong|tuyen|kenh|lines?",
    Unit.PLACES: "cho|diem|noi|places?",
    Unit.KILOMETRES: "km|cay so|ki lo met|kilomet(?:re|er)s?",
}
# What follows the number of one kind, and of another kind nearly so: "2 chiếc máy" is two machines.
_ANY_THING = "chiec|cai"
_COUNTED_IN_A_LINE = (
    Unit.PEOPLE,
    Unit.TEAMS,
    Unit.MACHINES,
    Unit.VEHICLES,
    Unit.SETS,
    Unit.STATIONS,
    Unit.PIECES,
)
_NUMBER = (
    r"(?<![\w/:.,–-])(?:(?P<from>(?<!\d[/:.])\d{1,4})"
    r" ?(?:[-–~,]|den|toi|hoac|hay|(?:to|or)(?= \d+ (?:[a-z]+s|people|staff)\b)) ?)?"
    r"(?P<number>\d{1,4}) ?(?:%s)\b"
)
_COUNTS = [(unit, re.compile(_NUMBER % _UNITS[unit])) for unit in _COUNTED_IN_A_LINE]
# How many it is about, and no number: "khoảng chục người", "vài đội".
_ABOUT = re.compile(
    r"(?<![\w-])(?:(?:khoang|tam|chung|co|hon|gan|about|around|some) )?"
    r"(?:(?:vai|dam)(?: (?:ba|bay))?(?: (?:chuc|tram))?|may (?:chuc|tram)|hang (?:chuc|tram)|chuc"
    rf"|(?:a )?dozens?(?: of)?|several|a few) (?:{'|'.join(_UNITS[unit] for unit in _COUNTED_IN_A_LINE)})\b"
)
_BARE = re.compile(r"(?:[^\W\d]+ ){0,2}?\+?(?P<number>\d{1,6})[.!]?")
# What divides a line into what is said one after the other; "5,5 kVA" is one number.
_DIVIDES = re.compile(r"[;\n+&]|,(?!\d)|(?<!\w)(?:va|and)(?!\w)")
# What is said around a number and adds nothing to it.
_ADDS_NOTHING = re.compile(
    r"(?:khoang|tam|chung|co|cu|gom|the|nua|la|duoc|se|di|toi|den|hien|ben|em|minh|don|vi|da|a|nhe|about|around|we|can"
    r"|send|bring|come|with|have)"
)
_BEFORE_BARE = frozenset({"khoang", "tam", "chung", "hon", "du", "co", "cu", "about", "around"})


@dataclass(frozen=True)
class Count:
    """A number that was said, and what it counts."""

    number: int
    unit: Unit


@dataclass(frozen=True)
class Spot:
    """Where a text counts something, from which letter to which; `is_vague` says that it is one of "20-30 người"."""

    count: Count
    start: int
    end: int
    is_vague: bool


def spots_in(words: str) -> tuple[Spot, ...]:
    """Find what is counted in small letters without marks, numbers in digits, in its order."""
    found = [
        Spot(Count(int(match["number"]), unit), match.start(), match.end(), bool(match["from"]))
        for unit, pattern in _COUNTS
        for match in pattern.finditer(words)
    ]
    return tuple(sorted(found, key=lambda spot: spot.start))


def about_in(words: str) -> tuple[tuple[int, int], ...]:
    """Find from where to where words like those of `spots_in` say only about how many it is."""
    return tuple(found.span() for found in _ABOUT.finditer(words))


def counts_in(text: str) -> tuple[Count, ...] | None:
    """Find what is counted in a text; nothing (None) where a number is said as "20-30 người"."""
    found = spots_in(without_marks(in_digits(text)))
    if any(spot.is_vague for spot in found):
        return None
    return tuple(spot.count for spot in found)


def read_bare(text: str) -> int | None:
    """Read a number that stands alone, or after a word such as "khoảng"; else give nothing."""
    found = _BARE.fullmatch(without_marks(in_digits(text)))
    if found is None or not set(found[0].split()[:-1]) <= _BEFORE_BARE:
        return None
    return int(found["number"])


def read_count(text: str, *, unit: Unit) -> int | None:
    """Read the one number of a text that is bare or followed by the unit; of several, or of none, give nothing."""
    bare = read_bare(text)
    if bare is not None:
        return bare
    words = without_marks(in_digits(text))
    names = _UNITS[unit] if unit is Unit.PEOPLE else f"{_UNITS[unit]}|{_ANY_THING}"
    found = list(re.finditer(_NUMBER % names, words))
    if len(found) != 1 or found[0]["from"]:
        return None
    return int(found[0]["number"])


def said_beside(text: str, *, units: Collection[Unit]) -> str:
    """Give the parts of a text that say more than a bare number, or how many of some units, as they were written."""
    text = nfc(text)
    words = without_marks(text)
    text = text if len(text) == len(words) else words
    ends = [0, *(end for found in _DIVIDES.finditer(words) for end in found.span()), len(text)]
    parts = (text[start:end].strip(" \t.!,") for start, end in zip(ends[::2], ends[1::2], strict=True))
    return ", ".join(part for part in parts if part and not _only_counts(part, units))


def _only_counts(part: str, units: Collection[Unit]) -> bool:
    """Tell whether a part is a number and what it counts, with nothing beside it that says anything."""
    words = without_marks(in_digits(part))
    if read_bare(part) is not None:
        return True
    for spot in reversed([spot for spot in spots_in(words) if spot.count.unit in units]):
        words = f"{words[: spot.start]} {words[spot.end :]}"
    return all(_ADDS_NOTHING.fullmatch(word) for word in re.findall(r"\w+", words))
