"""Moments as people write them: "14h30", "17:00 25/11", "8h sáng mai", "2 giờ nữa", "hết thứ hai", "tomorrow 8:00"."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.ground.refusals import Refusal
from services.notation import days
from services.notation.days import Day, DaysDiffer, NoSuchDay
from services.notation.numbers import SPOKEN, read_number
from services.notation.spelling import nfc, without_marks

_SAME_SIGNS = str.maketrans("’′ʼ：–—", "''':--")
# Without their marks they would be "tối", the evening.
# Without its marks it would be "bảy giờ", seven o'clock.
_NOW = re.compile(r"\bbây giờ\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:sắp )?tới\b", re.IGNORECASE)
# Numbers in words count where a unit of time follows, or an hour goes before. "sau" is "after" before a whole number.
_WORDED = re.compile(
    rf"\b(?P<before>(?:gio|kem) )?(?P<said>{SPOKEN}(?: {SPOKEN})*)\b"
    r"(?P<unit>(?= (?:gio|tieng|phut|tuan|ruoi|ngay(?! (?:mai|mot|kia|\d)))\b))?"
)
_SHORT_FORMS = [
    (r"\btrc\b", "truoc"),
    (r"\b(?:nua dem|midnight)\b", "12h dem"),
    (r"\b(?:giua trua|noon|midday)\b", "12h trua"),
    (r"\b(?:rang sang|mo sang)\b", "sang"),
    (r"\bin the (?=morning|afternoon|evening)", ""),
    (r"\bthis (?=morning|afternoon|evening)", "nay "),
    (r"\bmorning\b", "sang"),
    (r"\bafternoon\b", "chieu"),
    (r"\bevening\b", "toi"),
    (r"\btonight\b", "dem nay"),
    (r"\blast night\b", "dem qua"),
    (r"\bdem qua at (\d{1,2})(?![\w:.])", r"\1h dem qua"),
    (r"\b(?:at )?night\b", "dem"),
    (r"\b(?:nua (?:gio|tieng)|half an hour)\b", "30m"),
    (r"\ban hour\b", "1H"),
    (r"(?<![\w@])(\d{1,2}) ruoi(?= (?:sang|trua|chieu|toi|dem)\b)", r"\1h30m"),
    (r"\b(truoc|luc|sang|chieu) (\d{1,2}) ruoi\b", r"\1 \2h30m"),
    (r"(?<=\d) ?(?:gio|g|h)(?![a-z])", "h"),  # an hour of the day, or a number of hours
    (r"(?<=\d) ?(?:tieng|hours?|hrs?)(?![a-z])", "H"),  # only a number of hours
    (r"(?<=\d) ?(?:phut|ph|p|'|minutes?|mins?)(?![a-z])", "m"),
    (r"(?<=\d) ?(?:ngay|days?)(?! ?(?:\d{1,2}[/.-]|\d{1,2} thang|20\d\d-|mai|mot|kia|@)|[a-z])", "D"),
    (r"(?<=\d)(?<!@\d) ?(?:tuan|weeks?)(?![a-z])", "W"),
    (r"(?<=[hH]) ?ruoi\b", "30m"),
    (r"(?<=D) ?ruoi\b", "12H"),
    (r"(?<=[hH]) ?(\d{1,2})(?![\d:/.hHmDW-])", r"\1m"),
    (r"(?<=[hH]) (?=\d{1,2}m)", ""),
    (r"(?<=^trong )([\dhHmDW ]+) toi$", r"\1 next"),
    (r"(?<=^trong vong )([\dhHmDW ]+) toi$", r"\1 next"),
]

_DELAY = re.compile(
    r"(?:(?:khoang|con|sau|about|after|cach day) )*(?P<lead>(?:trong(?: vong)?|in|within) )?(?P<amounts>"
    r"(?:(?P<weeks>\d{1,2})W ?)?(?:(?P<days>\d{1,3})D ?)?"
    r"(?:(?P<hours>\d{1,4}(?:[.,]\d)?)[hH] ?)?(?:(?P<minutes>\d{1,4})m)?"
    r")(?P<tail> ?(?:nua|next|from now))?(?P<ago> ?(?:truoc|ago))?"
)
# Days or weeks, and no hours beside them.
_IN_DAYS = re.compile(r"^(?!.*\d[hHm]).*\d[DW]")
# After these a small hour is one of the clock: "trước 3h" is three in the afternoon, or in the morning.
_LED = re.compile(r"(?:truoc|den|until|till|by|before) (?=\d)")
_SMALL_HOUR_LED = re.compile(rf"{_LED.pattern}[1-6]h(?:\d{{1,2}}m| (?:kem|thieu) \d{{1,2}}m?)?")
_LEADING = re.compile(r"\b(?:luc|vao|truoc|khoang|den|cho|at|by|before|about|until|till)\b|[,;()]")
_TAILS = ("nua", "next", "from now")
_SMALL_HOURS = timedelta(hours=4)
_HOURS_ALONE = re.compile(r"(\d{1,2})h(?:\d{1,2}m)?")
_FIRST_HOUR_OF_WORK = 7
# Alone it is the end of the day rather than so many hours, which "24 tiếng" and "trong 24h" are.
_MIDNIGHT = "24h"

_TIME = re.compile(
    r"(?<![\d:/.@-])(?P<hour>\d{1,2})"
    r"(?:h(?:(?P<minute_h>\d{1,2})m| (?:kem|thieu) (?P<less>\d{1,2})m?)?|:(?P<minute>\d\d)"
    r"|(?= ?[ap]m\b))"
    r"(?: ?(?P<half>am|pm)\b)?(?![\w:])"
)
# "17.30" may be an hour.
_HOUR_WITH_DOT = re.compile(r"(?<![\d.])\d{1,2}\.(?:1[3-9]|[2-5]\d)(?![\d.])")
_PART = re.compile(r"\b(?:sang|trua|chieu|toi|dem)\b")
_WHOLE = re.compile(r"\b(?:het|(?:the )?end of)\b(?: (?:the day|day|ngay)\b(?! ?\d| (?:mai|mot|kia)\b))?")
_NOTHING_MORE = re.compile(
    r"(?:[\s,;.()-]|\b(?:luc|vao|tu|truoc|khoang|ngay|den|cho den|next|at|on|by|before|about|until|till|from|since)\b)*"
)
# Which parts of the day fit beside "am" and "pm": "last night at 11pm".
_PARTS_OF_HALVES = {"am": frozenset({"", "sang", "dem"}), "pm": frozenset({"", "trua", "chieu", "toi", "dem"})}
# Until when a part of the day is meant that is named without an hour. Offices end at 11:30 and at 17:00.
_ENDS = {
    "": timedelta(hours=23, minutes=59),
    "sang": timedelta(hours=11, minutes=30),
    "trua": timedelta(hours=12),
    "chieu": timedelta(hours=17),
    "toi": timedelta(hours=21),
    "dem": timedelta(hours=23, minutes=59),
}
_NIGHT_ENDS = timedelta(hours=6)
_FIRST_HOUR_OF_EVENING = 4
_FARTHEST_UNASKED = timedelta(days=183)


class MomentUnclear(Refusal):
    """The text names no moment, or one that the calendar or the clock does not have."""

    says_back = True


class NoSuchDate(MomentUnclear):
    """The calendar has no such day: `said` is the day as it is written, "31/11"."""


class WeekdayDiffers(MomentUnclear):
    """A date is said to be another weekday than it is: `date` as it is written, `weekday` from 0, a Monday."""


class MomentPast(Refusal):
    """The date that was written, or the time today, is over. `at` is that moment in the local time zone."""


class DayPast(MomentPast):
    """The day that was written, without an hour, is over: `day` is its date, `at` the moment at which it ended."""


class YearUnclear(Refusal):
    """A date without a year is over, `past`, and the next one, `ahead`, is more than six months away.

    `whole` is the latter as it may be typed, with the hour if one was named.
    """


@dataclass(frozen=True)
class _Said:
    """What words say of a moment: the day, the hour since its midnight, and the part of the day, each only if named."""

    day: Day | None
    hour: timedelta | None
    part: str
    day_ends: timedelta = _ENDS[""]

    @property
    def is_whole_day(self) -> bool:
        """Whether a day was named without an hour or a part of it."""
        return self.hour is None and not self.part

    @property
    def time(self) -> timedelta:
        """The hour that was named, or else the end of the day or of its part."""
        return self.hour if self.hour is not None else self.day_ends if not self.part else _ENDS[self.part]

    def begins_on(self, today: date) -> date:
        """Tell the day of the calendar: "1h đêm mai" comes after tomorrow; "1h đêm nay" may be of this very night."""
        if self.day is None:
            return today
        ends_tomorrow = self._is_after_midnight and not self.day.today
        return self.day.date + timedelta(days=1 if ends_tomorrow else 0)

    @property
    def comes_again_in(self) -> timedelta | None:
        """When the same words fit once more, if what they name is over: tomorrow, or on the next such weekday."""
        # "0h hôm nay" is said of the midnight that ends the day as well.
        at_midnight = self.hour is not None and not self.hour
        if self.day is None or (self.day.today and (self._is_after_midnight or at_midnight)):
            return timedelta(days=1)
        return timedelta(days=7) if self.day.weekly else None

    @property
    def is_next_morning(self) -> bool:
        """Whether the morning of tomorrow is named."""
        return self.part == "sang" and self.day is not None and self.day.tomorrow

    @property
    def _is_after_midnight(self) -> bool:
        """Whether people count the hour to the night of the day before, as they do unless they write a date."""
        at_night = self.part in {"dem", "toi"} and self.hour is not None and self.hour < _NIGHT_ENDS
        return at_night and not (self.day and self.day.dated)


def read_moment(
    text: str, *, now: datetime, time_zone: ZoneInfo, soon: bool = False, day_ends: time | None = None
) -> datetime:
    """Read a time to come, in Vietnamese or English, with or without accents, as an aware time in UTC.

    A time without a day is the next such time; a weekday, or a date without a year, the next such day; a day without
    a time is meant until it ends, and a part of a day likewise. "sáng mai" that is said before four in the morning is
    the morning to come. "trước 3h" alone is the next time that a clock shows three. The minute that `now` (aware)
    stands in is not over yet. "2h" or "2 giờ" alone, up to six, is that many hours from now; from seven to 24
    ("14h"), with a zero ("02h"), a colon or "lúc" it is a time of day. What is to come `soon` is not put off to the
    next day where the time that was written is nearer behind than ahead. With `day_ends` a day without a time is meant
    until then, "3 ngày nữa" as well. Raises `MomentUnclear`, `MomentPast` for a
    time that was named and is over, `DayPast` for such a day, `YearUnclear`, and for a day that is none `NoSuchDate` or
    `WeekdayDiffers`.
    """
    words = _shorten(text)
    delay = _read_delay(_LED.sub("", words) if words.endswith(_TAILS) else words, ago=False)
    today = now.astimezone(time_zone).date()
    ends = _since_midnight(day_ends) if day_ends is not None else None
    if delay is not None and ends is not None and _IN_DAYS.search(words):
        return _at(today + delay, ends, time_zone)
    if delay is not None:
        return now.astimezone(UTC) + delay
    said = _read(words, today)
    if ends is not None:
        said = replace(said, day_ends=ends)
    moment = _at(said.begins_on(today), said.time, time_zone)
    if _SMALL_HOUR_LED.fullmatch(words):
        return _next_on_the_dial(moment, now)
    if said.is_next_morning and _is_night(now.astimezone(time_zone)) and moment - timedelta(days=1) >= now:
        return moment - timedelta(days=1)
    if said.day and said.day.dated and not said.day.has_year:
        _ask_for_year(moment, now=now, time_zone=time_zone, is_whole_day=said.is_whole_day)
    if moment >= now.replace(second=0, microsecond=0):
        return moment
    again = said.comes_again_in and _at(said.begins_on(today) + said.comes_again_in, said.time, time_zone)
    if again and not (soon and said.day is None and now - moment < again - now):
        return again
    local = moment.astimezone(time_zone)
    raise DayPast(at=local, day=f"{local:%d/%m/%Y}") if said.is_whole_day else MomentPast(at=local)


def _since_midnight(hour: time) -> timedelta:
    return timedelta(hours=hour.hour, minutes=hour.minute)


def _next_on_the_dial(moment: datetime, now: datetime) -> datetime:
    """Give the next time at which a clock of twelve hours shows the same."""
    half = timedelta(hours=12)
    over = max(timedelta(), now.replace(second=0, microsecond=0) - moment)
    return moment + half * -(-over // half)


def _is_night(local: datetime) -> bool:
    return timedelta(hours=local.hour) < _SMALL_HOURS


def read_beginning(text: str, *, now: datetime, time_zone: ZoneInfo) -> datetime | None:
    """Read since when something is so, as `read_moment` reads: an hour alone is the last such hour, and so on.

    Gives nothing for a time that is still to come, or a date of more than six months ago without its year. Raises
    `MomentUnclear`, also where no hour is named.
    """
    words = _shorten(text)
    ago = _read_delay(words, ago=True)
    if ago is not None:
        return now.astimezone(UTC) - ago
    today = now.astimezone(time_zone).date()
    said = _read(words, today, back=True)
    if said.hour is None:
        raise MomentUnclear
    moment = _at(said.begins_on(today), said.hour, time_zone)
    if moment > now and said.comes_again_in:
        moment = _at(said.begins_on(today) - said.comes_again_in, said.hour, time_zone)
    far = bool(said.day and said.day.dated and not said.day.has_year) and now - moment > _FARTHEST_UNASKED
    return None if moment > now or far else moment


def beside_the_hour(text: str) -> str | None:
    """Give the day and the part of the day that stand beside an hour, "chieu nay"; nothing (None) without an hour."""
    timed, words = _take(_TIME, _shorten(text))
    return " ".join(_LEADING.sub(" ", words).split()) if timed else None


def _shorten(text: str) -> str:
    """Write units in one letter: "2 Giờ rưỡi nữa" as "2h30m nua", and weekdays as "@0" to "@6"."""
    text = _NOW.sub("now", nfc(text))
    words = without_marks(_TO_COME.sub("next", nfc(text))).translate(_SAME_SIGNS)
    words = days.with_weekdays_marked(words)
    words = _WORDED.sub(_in_digits, words)
    for pattern, short in _SHORT_FORMS:
        words = re.sub(pattern, short, words)
    return words


def _in_digits(found: re.Match[str]) -> str:
    """Write a number of time in digits where it is one as a whole, or is one after "sau" (after)."""
    if found["unit"] is None and not found["before"]:
        return found[0]
    said = found["said"]
    number = read_number(said)
    lead = ""
    if number is None and said.startswith("sau "):
        lead, number = "sau ", read_number(said.removeprefix("sau "))
    return found[0] if number is None else f"{found['before'] or ''}{lead}{number}"


def _read_delay(words: str, *, ago: bool) -> timedelta | None:
    found = _DELAY.fullmatch(words)
    if found is None or not found["amounts"] or bool(found["ago"] or words.startswith("cach day")) is not ago:
        return None
    bare = not (found["lead"] or found["tail"] or ago)
    if bare and (_is_time_of_day(found["amounts"]) or words == _MIDNIGHT):
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


def _read(words: str, today: date, *, back: bool = False) -> _Said:
    """Read the day, the time and the part of the day; no other words may be left over."""
    try:
        day, words = days.take_day(words, today=today, back=back)
    except NoSuchDay as error:
        _beside_a_day(error.rest)
        if _HOUR_WITH_DOT.search(words):
            raise MomentUnclear from error
        raise NoSuchDate(said=error.said) from error
    except DaysDiffer as error:
        _beside_a_day(error.rest)
        if error.date is None:
            raise MomentUnclear from error
        raise WeekdayDiffers(date=f"{error.date:%d/%m/%Y}", weekday=error.date.weekday()) from error
    timed, whole, part = _beside_a_day(words)
    if whole and day is None:
        day = Day(today, today=True)
    if not (timed or day):
        raise MomentUnclear
    return _Said(day, _time_of_day(timed, part) if timed else None, part)


def _beside_a_day(words: str) -> tuple[re.Match[str] | None, bool, str]:
    """Read the time, whether the end is meant, and the part of the day; raises MomentUnclear where more is said."""
    timed, words = _take(_TIME, words)
    named, words = _take(_PART, words)
    whole, words = _take(_WHOLE, words)
    if not _NOTHING_MORE.fullmatch(words):
        raise MomentUnclear
    return timed, whole is not None, named[0] if named else ""


def _take(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(words)
    return found, f"{words[: found.start()]} {words[found.end() :]}" if found else words


def _ask_for_year(moment: datetime, *, now: datetime, time_zone: ZoneInfo, is_whole_day: bool) -> None:
    """Refuse a date that has gone over into the next year, when it may well be the one that is past."""
    local, today = moment.astimezone(time_zone), now.astimezone(time_zone).date()
    if local.year == today.year or moment - now <= _FARTHEST_UNASKED:
        return
    past = days.of_calendar(today.year, local.month, local.day)
    if past is not None:
        ahead = f"{local:%d/%m/%Y}"
        raise YearUnclear(
            past=f"{past:%d/%m/%Y}", ahead=ahead, whole=ahead if is_whole_day else f"{local:%H:%M} {ahead}"
        )


def _time_of_day(found: re.Match[str], part: str) -> timedelta:
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute_h"] or 0)
    less = int(found["less"] or 0)
    if max(minute, less) > 59 or hour * 60 + minute > 24 * 60:
        raise MomentUnclear
    if found["half"] and part not in _PARTS_OF_HALVES[found["half"]]:
        raise MomentUnclear
    return timedelta(hours=_hour_of_day(hour, found["half"] or part), minutes=minute - less)


def _hour_of_day(hour: int, part: str) -> int:
    """Turn an hour of a part of the day into one of 24; midnight "đêm" ends the day. Raises MomentUnclear."""
    if not part or hour > 12:
        return hour
    if part in {"sang", "am"}:
        return hour % 12
    if part == "trua":
        return hour if hour >= 10 else hour + 12
    if part in {"toi", "dem"}:
        return _hour_of_night(hour, part)
    return hour % 12 + 12


def _hour_of_night(hour: int, part: str) -> int:
    """Nobody says "2 giờ tối"; without accents it may as well mean "2 giờ tới", so it is not guessed."""
    if part == "toi" and 0 < hour < _FIRST_HOUR_OF_EVENING:
        raise MomentUnclear
    after_midnight = hour == 0 or (part == "dem" and timedelta(hours=hour) < _NIGHT_ENDS)
    return hour if after_midnight else hour + 12


def _at(day: date, time_of_day: timedelta, time_zone: ZoneInfo) -> datetime:
    moment = datetime.combine(day, time.min) + time_of_day
    return moment.replace(tzinfo=time_zone).astimezone(UTC)
