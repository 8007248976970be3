"""What does not burn comes by day: nobody is woken for it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(19)


def by_day(at: datetime, time_zone: ZoneInfo) -> datetime:
    """Put off to the next morning what comes at night."""
    local = at.astimezone(time_zone)
    if MORNING <= local.time() < EVENING:
        return at
    return next_morning(at, time_zone)


def next_morning(at: datetime, time_zone: ZoneInfo) -> datetime:
    """Give the first eight in the morning after a moment."""
    local = at.astimezone(time_zone)
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=time_zone)
