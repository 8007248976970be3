"""Working days: Monday to Friday without public holidays, and the Saturdays that are worked in their place.

Holidays are those of Bộ luật Lao động 2019, article 112, and the days that the government moves from year to year. The
library `holidays` keeps them. For a year whose moved days are not announced yet, weekends count in the usual way.
"""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from holidays import HolidayBase, country_holidays

END_OF_WORK = time(17)


@cache
def _holidays() -> HolidayBase:
    """Return the calendar of Việt Nam, which reads a year when it is first asked about it."""
    return country_holidays("VN")


def is_working_day(day: date) -> bool:
    """Tell whether offices work on a day."""
    return bool(_holidays().is_working_day(day))


def working_day_after(start: date, count: int) -> date:
    """Return the working day that is `count` working days after a day, which itself is not counted.

    This is how terms in days are counted by Bộ luật Dân sự 2015, article 147: the first day does not count. `count` is
    at least 1.
    """
    if count < 1:
        raise ValueError(f"working days are counted from 1, not {count}")
    return _holidays().get_nth_working_day(start, count)


def end_of_work(day: date, time_zone: ZoneInfo) -> datetime:
    """Return the moment at which offices close on a day: until then whatever is due on that day is to be done."""
    return datetime.combine(day, END_OF_WORK, tzinfo=time_zone)


def working_day_before(day: date) -> date:
    """Return the last working day before a day."""
    return _holidays().get_nth_working_day(day, -1)
