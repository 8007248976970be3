"""Days as people write them among other words: "25/11", "thứ hai tuần sau", "ngày mốt", "hôm qua", "next monday"."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# "hết tuần" is the end of Sunday.
_WEEKDAYS = (
    r"thu (?:hai|2)|t2|mon(?:day)?",
    r"thu (?:ba|3)|t3|tue(?:s|sday)?",
    r"thu (?:tu|bon|4)|t4|wed(?:nesday)?",
    r"thu (?:nam|5)|t5|thursday|thurs?",
    r"thu (?:sau|6)|t6|fri(?:day)?",
    r"thu (?:bay|7)|t7|sat(?:urday)?",
    r"chu nhat|cn|sun(?:day)?|(?<=\bhet )tuan(?: nay)?|(?<=\bend of )(?:the )?week",
)
_DATE = re.compile(
    r"(?<![\d:])(?:ngay )?"
    r"(?:(?P<iso_year>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<day>\d{1,2})(?:[/.-]| thang )(?P<month>\d{1,2})(?:(?:[/.-]| nam )(?P<year>20\d\d|\d\d))?)"
    r"(?![\d:h])"
)
_WEEKDAY = re.compile(
    r"(?:\b(?:ngay|(?P<next_before>next)|(?P<last_before>last)|this|on) )?@(?P<weekday>\d)"
    r"(?: (?:(?P<next>tuan (?:sau|toi|next)|next(?: week)?)|(?P<this>tuan nay|this week)"
    r"|(?P<last>tuan (?:truoc|qua|roi)|last week)))?(?!\w)"
)
_NAMED = re.compile(
    r"\b(?:(?P<today>(?:hom |bua )?nay|today)"
    r"|(?P<before_last>(?:hom|bua) kia|(?:the )?day before yesterday)"
    r"|(?P<second>(?:ngay |bua )?mot|ngay kia|(?:the )?day after tomorrow)"
    r"|(?P<tomorrow>(?:ngay )?mai|tomorrow)"
    r"|(?P<yesterday>(?:hom |bua )?qua|yesterday))\b"
)
_DAYS_AHEAD = {"before_last": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "second": 2}
_WEEK = 7
# 29 February is found across a century without one.
_YEARS = 9


@dataclass(frozen=True)
class Day:
    """A day that was said: by its date, with the year or without, by the `weekly` name, as `today` or `tomorrow`."""

    date: date
    dated: bool = False
    has_year: bool = False
    weekly: bool = False
    today: bool = False
    tomorrow: bool = False


class NoSuchDay(ValueError):
    """The calendar has no day `said`; `rest` are the words beside it."""

    def __init__(self, said: str, rest: str) -> None:
        """Keep the day and what stands beside it."""
        super().__init__(said)
        self.said, self.rest = said, rest


class DaysDiffer(ValueError):
    """The words name two different days; `date` is the one whose weekday, said beside it, is another one's."""

    def __init__(self, day: date | None = None, rest: str = "") -> None:
        """Keep the date, and the words beside both."""
        super().__init__(str(day))
        self.date, self.rest = day, rest


def with_weekdays_marked(words: str) -> str:
    """Write weekdays as "@0" (Monday) to "@6", lest their numbers be taken for hours.

    `words` are in small letters without accents, as all words of this module.
    """
    for number, names in enumerate(_WEEKDAYS):
        words = re.sub(rf"\b(?:{names})\b(?![:h/.]?\d)", f"@{number}", words)
    return words


def take_day(words: str, *, today: date, back: bool = False) -> tuple[Day | None, str]:
    """Find the day that words name, weekdays marked, and the words without it.

    A date without a year or a weekday is the next such day, or `back` the last, today included. Raises NoSuchDay or
    DaysDiffer.
    """
    dated, words = _take(_DATE, words)
    weekly, words = _take(_WEEKDAY, words)
    named, words = _take(_NAMED, words)
    if named and (dated or weekly):
        raise DaysDiffer
    if dated:
        day = _date(dated, today, back=back)
        if day is None:
            raise NoSuchDay(_written(dated), words)
        if weekly and day.date.weekday() != int(weekly["weekday"]):
            raise DaysDiffer(day.date, words)
        return day, words
    if weekly:
        said_which = any(weekly[which] for which in ("this", "next", "next_before", "last", "last_before"))
        return Day(_weekday(weekly, today, back=back), weekly=not said_which), words
    if named:
        ahead = next(days for name, days in _DAYS_AHEAD.items() if named[name])
        return Day(today + timedelta(days=ahead), today=ahead == 0, tomorrow=ahead == 1), words
    return None, words


def names_a_day(words: str, *, today: date) -> bool:
    """Tell whether words name a day, or two different ones, weekdays not yet marked."""
    try:
        return take_day(with_weekdays_marked(words), today=today)[0] is not None
    except (NoSuchDay, DaysDiffer):
        return True


def _take(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(words)
    return found, f"{words[: found.start()]} {words[found.end() :]}" if found else words


def _weekday(found: re.Match[str], today: date, *, back: bool) -> date:
    """Give the weekday of this, the next or the last week where that was said, or else the nearest such day."""
    weekday = int(found["weekday"])
    monday = today - timedelta(days=today.weekday())
    if found["this"]:
        return monday + timedelta(days=weekday)
    if found["next"] or found["next_before"]:
        return monday + timedelta(days=weekday + _WEEK)
    if found["last"]:
        return monday + timedelta(days=weekday - _WEEK)
    ahead = (weekday - today.weekday()) % _WEEK
    if found["last_before"]:
        return today + timedelta(days=(ahead or _WEEK) - _WEEK)
    return today + timedelta(days=ahead - _WEEK if back and ahead else ahead)


def _written(found: re.Match[str]) -> str:
    """Write a date that was found as "31/11" or "31/11/2026"."""
    parts = (found["iso_day"] or found["day"], found["iso_month"] or found["month"], found["iso_year"] or found["year"])
    return "/".join(part for part in parts if part)


def _date(found: re.Match[str], today: date, *, back: bool) -> Day | None:
    day, month = int(found["iso_day"] or found["day"]), int(found["iso_month"] or found["month"])
    year = found["iso_year"] or found["year"]
    if year:
        return _first([2000 + int(year) % 100], month, day, lambda _: True, has_year=True)
    if back:
        return _first(range(today.year, today.year - _YEARS, -1), month, day, lambda each: each <= today)
    return _first(range(today.year, today.year + _YEARS), month, day, lambda each: each >= today)


def _first(
    years: Iterable[int], month: int, day: int, fits: Callable[[date], bool], *, has_year: bool = False
) -> Day | None:
    for year in years:
        each = of_calendar(year, month, day)
        if each is not None and fits(each):
            return Day(each, dated=True, has_year=has_year)
    return None


def of_calendar(year: int, month: int, day: int) -> date | None:
    """Give a date, or nothing where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
