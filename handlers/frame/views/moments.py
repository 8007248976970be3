"""How moments and lengths of time are written in a language."""

from datetime import date, timedelta

from babel.dates import format_date, format_timedelta

from models.people import Language


def weekday(day: date, language: Language) -> str:
    """Name the day of the week: "thứ hai", "Monday"."""
    name = format_date(day, "EEEE", locale=language.value)
    return name.lower() if language is Language.VIETNAMESE else name


def length_of_time(elapsed: timedelta, language: Language) -> str:
    """Write a length of time in its largest unit: "45 phút", "3 giờ", "2 ngày"."""
    at_least = max(elapsed, timedelta(minutes=1))
    return str(format_timedelta(at_least, granularity="minute", locale=language.value))
