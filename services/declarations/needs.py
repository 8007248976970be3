"""What a line says is needed: how many of what, and which capabilities of the catalogue."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.capabilities import Unit
from services.notation.counts import Count, Spot, about_in, spots_in
from services.notation.numbers import in_digits
from services.notation.spelling import nfc, omits_marks, search_key, tidy_line, without_marks

_NEED = re.compile(
    r"\b(?<!khong )(?<!ko )(?<!chua )(?<!not )(?<!no )(?<!da )(?<!dang )"
    r"(?:(?P<can>can)(?! bo\b(?! dam)| cau\b| tho\b)|huy dong|yeu cau|de nghi|xin ho tro|cu ngay"
    r"|(?:xin|nho|cu|dieu|dieu dong|chi vien|tang cuong|bo sung|ho tro)(?= (?:gap |khan |them |ho tro )*\d)"
    r"|needs?|send|requests?)\b(?P<needs>(?:[^.;\n]|(?<=\d)\.(?=\d))*)"
)
# What English says is needed before it says so: "3 teams of 4 people needed".
_SOME = (
    r"(?:\d{1,4}|(?:a )?dozens?(?: of)?|several|a few)"
    r"(?: (?!(?:injured|trapped|missing|dead|killed|hurt|not?)\b)[a-z]+){1,3}?"
)
_NEEDED = re.compile(
    rf"(?<![\w/:.,–-])(?P<needs>{_SOME}(?: of {_SOME})?(?:(?:,| and|, and) {_SOME}(?: of {_SOME})?){{0,3}})"
    r" (?:(?:are|is|urgently|also) ){0,2}(?:needed|required|requested)\b"
)
# What people call the capabilities of the catalogue: the words, and what stands in the catalogue's name.
_CALLED = (
    (r"(?:han|noi|keo|sua|va) (?:noi )?(?:soi )?(?:cap|quang)|han noi|cap quang|fib(?:re|er)", "cap quang"),
    (r"may (?:phat|no)\b|generators?", "may phat dien"),
    (r"\bbts\b|tram (?:phat song|luu dong)|base stations?", "tram phat song"),
    (r"\bvsat\b|ve tinh|duong truyen du phong|kenh du phong|satellite", "duong truyen du phong"),
    (r"bo dam|vo tuyen|radios?\b", "bo dam"),
    (r"xe thong tin", "xe thong tin"),
    (r"xe tai|xe van chuyen|trucks?\b", "xe tai"),
    (r"flycam|drones?\b|may bay khong nguoi lai", "flycam"),
    (r"ma doc|virus|malware", "ma doc"),
    (r"ddos|tu choi dich vu|denial of service", "tu choi dich vu"),
    (r"dieu tra so|truy vet|forensics?", "dieu tra so"),
    (r"(?:khoi phuc|cuu) du lieu|data recovery", "khoi phuc du lieu"),
    (r"truc tai cho|on site staff", "truc tai cho"),
)
_SHORTEST_NAME = 6
# What is counted in a line and by no unit of the network, so that it stands in the text alone.
_OTHER_THINGS = re.compile(
    r"(?<![\w/:.,–-])\d{1,4} ?(?:lit|l|thung|binh|tan|kg|met|cuon|bom|may bom|xuong|ghe|thuyen|ca no|ao phao|cot|tru"
    r"|bao|modem|router|sim|laptop|litres?|liters?|boats?|pumps?)\b"
)
# What is counted in words that are known as no unit at all: right where the need begins, or after another one.
_UNKNOWN = re.compile(
    r"(?:^|[,+&]|(?<!\w)(?:va|and|cung|voi|with)(?!\w))(?: |gap|khan|them|ho tro|khoang|tam|it nhat|toi thieu|chi vien"
    r"|tang cuong|bo sung|cu|dieu|co|about|at least|more|urgently)*(?<![\w/:.,–-])(?P<said>\d{1,4})"
    r" (?!(?:gio|phut|giay|ngay|dem|tuan|thang|nam|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|am|pm|lan|times?"
    r"|xa|phuong|thon|xom|ho|huyen|tinh|communes?|sang|chieu|toi)(?!\w))[a-z]{2,}"
)
# What ends the words after a number that say what is counted.
_ENDS = re.compile(
    r"[,;.:()\n+&]|(?<!\w)(?:va|and|cung|voi|truoc|trc|den|toi|(?<!xe )(?<!ban )tai|o|at|in|tu|luc|cho|de|ngay|gap|by"
    r"|before|are|is|urgently|needed|required|requested|\d\w*)(?!\w)"
)
_FURTHER_WORDS = 3
# "x2 máy phát"
_TIMES = re.compile(r"\bx(?=\d)")
# "mỗi đội 4 người", "4 người/xe", "4 people each": so many in each of others that are counted themselves.
_SHARED = (
    r"(?:doi|to|nhom|kip|xe|may|tram|diem|noi|cho|ca|bo|xa|phuong|don vi|teams?|crews?|trucks?|vehicles?|sites?"
    r"|stations?|communes?|shifts?)"
)
_PER_BEFORE = re.compile(rf"\b(?:moi|tung|each|every|per) (?:mot |1 )?{_SHARED}\b[:,]?(?: [a-z]+){{0,3}} ?$")
_PER_AFTER = re.compile(
    rf"(?: [a-z]+){{0,3}}?(?: ?/ ?(?:1 )?{_SHARED}\b| (?:cho )?(?:moi|per|every|an?) {_SHARED}\b| (?:each|apiece)\b)"
    r"(?!:?(?: [a-z]+){0,3} \d)"
)
# "3 đội 4 người" are teams; of one team the people are all.
_OF_TEAMS = re.compile(r" (?:(?:x|moi|of|with) )?")
# Of several numbers the one that counts those who come is what answers are set against.
_FIRST_OF_ALL = (Unit.PEOPLE, Unit.TEAMS)


@dataclass(frozen=True)
class CapabilityName:
    """A capability as the catalogue has it, in both languages."""

    vietnamese: str
    english: str


@dataclass(frozen=True)
class Needed:
    """The one number that is asked for, None where there is none, and the numbers beside it in the line's words."""

    count: Count | None = None
    beside: tuple[str, ...] = ()


def counted(line: str) -> Needed:
    """Give the number that is asked for; of several the one of people, or else of teams, where there is just one."""
    said, words = _read(in_digits(line))
    needs = [(start, _TIMES.sub(" ", needs)) for start, needs in _needs(said)]
    spots = [(start, spot) for start, each in needs for spot in spots_in(each)]
    taken = _taken([each[1] for before, each in pairwise([None, *spots]) if each and not _is_per(words, *each, before)])
    beside = [(start + spot.start, start + spot.end) for start, spot in spots if spot is not taken]
    others = [
        (start + found.start(), start + found.end()) for start, each in needs for found in _OTHER_THINGS.finditer(each)
    ]
    others += [(start + first, start + end) for start, each in needs for first, end in about_in(each)]
    known = [*((start + spot.start, start + spot.end) for start, spot in spots), *others]
    others += [one for one in _unknown(needs) if not any(start < one[1] and one[0] < end for start, end in known)]
    told = tuple(_said(said, words, *where) for where in sorted({*beside, *others}))
    return Needed(taken.count if taken else None, told)


def _unknown(needs: Sequence[tuple[int, str]]) -> Sequence[tuple[int, int]]:
    """Find the numbers of things that we know no unit of: where each begins, and where the word after it ends."""
    found = ((start, one) for start, each in needs for one in _UNKNOWN.finditer(each))
    return [(start + one.start("said"), start + one.end()) for start, one in found]


def _is_per(words: str, start: int, spot: Spot, before: tuple[int, Spot] | None) -> bool:
    """Tell whether a number is one in each of others."""
    first, end = start + spot.start, start + spot.end
    if _PER_BEFORE.search(words, 0, first) or _PER_AFTER.match(words, end):
        return True
    if before is None or spot.count.unit is not Unit.PEOPLE or before[1].count.unit is not Unit.TEAMS:
        return False
    return before[1].count.number > 1 and _OF_TEAMS.fullmatch(words, before[0] + before[1].end, first) is not None


def _taken(spots: Sequence[Spot]) -> Spot | None:
    if len(spots) == 1:
        return None if spots[0].is_vague else spots[0]
    for unit in _FIRST_OF_ALL:
        of_unit = [spot for spot in spots if spot.count.unit is unit]
        if of_unit:
            return of_unit[0] if len(of_unit) == 1 and not of_unit[0].is_vague else None
    return None


def _said(text: str, words: str, first: int, end: int) -> str:
    """Give a number as the line writes it, with the few words that say what it counts: "2 máy phát điện"."""
    stop = _ENDS.search(words, end)
    further = list(re.finditer(r"\S+", words[end : stop.start() if stop else len(words)]))[:_FURTHER_WORDS]
    return text[first : end + further[-1].end() if further else end]


def _read(line: str) -> tuple[str, str]:
    """Give a line as it is written and in small letters without marks, letter for letter."""
    text = tidy_line(nfc(line.replace("\n", " . ")))
    words = without_marks(text)
    return (text if len(text) == len(words) else words), words


def _needs(text: str) -> Iterator[tuple[int, str]]:
    """Give what a line as it is written says is needed, and from which letter: "cần", not "cạn" or "căn"."""
    words = without_marks(text)
    for found in _NEED.finditer(words):
        if found["can"] is None or omits_marks(text[found.start("can") : found.end("can")], "cần"):
            yield found.start("needs"), found["needs"]
    for found in _NEEDED.finditer(words):
        yield found.start("needs"), found["needs"]


def capabilities_in(line: str, catalogue: Mapping[int, CapabilityName]) -> tuple[int, ...]:
    """Give the capabilities that are needed, by their own names or by what people call them."""
    text, _ = _read(line)
    return named_in(" ; ".join(said for _, said in _needs(text)), catalogue)


def named_in(text: str, catalogue: Mapping[int, CapabilityName]) -> tuple[int, ...]:
    """Give the capabilities that a text names, by their own names or by what people call them."""
    said = search_key(text)
    called = [name for pattern, name in _CALLED if re.search(rf"\b(?:{pattern})", said)]
    return tuple(number for number, named in catalogue.items() if _is_named(named, said, called))


def _is_named(named: CapabilityName, said: str, called: Sequence[str]) -> bool:
    key = search_key(named.vietnamese)
    parts = (search_key(part) for name in (named.vietnamese, named.english) for part in re.split(r"[,(]", name))
    return any(name in key for name in called) or any(
        f" {part} " in f" {said} " for part in parts if len(part) >= _SHORTEST_NAME
    )
