"""What one typed line plainly says of an incident: since when, until when, how many of what are needed, how grave.

Whatever is read is only proposed. What a line does not say, or says twice, stays open.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.capabilities import Unit
from models.incidents import IncidentKind, IncidentType, Severity
from services.declarations.declaring import Declaration
from services.declarations.drill_words import says_drill_first
from services.declarations.needs import CapabilityName, capabilities_in, counted
from services.notation import days
from services.notation.moments import MomentPast, MomentUnclear, YearUnclear, read_beginning, read_moment
from services.notation.numbers import SPOKEN
from services.notation.spelling import tidy_line, without_marks
from services.places import reading, unread
from services.places.reading import Mention

# What leads a moment in, and whether it belongs to the moment itself.
_SINCE = {"tu": False, "luc": False, "since": False, "from": False, "cach": True}
_UNTIL = dict.fromkeys(("den", "truoc", "trc", "until", "till", "by", "before", "het", "trong"), True)
# "2 giờ trước" and "tuần trước" lead nothing in; of "trong" only what is to come.
_AGO = frozenset({"tuan", "gio", "tieng", "phut", "ngay", "hom", "thang", "nam"})
_TO_COME = re.compile(r"\b(?:nua|toi)$")
# "17 giờ 30 phút chiều thứ hai ngày 7 tháng 12 năm 2026", and a word more: cut short, it would be this Monday.
_LONGEST_MOMENT = 14
# An hour that was over so lately may still be meant: "trước 8h" at ten is asked about, at night it is tomorrow's.
_DAY, _JUST_OVER = timedelta(days=1), timedelta(hours=6)
# "14h-17h30"
_FROM_TO = re.compile(r"(?<=\dh) ?[-–] ?(?=\d{1,2}h)|(?<=\dh\d\d) ?[-–] ?(?=\d{1,2}h)")
_HOUR_OR_DATE = re.compile(
    rf"(?:\d|\b{SPOKEN}) ?(?:h|g|:|gio|phut|tieng|ruoi|p\b|/|am\b|pm\b)|\bhet\b"
    r"|\b(?:sang|trua|chieu|toi|dem) (?:mai|nay|mot|kia|thu)\b"
)

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

    KIND = "kind"
    PLACE = "place"
    BEGAN = "began"
    UNTIL = "until"
    HEADCOUNT = "headcount"
    CAPABILITIES = "capabilities"
    TYPE = "type"
    SEVERITY = "severity"
    SYSTEMS = "systems"
    FIRST = "first"
    TLP = "tlp"


@dataclass(frozen=True)
class Doubt:
    """A name of a place as a line writes it, and the communes (codes) that it may mean, best first."""

    said: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """What a line says; a part that it does not say is empty. `headcount` counts `unit`s, 0 is none.

    `communes` are codes of places that are named without doubt, `doubts` the names of which a person says what they
    mean, `unread` the words that seem to name a place and name none, `beside` the numbers that are not taken, in the
    line's own words. `late_at` is until when it says that something is wanted, where that is over; `until_at` may be
    the next such time.
    """

    communes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    late_at: datetime | None = None
    kind: IncidentKind | None = None
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
            LinePart.KIND: self.kind,
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
        kind=said.kind or form.kind,
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
        case LinePart.KIND:
            return replace(form, kind=empty.kind)
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
        case LinePart.SYSTEMS:
            return replace(without(form, LinePart.FIRST), systems=())
        case LinePart.FIRST:
            return replace(form, wanted=replace(form.wanted, first=(), only_first=False))
        case LinePart.TLP:
            return replace(form, tlp=None, wanted=replace(form.wanted, only_first=False))


def without_place(form: Declaration, code: str) -> Declaration:
    """Give a declaration without one of its places; with the last one goes all that was said of places."""
    left = tuple(one for one in form.wanted.commune_codes if one != code)
    if not left:
        return without(form, LinePart.PLACE)
    return replace(form, wanted=replace(form.wanted, commune_codes=left, also=()))


def read(
    line: str, *, province_code: str, catalogue: Mapping[int, CapabilityName], now: datetime, time_zone: ZoneInfo
) -> Understood:
    """Read a line, in Vietnamese or English, with or without accents; `catalogue` is by ids.

    Capabilities and numbers count only where the line says that they are needed: "cần 2 đội hàn cáp".
    """
    words = _FROM_TO.sub(" den ", without_marks(line.replace("\n", " . ")))
    needed = counted(line)
    mentions = reading.read(line, province_code=province_code)
    certain = _certain(mentions)
    began_at, until_at, late_at = _span(words, now=now, time_zone=time_zone)
    return Understood(
        communes=certain,
        doubts=_doubts(line, [one for one in mentions if not one.is_certain], certain),
        unread=unread.places_unread(line, mentions, province_code=province_code),
        beside=needed.beside,
        late_at=late_at,
        kind=IncidentKind.DRILL if says_drill_first(line) else None,
        began_at=began_at,
        until_at=until_at,
        headcount=needed.count.number if needed.count else 0,
        unit=needed.count.unit if needed.count else Unit.PEOPLE,
        capability_ids=capabilities_in(line, catalogue),
        severity=_severity(words),
        type=_type(words),
    )


def places_in(line: str, *, province_code: str) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Read the places alone: the communes (codes) that a line names for certain, and the names that it leaves open."""
    mentions = reading.read(line, province_code=province_code)
    certain = _certain(mentions)
    return certain, _doubts(line, [one for one in mentions if not one.is_certain], certain)


def _certain(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.communes[0].code for one in mentions if one.is_certain))


def _doubts(line: str, mentions: Sequence[Mention], certain: Sequence[str]) -> tuple[Doubt, ...]:
    """Give each name of which a person says what it means, once, without what the line names elsewhere for certain."""
    found: dict[tuple[str, ...], Doubt] = {}
    for one in mentions:
        codes = tuple(each.code for each in one.communes if each.code not in certain)[:MOST_CANDIDATES]
        if codes:
            found.setdefault(codes, Doubt(tidy_line(line[one.start : one.end]), codes))
    return tuple(found.values())


def until_in(line: str, *, now: datetime, time_zone: ZoneInfo) -> datetime | None:
    """Read until when a line says that something is wanted, or to be done."""
    words = without_marks(line.replace("\n", " . "))
    until_at, _ = _until(words, now=now, time_zone=time_zone)
    return until_at


def _until(words: str, *, now: datetime, time_zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """Give until when something is wanted, and that moment where it is over."""
    over: list[datetime] = []

    def read_as(said: str) -> datetime:
        try:
            moment = read_moment(said, now=now, time_zone=time_zone)
        except (MomentPast, YearUnclear) as late:
            over.append(_over_at(late, time_zone))
            raise
        if _is_just_over(said, moment - _DAY, now=now, time_zone=time_zone):
            over.append(moment - _DAY)
        return moment

    return _moment(words, _UNTIL, read_as), over[0] if over else None


def _span(
    words: str, *, now: datetime, time_zone: ZoneInfo
) -> tuple[datetime | None, datetime | None, datetime | None]:
    """Give since when, until when, and what of the latter is over: the end of "từ 8h mai đến 17h" is tomorrow's."""
    began_at = _moment(words, _SINCE, lambda said: read_beginning(said, now=now, time_zone=time_zone))
    until_at, late_at = _until(words, now=now, time_zone=time_zone)
    starts_at = _moment(words, _SINCE, lambda said: read_moment(said, now=now, time_zone=time_zone))
    if began_at is None and starts_at is not None and (late_at or (until_at and until_at <= starts_at)):
        until_at, late_at = _until(words, now=starts_at, time_zone=time_zone)
    return began_at, until_at, late_at


def _is_just_over(said: str, before: datetime, *, now: datetime, time_zone: ZoneInfo) -> bool:
    """Tell whether words without a day, such as "8h", would have meant a moment that was over so lately."""
    today = now.astimezone(time_zone).date()
    if not now - _JUST_OVER <= before < now or days.names_a_day(said, today=today):
        return False
    return read_moment(said, now=before - timedelta(minutes=1), time_zone=time_zone) == before


def _over_at(late: MomentPast | YearUnclear, time_zone: ZoneInfo) -> datetime:
    """Tell the moment that is over: of a date without its year, that of this year."""
    if isinstance(late, YearUnclear):
        hour, _ = str(late.values["whole"]).split()
        return datetime.strptime(f"{hour} {late.values['past']}", "%H:%M %d/%m/%Y").replace(tzinfo=time_zone)
    return datetime.fromisoformat(str(late.values["at"]))


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


def _severity(words: str) -> Severity | None:
    said = _DENIED.sub(" ", words)
    return next((severity for severity, names in _SEVERITIES if re.search(rf"\b(?:{names})\b", said)), None)


def _type(words: str) -> IncidentType | None:
    """Give the one type that is named; of several none is taken."""
    found = [type_ for type_, names in _TYPES if re.search(rf"\b(?:{names})\b", words)]
    return found[0] if len(found) == 1 else None
