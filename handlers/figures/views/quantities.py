"""How counts, shares and lengths of time are written in figures: comma or point by the language, one decimal."""

from datetime import timedelta

from handlers.frame.views.reader import Reader
from services.figures.spreads import Spread

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Up to these a length of time is written in minutes, and in hours.
IN_MINUTES, IN_HOURS = timedelta(hours=2), timedelta(days=2)


def length(reader: Reader, took: timedelta) -> str:
    """Write a length of time in the unit in which it is read best: "40 giây", "12,5 phút", "3,2 giờ", "2,1 ngày"."""
    if took < MINUTE:
        return reader.label("figures-seconds", count=reader.number(round(took.total_seconds())))
    if took < IN_MINUTES:
        return reader.label("figures-minutes", count=reader.number(round(took / MINUTE, 1)))
    if took < IN_HOURS:
        return reader.label("figures-hours", count=reader.number(round(took / HOUR, 1)))
    return reader.label("figures-days", count=reader.number(round(took / DAY, 1)))


def median(reader: Reader, one: Spread) -> str:
    """Write a median with how many it is of; of fewer than three it is said that they are too few."""
    if one.median is None:
        return too_few(reader, one)
    return reader.label("figures-median", median=length(reader, one.median), count=reader.number(one.count))


def spread(reader: Reader, one: Spread) -> str:
    """Write a median and a 90th percentile with how many they are of."""
    if one.median is None or one.ninetieth is None:
        return too_few(reader, one)
    return reader.label(
        "figures-spread",
        median=length(reader, one.median),
        ninetieth=length(reader, one.ninetieth),
        count=reader.number(one.count),
    )


def too_few(reader: Reader, one: Spread) -> str:
    """Say that there are too few lengths of time for a median, or none."""
    if not one.count:
        return reader.label("figures-no-values")
    return reader.label("figures-too-few", count=reader.number(one.count))


def share(reader: Reader, part: int, whole: int) -> str:
    """Write a share with what it is of: "80% (40/50)"; without anything it is of, a dash."""
    if not whole:
        return reader.label("figures-none")
    return reader.label(
        "figures-share", share=reader.share(part, whole), part=reader.number(part), whole=reader.number(whole)
    )
