"""Periods of figures: a week, a month, a quarter or a year of the calendar, as it is tapped or typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from services.ground.refusals import Refusal
from services.ground.years import FIRST_YEAR
from services.notation.numbers import in_digits
from services.notation.spelling import without_marks

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
LAST_YEAR = 2099
LONGEST_WORDS = 60


class PeriodUnclear(Refusal):
    """The words name no week, month, quarter or year of the calendar."""

    says_back = True


class PeriodAhead(Refusal):
    """The period has not begun: there is nothing to count."""

    says_back = True


class PeriodTooEarly(Refusal):
    """The period was before `year`, the first of which there can be figures."""

    says_back = True


class PeriodKind(StrEnum):
    """How long a period is."""

    WEEK = "w"
    MONTH = "m"
    QUARTER = "q"
    YEAR = "y"


@dataclass(frozen=True)
class Stretch:
    """What is counted: from `begin` until just before `end` (aware)."""

    begin: datetime
    end: datetime


@dataclass(frozen=True, order=True)
class Period:
    """A period by its first day: a Monday, or the first of a month."""

    kind: PeriodKind
    first: date

    @property
    def key(self) -> str:
        """Write it as a button carries it."""
        return f"{self.kind}{self.first:%Y%m%d}"

    @property
    def last(self) -> date:
        """Give its last day."""
        return self.after.first - DAY

    @property
    def number(self) -> int:
        """Give the number of a week (ISO 8601), month or quarter in its year; of a year the year."""
        match self.kind:
            case PeriodKind.WEEK:
                return self.first.isocalendar().week
            case PeriodKind.MONTH:
                return self.first.month
            case PeriodKind.QUARTER:
                return (self.first.month + 2) // 3
        return self.first.year

    @property
    def year(self) -> int:
        """Give the year to which it belongs; a week belongs to that of its Thursday."""
        return self.first.isocalendar().year if self.kind is PeriodKind.WEEK else self.first.year

    @property
    def after(self) -> "Period":
        """Give the next one."""
        if self.kind is PeriodKind.WEEK:
            return Period(self.kind, self.first + WEEK)
        return Period(self.kind, _months_on(self.first, MONTHS[self.kind]))

    @property
    def before(self) -> "Period":
        """Give the one before."""
        return of_day(self.kind, self.first - DAY)

    @property
    def is_too_early(self) -> bool:
        """Tell whether it was before there were networks of this kind."""
        return self.year < FIRST_YEAR

    def whole(self, time_zone: ZoneInfo) -> Stretch:
        """Tell from when until when it lasts, by the local clock."""
        return Stretch(_midnight(self.first, time_zone), _midnight(self.after.first, time_zone))


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


def of_day(kind: PeriodKind, day: date) -> Period:
    """Give the period of a kind in which a day lies."""
    match kind:
        case PeriodKind.WEEK:
            return Period(kind, day - timedelta(days=day.weekday()))
        case PeriodKind.MONTH:
            return Period(kind, day.replace(day=1))
        case PeriodKind.QUARTER:
            return Period(kind, date(day.year, day.month - (day.month - 1) % 3, 1))
    return Period(kind, date(day.year, 1, 1))


def by_key(key: str) -> Period:
    """Read what a button carries; raises PeriodUnclear for what is no period, or PeriodTooEarly."""
    found = re.fullmatch(r"([wmqy])(\d{4})(\d\d)(\d\d)", key)
    day = _of_calendar(*(int(part) for part in found.groups()[1:])) if found else None
    if found is None or day is None:
        raise PeriodUnclear
    period = of_day(PeriodKind(found[1]), day)
    if period.first != day:
        raise PeriodUnclear
    _check_late_enough(period)
    return period


def _check_late_enough(period: Period) -> None:
    if period.is_too_early:
        raise PeriodTooEarly(year=str(FIRST_YEAR))


def so_far(period: Period, *, now: datetime, time_zone: ZoneInfo) -> tuple[Stretch, Stretch]:
    """Give what is counted of a period and of the one before: of one that is not over as much as has passed of it.

    Raises PeriodAhead for one that has not begun.
    """
    whole, before = period.whole(time_zone), period.before.whole(time_zone)
    if whole.begin > now:
        raise PeriodAhead
    if whole.end <= now:
        return whole, before
    return Stretch(whole.begin, now), Stretch(before.begin, min(before.begin + (now - whole.begin), before.end))


def _midnight(day: date, time_zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), time_zone)


def _months_on(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _of_calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year <= LAST_YEAR else None
    except ValueError:
        return None


_KINDS = (
    (PeriodKind.WEEK, r"(?:tuan(?: le)?(?: thu)?|week|wk|w)"),
    (PeriodKind.MONTH, r"(?:thang|month|th|t|m)"),
    (PeriodKind.QUARTER, r"(?:qu[yi]|quarter|qtr|q)"),
    (PeriodKind.YEAR, r"(?:nam|year|y)"),
)
_THIS, _LAST = r"(?:nay|hien tai|hien nay)", r"(?:truoc|qua|roi|ngoai|vua qua|vua roi)"
_YEAR = r"(?:[\s/.,-]*(?:cua )?(?:nam|year|of)?[\s/.,-]*(?P<year>(?:20)?\d\d))?"
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = re.compile(rf"(?:month of )?(?P<name>{'|'.join(_ENGLISH)})[a-z]*{_YEAR}")
_NAMED = {"gieng": 1, "tu": 4, "chap": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MOST = {PeriodKind.WEEK: 53, PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}
Reading = Callable[[str, date], Period | None]


def read(text: str, *, today: date) -> Period:
    """Read a period in Vietnamese or English: "tháng 10", "quý 3/2026", "tuần trước", "Q3", "last month", "2026".

    Without a year the last one is meant that has begun. Raises PeriodUnclear, PeriodTooEarly or PeriodAhead.
    """
    said = text[:LONGEST_WORDS]
    # "năm" is five as well as a year: numbers in words are read where the words alone say nothing.
    forms = (without_marks(form).strip(" .,;!?") for form in (said, in_digits(said)))
    tried = (reading(words, today) for words in forms for reading in _READINGS)
    period = next((found for found in tried if found is not None), None)
    if period is None:
        raise PeriodUnclear
    _check_late_enough(period)
    if period.first > today:
        raise PeriodAhead
    return period


def _relative(words: str, today: date) -> Period | None:
    """Read "tuần này", "tháng trước", "this quarter", "last year"."""
    for kind, name in _KINDS:
        this = of_day(kind, today)
        if re.fullmatch(rf"{name} {_THIS}|(?:this|current) {name}", words):
            return this
        if re.fullmatch(rf"{name} {_LAST}|(?:last|previous) {name}", words):
            return this.before
    return None


def _numbered(words: str, today: date) -> Period | None:
    """Read "tuần 48/2026", "tháng 10", "quý III năm 2026", "w48"."""
    for kind, name in _KINDS[:-1]:
        found = re.fullmatch(rf"{name}\s*(?P<number>\d{{1,2}}|[iv]{{1,3}}|{'|'.join(_NAMED)}){_YEAR}", words)
        number = _number(found["number"], kind) if found else 0
        if found and 1 <= number <= _MOST[kind]:
            return _in_year(kind, number, found["year"], today)
    return None


def _number(said: str, kind: PeriodKind) -> int:
    if said.isdecimal():
        return int(said)
    return _ROMAN.get(said, 0) if kind is not PeriodKind.MONTH or said in _ROMAN else _NAMED.get(said, 0)


def _in_year(kind: PeriodKind, number: int, year: str | None, today: date) -> Period | None:
    """Give a period by its number, of a year or of the last one in which it has begun."""
    if year is not None:
        return _of_number(kind, number, 2000 + int(year) % 100)
    found = (_of_number(kind, number, each) for each in (today.year + 1, today.year, today.year - 1, today.year - 2))
    return next((one for one in found if one is not None and one.first <= today), None)


def _of_number(kind: PeriodKind, number: int, year: int) -> Period | None:
    """Give a period by its number; None for a week that the year does not have."""
    if kind is PeriodKind.WEEK:
        try:
            return Period(kind, date.fromisocalendar(year, number, 1))
        except ValueError:
            return None
    return Period(kind, date(year, (number - 1) * MONTHS[kind] + 1, 1))


def _month_name(words: str, today: date) -> Period | None:
    """Read "October 2026", "oct"."""
    found = _MONTH_NAME.fullmatch(words)
    if found is None:
        return None
    return _in_year(PeriodKind.MONTH, _ENGLISH.index(found["name"]) + 1, found["year"], today)


def _month_by_numbers(words: str, today: date) -> Period | None:
    """Read "10/2026" and "2026-10"."""
    found = re.fullmatch(r"(?P<month>\d{1,2})[/.-](?P<year>20\d\d)", words) or re.fullmatch(
        r"(?P<year>20\d\d)[/.-](?P<month>\d{1,2})", words
    )
    if found is None or not 1 <= int(found["month"]) <= _MOST[PeriodKind.MONTH]:
        return None
    return _in_year(PeriodKind.MONTH, int(found["month"]), found["year"], today)


def _year(words: str, _today: date) -> Period | None:
    """Read "năm 2026", "2026"."""
    found = re.fullmatch(r"(?:(?:nam|year) )?(?P<year>20\d\d)", words)
    return Period(PeriodKind.YEAR, date(int(found["year"]), 1, 1)) if found else None


_READINGS: tuple[Reading, ...] = (_relative, _numbered, _month_name, _month_by_numbers, _year)
