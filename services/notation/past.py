"""Since when something is so, as people say it who have just seen it: "vừa xong", "đêm qua", "14.30", "20 phút"."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from services.notation import days
from services.notation.moments import MomentUnclear, NoSuchDate, WeekdayDiffers, beside_the_hour, read_beginning
from services.notation.spelling import nfc, without_marks

_NOW = re.compile(
    r"(?:(?:moi|ngay) )?(?:vua (?:xong|moi|roi|thay|moi thay|xay ra)|vua|moi (?:xong|day|thay|xay ra)|bay gio|hien tai"
    r"|hien nay|luc nay|(?:just|right) now|now)"
)
# "bảy giờ" is seven o'clock; without its marks "bay gio" is rather "bây giờ", now.
_SEVEN = re.compile(r"\bbảy\b", re.IGNORECASE)
_A_WHILE_AGO = re.compile(r"\bnãy\b")
_LEAD = re.compile(r"^(?:(?:từ|tu|hồi|hoi|lúc|luc|tầm|chừng|since|from|around)\s+)+", re.IGNORECASE)
_HOUR_WITH_DOT = re.compile(r"(?<![\d.])([01]?\d|2[0-4])\.(00|1[3-9]|[2-5]\d)(?![\d.])")
_HOUR_OR_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(0[1-9]|1[0-2])(?![\d.])")
_SPAN = re.compile(
    r"(?:(?:cach day|duoc|da|khoang|hon|gan|about|over) )*"
    r"(?P<length>(?:(?:\d+|nua|mot|an?|half an) ?(?:phut|ph|p|tieng|ngay|minutes?|mins?|hours?|hrs?)"
    r"(?: ruoi| \d+ phut)? ?)+)"
    r"(?: ?(?:nay|roi|truoc|ago))?"
)
_SMALL_HOUR = re.compile(r"(?P<hour>[1-6]) ?(?:h|g|gio)(?: ?(?P<minute>[0-5]\d))?")
# When a part of the day begins that is named without an hour, the first that fits.
_BEGINS = (
    (re.compile(r"\brang sang\b"), "04:00"),
    (re.compile(r"\b(?:sang|morning)\b"), "06:00"),
    (re.compile(r"\btrua\b"), "11:00"),
    (re.compile(r"\b(?:chieu|afternoon)\b"), "13:00"),
    (re.compile(r"\b(?:toi|evening|last night)\b"), "18:00"),
    (re.compile(r"\b(?:dem|night|tonight)\b"), "22:00"),
)
_THIS_NIGHT = re.compile(r"\b(?:(?P<part>toi|dem) nay|tonight)\b")
_NIGHT_ENDS = 6


class BeginningNotRead(MomentUnclear):
    """The words name no moment of the past."""


class HourMissing(MomentUnclear):
    """A day is named without an hour or a part of it, or a while ago."""


class HourOrDay(MomentUnclear):
    """What is written with a dot may be an hour, `hour`, or a day, `day`."""


class WhichHour(MomentUnclear):
    """A small hour may be one of the `morning` or of the `afternoon`, or so many hours ago."""


def read_past(text: str, *, now: datetime, time_zone: ZoneInfo) -> datetime | None:
    """Read since when something is so; a part of the day without an hour is meant from its beginning.

    Gives nothing for a time that is still to come. Raises what is asked about: `HourMissing`, `HourOrDay`, `WhichHour`;
    `NoSuchDate` or `WeekdayDiffers` for a day that is none, else `BeginningNotRead`.
    """
    said = " ".join(nfc(text).lower().split()).strip(" .,;!")
    words = without_marks(said)
    if _NOW.fullmatch(words) and not _A_WHILE_AGO.search(said) and not _SEVEN.search(said):
        return now.astimezone(UTC)
    if _A_WHILE_AGO.search(said):
        raise HourMissing
    local = now.astimezone(time_zone)
    without_lead = _LEAD.sub("", said)
    has_lead, said = without_lead != said, _HOUR_WITH_DOT.sub(r"\1:\2", without_lead)
    _ask_where_unclear(said, has_lead=has_lead, local=local)
    try:
        return read_beginning(_in_full(said, local), now=now, time_zone=time_zone)
    except (NoSuchDate, WeekdayDiffers):
        raise
    except MomentUnclear as unclear:
        if days.names_a_day(words, today=local.date()) and beside_the_hour(said) is None:
            raise HourMissing from unclear
        raise BeginningNotRead from unclear


def _ask_where_unclear(said: str, *, has_lead: bool, local: datetime) -> None:
    """Raise what has to be asked about: an hour or a day, and which of two hours."""
    dotted = _HOUR_OR_DAY.fullmatch(said)
    if dotted:
        raise HourOrDay(hour=f"{dotted[1]}h{dotted[2]}", day=f"{int(dotted[1])}/{int(dotted[2])}")
    small = _SMALL_HOUR.fullmatch(without_marks(said))
    if small is None:
        return
    hour, minute = int(small["hour"]), int(small["minute"] or 0)
    afternoon = timedelta(hours=hour + 12, minutes=minute)
    is_span = not has_lead and not small["minute"]
    if is_span or afternoon <= timedelta(hours=local.hour, minutes=local.minute):
        raise WhichHour(morning=f"{hour:02}:{minute:02}", afternoon=f"{hour + 12}:{minute:02}", hours=hour)


def _in_full(said: str, local: datetime) -> str:
    """Say in full what is said in short: how long ago, and from which hour on a part of the day is meant."""
    words = without_marks(said)
    span = _SPAN.fullmatch(words)
    if span:
        return f"{span['length'].strip()} truoc"
    if beside_the_hour(said) is not None:
        return said
    if local.hour < _NIGHT_ENDS:
        words = _THIS_NIGHT.sub(lambda found: f"{found['part'] or 'dem'} qua", words)
    begins = next((hour for part, hour in _BEGINS if part.search(words)), None)
    if begins is None:
        return said
    return f"{begins} {words.replace('rang sang', 'sang')}"
