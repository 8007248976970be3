"""What one typed line plainly says of an incident: since when, until when, how many of what are needed, how grave.

Whatever is read is only proposed. What a line does not say, or says twice, stays open.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.capabilities import Unit
from models.incidents import IncidentType, Severity
from services.declarations.declaring import Declaration
from services.notation.counts import counts_in
from services.notation.moments import MomentPast, MomentUnclear, YearUnclear, read_beginning, read_moment
from services.notation.numbers import SPOKEN, in_digits
from services.notation.spelling import search_key, without_marks
from services.places import reading

# What leads a moment in, and whether it belongs to the moment itself.
_SINCE = {"tu": False, "luc": False, "since": False, "from": False, "cach": True}
_UNTIL = dict.fromkeys(("den", "truoc", "trc", "until", "till", "by", "before", "het", "trong"), True)
# "2 giờ trước" and "tuần trước" lead nothing in; of "trong" only what is to come.
_AGO = frozenset({"tuan", "gio", "tieng", "phut", "ngay", "hom", "thang", "nam"})
_TO_COME = re.compile(r"\b(?:nua|toi)$")
# "17 giờ 30 phút chiều thứ hai ngày 7 tháng 12 năm 2026", and a word more: cut short, it would be this Monday.
_LONGEST_MOMENT = 14
_HOUR_OR_DATE = re.compile(
    rf"(?:\d|\b{SPOKEN}) ?(?:h|g|:|gio|phut|tieng|ruoi|p\b|/|am\b|pm\b)|\bhet\b"
    r"|\b(?:sang|trua|chieu|toi|dem) (?:mai|nay|mot|kia|thu)\b"
)

_NEED = re.compile(
    r"\b(?:can(?! bo\b(?! dam))|huy dong|yeu cau|de nghi|xin ho tro|cu ngay|needs?|send|requests?)\b(?P<needs>[^.;\n]*)"
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
MOST_CANDIDATES = 8

_SEVERITIES = (
    (Severity.CRITICAL, r"dac biet nghiem trong|critical severity"),
    (Severity.SERIOUS, r"nghiem trong|serious"),
    (Severity.MEDIUM, r"muc do trung binh|medium severity"),
    (Severity.LOW, r"muc do thap|low severity"),
)
_DENIED = re.compile(r"\b(?:khong|it|chua|not) (?:qua |that su |very )?(?:nghiem trong|serious)\b")
_TYPES = (
    (IncidentType.ENCRYPTION, r"ma hoa (?:du lieu|tong tien)|tong tien|ransomware"),
    (IncidentType.DENIAL_OF_SERVICE, r"ddos|tu choi dich vu|denial of service"),
    (IncidentType.PHISHING, r"lua dao|gia mao|phishing"),
    (IncidentType.MALWARE, r"ma doc(?! tong tien)|malware"),
    (IncidentType.DEFACEMENT, r"thay doi giao dien|deface\w*"),
    (
        IncidentType.DISASTER,
        r"dut cap|mat dien|bao so|mua lu|lu quet|lu lut|ngap lut|sat lo|fib(?:re|er) cut|power cut|flood",
    ),
)


class LinePart(StrEnum):
    """What may be read from a line, and taken back by itself."""

    PLACE = "place"
    BEGAN = "began"
    UNTIL = "until"
    HEADCOUNT = "headcount"
    CAPABILITIES = "capabilities"
    TYPE = "type"
    SEVERITY = "severity"


@dataclass(frozen=True)
class CapabilityName:
    """A capability as the catalogue has it, in both languages."""

    vietnamese: str
    english: str


@dataclass(frozen=True)
class Understood:
    """What a line says; a part that it does not say is empty. `headcount` counts `unit`s, 0 is none.

    `communes` are codes of places that are named without doubt, `candidates` of those among which a person chooses.
    """

    communes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    began_at: datetime | None = None
    until_at: datetime | None = None
    headcount: int = 0
    unit: Unit = Unit.PEOPLE
    capability_ids: tuple[int, ...] = ()
    severity: Severity | None = None
    type: IncidentType | None = None

    @property
    def parts(self) -> tuple[LinePart, ...]:
        """Name the parts that the line says."""
        said = {
            LinePart.PLACE: self.communes,
            LinePart.BEGAN: self.began_at,
            LinePart.UNTIL: self.until_at,
            LinePart.HEADCOUNT: self.headcount,
            LinePart.CAPABILITIES: self.capability_ids,
            LinePart.TYPE: self.type,
            LinePart.SEVERITY: self.severity,
        }
        return tuple(part for part, value in said.items() if value)


def proposed(form: Declaration, said: Understood) -> Declaration:
    """Give a declaration with what its line says, beside what it held before."""
    return replace(
        form,
        type=said.type or form.type,
        severity=said.severity or form.severity,
        headcount_wanted=said.headcount,
        headcount_unit=said.unit,
        began_at=said.began_at,
        until_at=said.until_at,
        wanted=replace(form.wanted, capability_ids=said.capability_ids, commune_codes=said.communes),
    )


def without(form: Declaration, part: LinePart) -> Declaration:
    """Give a declaration without one part, as if the line had not said it."""
    empty = Declaration()
    match part:
        case LinePart.PLACE:
            return replace(form, wanted=replace(form.wanted, commune_codes=(), any_place=False, also=()))
        case LinePart.CAPABILITIES:
            return replace(form, wanted=replace(form.wanted, capability_ids=(), any_capability=False))
        case LinePart.HEADCOUNT:
            return replace(form, headcount_wanted=0, headcount_unit=empty.headcount_unit)
        case LinePart.BEGAN:
            return replace(form, began_at=None)
        case LinePart.UNTIL:
            return replace(form, until_at=None)
        case LinePart.TYPE:
            return replace(form, type=empty.type)
        case LinePart.SEVERITY:
            return replace(form, severity=empty.severity)


def read(
    line: str, *, province_code: str, catalogue: Mapping[int, CapabilityName], now: datetime, time_zone: ZoneInfo
) -> Understood:
    """Read a line, in Vietnamese or English, with or without accents; `catalogue` is by ids.

    Capabilities and numbers count only where the line says that they are needed: "cần 2 đội hàn cáp".
    """
    words = without_marks(line.replace("\n", " . "))
    needs = _needs(words)
    headcount, unit = _count(_needs(without_marks(in_digits(line.replace("\n", " . ")))))
    mentions = reading.read(line, province_code=province_code)
    certain = [one.communes[0].code for one in mentions if one.is_certain]
    unsure = reading.candidates(one for one in mentions if not one.is_certain)
    return Understood(
        communes=tuple(dict.fromkeys(certain)),
        candidates=tuple(one.code for one in unsure if one.code not in certain)[:MOST_CANDIDATES],
        began_at=_moment(words, _SINCE, lambda said: read_beginning(said, now=now, time_zone=time_zone)),
        until_at=until_in(line, now=now, time_zone=time_zone),
        headcount=headcount,
        unit=unit,
        capability_ids=_capabilities(needs, catalogue),
        severity=_severity(words),
        type=_type(words),
    )


def until_in(line: str, *, now: datetime, time_zone: ZoneInfo) -> datetime | None:
    """Read until when a line says that something is wanted, or to be done."""
    words = without_marks(line.replace("\n", " . "))
    return _moment(words, _UNTIL, lambda said: read_moment(said, now=now, time_zone=time_zone))


def _needs(words: str) -> str:
    """Give what the words say is needed."""
    return " ; ".join(found["needs"] for found in _NEED.finditer(words))


def _moment(words: str, leads: Mapping[str, bool], read_as: Callable[[str], datetime | None]) -> datetime | None:
    """Find the first moment after a word that leads one in."""
    read = (_first_read(candidates, read_as) for candidates in _led_in(words.split(), leads))
    return next((moment for moment in read if moment is not None), None)


def _led_in(words: Sequence[str], leads: Mapping[str, bool]) -> Iterator[Sequence[str]]:
    """Give, for each word that leads a moment in, what may be the moment, the longest first."""
    for at, lead in enumerate(words):
        if lead not in leads or (lead in ("truoc", "trc") and at and words[at - 1] in _AGO):
            continue
        start = at if leads[lead] else at + 1
        ends = range(min(len(words), start + _LONGEST_MOMENT), start, -1)
        candidates = (" ".join(words[start:end]).strip(" ,.;()") for end in ends)
        yield [said for said in candidates if _HOUR_OR_DATE.search(said) and (lead != "trong" or _TO_COME.search(said))]


def _first_read(candidates: Sequence[str], read_as: Callable[[str], datetime | None]) -> datetime | None:
    """Read the longest words that can be read: "7h mai" is not cut down to the "7h" of this morning."""
    for said in candidates:
        try:
            return read_as(said)
        except (MomentPast, YearUnclear):
            return None
        except MomentUnclear:
            continue
    return None


def _count(needs: str) -> tuple[int, Unit]:
    """Give the one number that is asked for and what it counts; of several none is taken."""
    found = counts_in(needs) or ()
    return (found[0].number, found[0].unit) if len(found) == 1 else (0, Unit.PEOPLE)


def _capabilities(needs: str, catalogue: Mapping[int, CapabilityName]) -> tuple[int, ...]:
    """Give the capabilities that are named, by their own names or by what people call them."""
    said = search_key(needs)
    called = [name for pattern, name in _CALLED if re.search(rf"\b(?:{pattern})", said)]
    return tuple(number for number, named in catalogue.items() if _is_named(named, said, called))


def _is_named(named: CapabilityName, said: str, called: Sequence[str]) -> bool:
    key = search_key(named.vietnamese)
    parts = (search_key(part) for name in (named.vietnamese, named.english) for part in re.split(r"[,(]", name))
    return any(name in key for name in called) or any(
        f" {part} " in f" {said} " for part in parts if len(part) >= _SHORTEST_NAME
    )


def _severity(words: str) -> Severity | None:
    said = _DENIED.sub(" ", words)
    return next((severity for severity, names in _SEVERITIES if re.search(rf"\b(?:{names})\b", said)), None)


def _type(words: str) -> IncidentType | None:
    """Give the one type that is named; of several none is taken."""
    found = [type_ for type_, names in _TYPES if re.search(rf"\b(?:{names})\b", words)]
    return found[0] if len(found) == 1 else None
