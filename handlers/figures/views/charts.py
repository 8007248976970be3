"""What the charts of figures show: incidents by type, median times, and answer rates by sector, each beside before."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil, floor

from handlers.figures.views import quantities
from handlers.figures.views.naming import period_name, sector_name, time_name, type_name
from handlers.frame.charts.bars import Bar, BarChart
from handlers.frame.views.reader import Reader
from services.figures.courses import MeasuredTime
from services.figures.figures import FiguresReport
from services.figures.laying import AnswerFigures
from services.figures.spreads import FEWEST, Spread

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
# Longer than so many minutes is drawn in hours.
MOST_MINUTES = 600
WHOLE = 100


def charts(reader: Reader, report: FiguresReport) -> Sequence[BarChart]:
    """Make the charts of a report that have anything to show."""
    if not report.now.incidents.total:
        return ()
    drawn = (_types(reader, report), _times(reader, report), _sectors(reader, report))
    return [one for one in drawn if one.bars]


def _chart(
    reader: Reader,
    report: FiguresReport,
    word: str,
    bars: Sequence[Bar],
    *,
    top: int = 0,
    scale: str = "",
    note: str = "",
) -> BarChart:
    """Make a chart of what a period and the one before came to."""
    name = period_name(reader, report.period)
    highest = max((value for bar in bars for value in (bar.value, bar.before or 0)), default=0)
    return BarChart(
        title=reader.label(f"figures-chart-{word}", name=name),
        bars=bars,
        top=top or max(1, ceil(highest * 1.1)),
        scale=scale or reader.label(f"figures-scale-{word}"),
        now=name,
        before=period_name(reader, report.period.before),
        note=note,
    )


def _types(reader: Reader, report: FiguresReport) -> BarChart:
    now, before = report.now.incidents.by_type, report.before.incidents.by_type
    kinds = sorted(dict.fromkeys((*now, *before)), key=lambda one: -now.get(one, 0))
    bars = [Bar(type_name(reader, one), now.get(one, 0), before.get(one, 0)) for one in kinds]
    return _chart(reader, report, "types", bars)


def _times(reader: Reader, report: FiguresReport) -> BarChart:
    """Draw the medians; a time of which there are fewer than three is left out."""
    now, before = report.now.incidents.times, report.before.incidents.times
    shown = [one for one in MeasuredTime if now[one].median is not None]
    longest = max((now[one].median or timedelta(0) for one in shown), default=timedelta(0))
    unit, scale = (HOUR, "hours") if longest > MINUTE * MOST_MINUTES else (MINUTE, "minutes")
    bars = [_time_bar(reader, one, now[one], before[one], unit) for one in shown]
    left_out = reader.label("figures-chart-left-out", fewest=FEWEST) if len(shown) < len(MeasuredTime) else ""
    return _chart(reader, report, "times", bars, scale=reader.label(f"figures-scale-{scale}"), note=left_out)


def _time_bar(reader: Reader, time: MeasuredTime, now: Spread, before: Spread, unit: timedelta) -> Bar:
    """Draw a median as long as it is, and say it exactly."""
    said, said_before = (quantities.length(reader, one.median) if one.median else "" for one in (now, before))
    return Bar(_with_count(reader, time, now), _in(now, unit) or 0, _in(before, unit), said, said_before)


def _with_count(reader: Reader, time: MeasuredTime, one: Spread) -> str:
    return reader.label("figures-chart-count", name=time_name(reader, time), count=reader.number(one.count))


def _in(one: Spread, unit: timedelta) -> float | None:
    return one.median / unit if one.median is not None else None


def _sectors(reader: Reader, report: FiguresReport) -> BarChart:
    now, before = report.now.incidents.sectors, report.before.incidents.sectors
    bars = [
        Bar(sector_name(reader, sector), _rate(of_sector) or 0, _rate(before.get(sector, AnswerFigures())))
        for sector, of_sector in now.items()
    ]
    return _chart(reader, report, "sectors", bars, top=WHOLE)


def _rate(one: AnswerFigures) -> int | None:
    return _whole(WHOLE * one.answered / one.called) if one.called else None


def _whole(number: float) -> int:
    """Round to the nearest whole number, a half upwards, as people do."""
    return floor(number + 0.5)
