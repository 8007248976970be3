"""What one typed line plainly says of an incident: since when, until when, how many of what are needed, how grave.

Whatever is read is only proposed. What a line does not say, or says twice, stays open.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.capabilities import Unit
from models.incidents import IncidentKind, IncidentType, Severity
from services.declarations import spans
from services.declarations.declaring import Declaration
from services.declarations.drill_words import says_drill_first
from services.declarations.needs import CapabilityName, capabilities_in, counted
from services.declarations.spans import WrongDay
from services.notation.spelling import search_key, tidy_line, without_marks
from services.places import elsewhere, reading, unread
from services.places.elsewhere import Elsewhere
from services.places.reading import Mention

MOST_CANDIDATES = 8

_SEVERITIES = (
    (Severity.CRITICAL, r"dac biet nghiem trong|critical severity"),
    (Severity.SERIOUS, r"nghiem trong|serious"),
    (Severity.MEDIUM, r"muc do trung binh|medium severity"),
    (Severity.LOW, r"muc do thap|low severity"),
)
# The same as answers, of the least first; a number is that of the button.
_ANSWERS = (
    (Severity.LOW, r"1|thap|nhe|low|minor"),
    (Severity.MEDIUM, r"2|trung binh|vua|medium|moderate"),
    (Severity.SERIOUS, r"3|nghiem trong|nang|cao|serious|high|major"),
    (Severity.CRITICAL, r"4|(?:dac biet|rat|cuc ky) nghiem trong|rat nang|rat cao|critical|very serious"),
)
_ASKED = re.compile(r"^(?:muc do|cap do|muc|cap|severity|level)\s+")
# The sign of a number on a button goes with it.
_KEYCAP = re.compile(r"\d\ufe0f?\u20e3")
_DENIED = re.compile(r"\b(?:khong|it|chua|not) (?:qua |that su |very )?(?:nghiem trong|serious)\b")
_TYPES = (
    (IncidentType.ENCRYPTION, r"ma hoa (?:du lieu|tong tien)|tong tien|tien chuoc|ransomware"),
    (IncidentType.DENIAL_OF_SERVICE, r"ddos|tu choi dich vu|denial of service"),
    (IncidentType.PHISHING, r"lua dao|gia mao|mao danh|phishing"),
    (IncidentType.MALWARE, r"ma doc(?! tong tien)|malware|virus|trojan|botnet|phan mem doc hai"),
    (IncidentType.DEFACEMENT, r"thay (?:doi )?giao dien|deface\w*"),
    (
        IncidentType.DISASTER,
        r"dut cap|mat dien|bao so|mua lu|lu quet|lu lut|ngap lut|sat lo|fib(?:re|er) cut|power cut|flood",
    ),
)
# What says less of an attack than the names above counts only where none of those stands.
_ATTACKS = (
    (IncidentType.ESPIONAGE, r"(?:lay|danh) cap (?:du lieu|thong tin)|nghe (?:trom|len)|data theft"),
    (IncidentType.SABOTAGE, r"pha hoai|sabotage"),
    (
        IncidentType.INTRUSION,
        r"chiem (?:doat )?(?:quyen|tai khoan)|mat quyen (?:quan tri|dieu khien)"
        r"|(?:truy cap|dang nhap) trai phep|xam nhap"
        r"|(?<!phai )tan cong|hack(?:er|ed)?|tin tac|intrusion|attacked|cyber ?attack",
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
    the next such time. `ahead_at` is a start to come, which is no beginning yet, `wrong_day` a day that is none,
    `elsewhere` places that lie outside of the province, `open_start` the words that leave open since when it is so,
    `planned_until` the end of a planned cut, `of_old` provinces that are now a part of this one.
    """

    communes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    ahead_at: datetime | None = None
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    open_start: str = ""
    planned_until: datetime | None = None
    of_old: tuple[str, ...] = ()
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
    words = without_marks(line.replace("\n", " . "))
    span = spans.read(line, now=now, time_zone=time_zone)
    needed = counted(line)
    mentions = reading.read(line, province_code=province_code)
    certain = _certain(mentions)
    of_old = () if mentions else elsewhere.provinces_of_old(line, province_code=province_code)
    strange = unread.places_unread(line, mentions, province_code=province_code)
    outside = elsewhere.places_elsewhere(line, mentions, province_code=province_code)
    return Understood(
        communes=certain,
        doubts=_doubts(line, [one for one in mentions if not one.is_certain], certain),
        unread=elsewhere.without_these(strange, [*outside, *map(Elsewhere, of_old)]),
        elsewhere=outside,
        of_old=of_old,
        beside=needed.beside,
        ahead_at=span.ahead_at,
        late_at=span.late_at,
        wrong_day=span.wrong_day,
        open_start=span.open_start,
        planned_until=span.planned_until,
        kind=IncidentKind.DRILL if says_drill_first(line) else None,
        began_at=span.began_at,
        until_at=span.until_at,
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


def _severity(words: str) -> Severity | None:
    said = _DENIED.sub(" ", words)
    return next((severity for severity, names in _SEVERITIES if re.search(rf"\b(?:{names})\b", said)), None)


def severity_alone(text: str) -> Severity | None:
    """Read an answer to how grave it is: its number as on the buttons or its name, and nothing else."""
    said = _ASKED.sub("", search_key(_KEYCAP.sub("", text)))
    return next((severity for severity, names in _ANSWERS if re.fullmatch(names, said)), None)


def _type(words: str) -> IncidentType | None:
    """Give the one type that is named; of several none is taken, where none is named what else says an attack."""
    found = _named(words, _TYPES) or _named(words, _ATTACKS)[:1]
    return found[0] if len(found) == 1 else None


def _named(words: str, types: Sequence[tuple[IncidentType, str]]) -> Sequence[IncidentType]:
    return [type_ for type_, names in types if re.search(rf"\b(?:{names})\b", words)]
