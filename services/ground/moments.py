"""Moments as people write them: "14h30", "17:00 25/11", "8h sáng mai", "2 giờ nữa", "tomorrow 8:00"."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.ground.refusals import Refusal
from services.ground.spelling import without_marks

_SAME_SIGNS = str.maketrans("’′ʼ：–—", "''':--")
_SHORT_FORMS = [
    (r"\b(?:nua (?:gio|tieng)|half an hour)\b", "30m"),
    (r"(?<=\d) ?(?:gio|g|h)(?![a-z])", "h"),  # an hour of the day, or a number of hours
    (r"(?<=\d) ?(?:tieng|hours?|hrs?)(?![a-z])", "H"),  # only a number of hours
    (r"(?<=\d) ?(?:phut|ph|p|'|minutes?|mins?)(?![a-z])", "m"),
    (r"(?<=\d) ?(?:ngay|days?)(?! ?(?:\d{1,2}[/.-]|\d{1,2} thang|20\d\d-|mai|kia)|[a-z])", "D"),
    (r"(?<=\d) ?(?:tuan|weeks?)(?![a-z])", "W"),
    (r"(?<=[hH]) ?ruoi\b", "30m"),
    (r"(?<=D) ?ruoi\b", "12H"),
    (r"(?<=[hH]) ?(\d{1,2})(?![\d:/.hHmDW-])", r"\1m"),
    (r"(?<=[hH]) (?=\d{1,2}m)", ""),
]

_DELAY = re.compile(
    r"(?:(?:khoang|con|sau|about|after) )*(?P<lead>(?:trong(?: vong)?|in|within) )?(?P<amounts>"
    r"(?:(?P<weeks>\d{1,2})W ?)?(?:(?P<days>\d{1,3})D ?)?"
    r"(?:(?P<hours>\d{1,4}(?:[.,]\d)?)[hH] ?)?(?:(?P<minutes>\d{1,4})m)?"
    r")(?P<tail> ?(?:nua|from now))?"
)
_HOURS_ALONE = re.compile(r"(\d{1,2})h(?:\d{1,2}m)?")
_FIRST_HOUR_OF_WORK = 7

_PART = "(?P<part>sang|trua|chieu|toi|dem)"
_DATE = re.compile(
    rf"(?<![\d:])(?:{_PART} )?(?:ngay )?"
    r"(?:(?P<iso_year>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<day>\d{1,2})(?:[/.-]| thang )(?P<month>\d{1,2})(?:(?:[/.-]| nam )(?P<year>20\d\d|\d\d))?)"
    r"(?![\d:h])"
)
_DAY = re.compile(
    rf"\b(?:{_PART} )?(?:(?P<today>hom nay|bua nay|nay|today)"
    r"|(?P<second>ngay kia|(?:the )?day after tomorrow)|(?P<tomorrow>(?:ngay )?mai|tomorrow))\b"
)
_TIME = re.compile(
    r"(?<![\d:/.-])(?P<hour>\d{1,2})(?:h(?:(?P<minute_h>\d{1,2})m)?|:(?P<minute>\d\d)|(?= ?[ap]m\b))"
    r"(?: ?(?P<part>sang|trua|chieu|toi|dem|am|pm)\b)?(?![\w:])"
)
_NOTHING_MORE = re.compile(r"(?:[\s,;.-]|\b(?:luc|vao|truoc|khoang|ngay|at|on|by|before|about)\b)*")


class MomentUnclear(Refusal):
    """The text names no moment, or one that the calendar or the clock does not have."""


class MomentPast(Refusal):
    """The date that was written, or the time today, is over. `at` is that moment in the local time zone."""


def read_moment(text: str, *, now: datetime, time_zone: ZoneInfo) -> datetime:
    """Read a time to come, in Vietnamese or English, with or without accents, as an aware time in UTC.

    A time without a date is the next such time, a date without a year the next such date; the minute that
    `now` (aware) stands in is not over yet. "2h" or "2 giờ" alone, up to six, is that many hours from now;
    from seven to 23 ("14h"), with a zero ("02h"), a colon or "lúc" it is a time of day.
    Raises `MomentUnclear` or, for a date that was written and is over, `MomentPast`.
    """
    words = _shorten(text)
    delay = _read_delay(words)
    if delay is not None:
        return now.astimezone(UTC) + delay
    today = now.astimezone(time_zone).date()
    day, time_of_day = _read_day_and_time(words, today)
    moment = _at(day or today, time_of_day, time_zone)
    if moment >= now.replace(second=0, microsecond=0):
        return moment
    if day is None:
        return _at(today + timedelta(days=1), time_of_day, time_zone)
    raise MomentPast(at=moment.astimezone(time_zone))


def _shorten(text: str) -> str:
    """Write units in one letter: "2 Giờ rưỡi nữa" as "2h30m nua"."""
    words = without_marks(text).translate(_SAME_SIGNS)
    for pattern, short in _SHORT_FORMS:
        words = re.sub(pattern, short, words)
    return words


def _read_delay(words: str) -> timedelta | None:
    found = _DELAY.fullmatch(words)
    if found is None or not found["amounts"]:
        return None
    if not (found["lead"] or found["tail"]) and _is_time_of_day(found["amounts"]):
        return None
    return timedelta(
        weeks=int(found["weeks"] or 0),
        days=int(found["days"] or 0),
        hours=float((found["hours"] or "0").replace(",", ".")),
        minutes=int(found["minutes"] or 0),
    )


def _is_time_of_day(amounts: str) -> bool:
    hours = _HOURS_ALONE.fullmatch(amounts)
    return hours is not None and (hours[1][0] == "0" or _FIRST_HOUR_OF_WORK <= int(hours[1]) < 24)


def _read_day_and_time(words: str, today: date) -> tuple[date | None, timedelta]:
    """Give the day, if one is named, and the time since its midnight. No other words may be left over."""
    dated, words = _take(_DATE, words)
    named, words = _take(_DAY, words)
    timed, words = _take(_TIME, words)
    if timed is None or (dated and named) or not _NOTHING_MORE.fullmatch(words):
        raise MomentUnclear
    parts = [found["part"] for found in (timed, dated, named) if found and found["part"]]
    time_of_day = _time_of_day(timed, parts[0] if parts else "")
    if dated:
        return _date(dated, today), time_of_day
    return (today + timedelta(days=_days_ahead(named)) if named else None), time_of_day


def _take(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(words)
    return found, f"{words[: found.start()]} {words[found.end() :]}" if found else words


def _days_ahead(named: re.Match[str]) -> int:
    return 2 if named["second"] else 1 if named["tomorrow"] else 0


def _date(found: re.Match[str], today: date) -> date:
    """Give the date that was written, without a year the next such one (29 February may be years away)."""
    day, month = int(found["iso_day"] or found["day"]), int(found["iso_month"] or found["month"])
    year = found["iso_year"] or found["year"]
    years = [2000 + int(year) % 100] if year else range(today.year, today.year + 9)
    dates = (_calendar_date(each, month, day) for each in years)
    for each in dates:
        if each and (year or each >= today):
            return each
    raise MomentUnclear


def _calendar_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time_of_day(found: re.Match[str], part: str) -> timedelta:
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute_h"] or 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise MomentUnclear
    return timedelta(hours=_hour_of_day(hour, part), minutes=minute)


def _hour_of_day(hour: int, part: str) -> int:
    """Turn an hour of a part of the day into one of 24; midnight "đêm" ends the day."""
    if not part or hour > 12:
        return hour
    if part in {"sang", "am"}:
        return hour % 12
    if part == "trua":
        return hour if hour >= 10 else hour + 12
    if part in {"toi", "dem"} and hour == 12:
        return 24
    if part == "dem" and hour < 6:
        return hour
    return hour % 12 + 12


def _at(day: date, time_of_day: timedelta, time_zone: ZoneInfo) -> datetime:
    return (datetime.combine(day, time.min) + time_of_day).replace(tzinfo=time_zone).astimezone(UTC)
