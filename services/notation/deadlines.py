"""Deadlines as people write them: a day alone lasts as long as offices work on it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.ground.working_days import END_OF_WORK
from services.notation.moments import DayPast, read_moment


def read_deadline(text: str, *, now: datetime, time_zone: ZoneInfo) -> datetime:
    """Read until when something is to be done, as an aware time in UTC; raises what `read_moment` does.

    A day without a time is meant until work ends on it. This day is meant until midnight once that is over.
    """
    try:
        return read_moment(text, now=now, time_zone=time_zone, day_ends=END_OF_WORK)
    except DayPast:
        return read_moment(text, now=now, time_zone=time_zone)
