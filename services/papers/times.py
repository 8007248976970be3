"""Days and moments in the fields of papers: read as people type them, written as documents do."""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.ground.refusals import Refusal
from services.notation.moments import MomentUnclear, NoSuchDate, WeekdayDiffers, read_moment
from services.notation.past import BeginningNotRead, read_past
from services.papers.shapes import PaperContent

DAY, MOMENT = "%d/%m/%Y", "%H:%M, %d/%m/%Y"


class PaperDayUnclear(Refusal):
    """The text names no day of the past; it may be written as `today` is."""

    says_back = True


class PaperMomentAhead(Refusal):
    """A time that has to be over is to come, or is long ago without its year; it is written as the `example` is."""


def read(words: str, holds: PaperContent, *, now: datetime, time_zone: ZoneInfo) -> str:
    """Read the time that a field holds; raises PaperDayUnclear, PaperMomentAhead, or what readers of moments do."""
    match holds:
        case PaperContent.PAST_DAY:
            return _local(_past_day(words, now=now, time_zone=time_zone), time_zone, DAY)
        case PaperContent.PAST:
            at = _over(read_past(words, now=now, time_zone=time_zone), example=_local(now, time_zone, MOMENT))
        case PaperContent.AHEAD:
            at = read_moment(words, now=now, time_zone=time_zone)
        case _:
            at = _either(words, now=now, time_zone=time_zone)
    return _local(at, time_zone, MOMENT)


def _past_day(words: str, *, now: datetime, time_zone: ZoneInfo) -> datetime:
    """Read a day by the moment at which it began; where a day is written, dots stand between its numbers."""
    try:
        began_at = read_past(f"00:00 {words.replace('.', '/')}", now=now, time_zone=time_zone)
    except (NoSuchDate, WeekdayDiffers):
        raise
    except MomentUnclear as unclear:
        raise PaperDayUnclear(today=_local(now, time_zone, DAY)) from unclear
    return _over(began_at, example=_local(now, time_zone, DAY))


def _over(at: datetime | None, *, example: str) -> datetime:
    if at is None:
        raise PaperMomentAhead(example=example)
    return at


def _either(words: str, *, now: datetime, time_zone: ZoneInfo) -> datetime:
    """Read a moment that is over, or else one to come: an hour alone is the last such hour."""
    try:
        at = read_past(words, now=now, time_zone=time_zone)
    except BeginningNotRead:
        at = None
    return at if at is not None else read_moment(words, now=now, time_zone=time_zone)


def _local(at: datetime, time_zone: ZoneInfo, form: str) -> str:
    return at.astimezone(time_zone).strftime(form)
