"""The figures of a period as tables: the same for the workbook, which keeps numbers, and for the document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.figures.views.naming import (
    period_name,
    sector_name,
    severity_name,
    time_name,
    type_name,
)
from handlers.frame.views.reader import Reader
from services.figures.courses import MeasuredTime
from services.figures.figures import FiguresReport, PeriodFigures
from services.figures.laying import AnswerFigures, CourseFigures
from services.figures.spreads import Spread


@dataclass(frozen=True)
class OutOf:
    """So many of so many; nothing of nothing is no share."""

    part: int
    whole: int


@dataclass(frozen=True)
class TooFew:
    """Where a median would stand, but there are fewer than three lengths of time."""

    count: int


FigureCell = str | int | OutOf | timedelta | TooFew
TableRow = Sequence[FigureCell]


@dataclass(frozen=True)
class FiguresTable:
    """A table: the word of its heading, its columns' headings, how wide each is as a share, and the rows."""

    word: str
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[TableRow]


# The tables, by the words of their headings.
WORDS = ("whole", "kinds", "times", "sectors", "drills")
# Which definitions stand in the files, in this order.
DEFINED = ("period", "times", "answers", "unreached", "tasks", "duties", "lessons", "honours", "drills", "percentile")


def tables(reader: Reader, report: FiguresReport) -> Sequence[FiguresTable]:
    """Give the tables of a report; those of drills stand by themselves."""
    now, before = report.now, report.before
    return (
        _whole(reader, report),
        _kinds(reader, report),
        _times(reader, now.incidents, before.incidents),
        _sectors(reader, now.incidents, before.incidents),
        _drills(reader, report),
    )


def definitions(reader: Reader) -> Sequence[tuple[str, str]]:
    """Give each definition with what it defines."""
    return [(reader.label(f"figures-defined-{one}"), reader.label(f"figures-definition-{one}")) for one in DEFINED]


def _compared(
    reader: Reader, report: FiguresReport, word: str, rows: Iterable[tuple[str, FigureCell, FigureCell]]
) -> FiguresTable:
    headings = (
        reader.label("figures-column-what"),
        reader.label("figures-column-now", name=period_name(reader, report.period)),
        reader.label("figures-column-before", name=period_name(reader, report.period.before)),
    )
    return FiguresTable(word, headings, (0.5, 0.25, 0.25), list(rows))


def _whole(reader: Reader, report: FiguresReport) -> FiguresTable:
    both = (_whole_values(report.now), _whole_values(report.before))
    rows = [(reader.label(f"figures-row-{word}"), both[0][word], both[1][word]) for word in WHOLE]
    return _compared(reader, report, "whole", rows)


WHOLE = (
    *("incidents", "ended", "problems", "first-ready", "answered", "unreached", "tasks", "tasks-late"),
    *("duties", "duties-late", "lessons", "lessons-answered", "lessons-applied", "lessons-closed", "honours"),
)


def _whole_values(one: PeriodFigures) -> Mapping[str, FigureCell]:
    incidents, work = one.incidents, one.work
    return {
        "incidents": incidents.total,
        "ended": incidents.ended,
        "problems": one.problems,
        "first-ready": _median(incidents.times[MeasuredTime.READY]),
        "answered": OutOf(incidents.answers.answered, incidents.answers.called),
        "unreached": incidents.unreached,
        "tasks": work.tasks,
        "tasks-late": work.tasks_late,
        "duties": work.duties,
        "duties-late": len(work.duties_late),
        "lessons": work.lessons.sent,
        "lessons-answered": OutOf(work.lessons.answered, work.lessons.asked),
        "lessons-applied": work.lessons.applied,
        "lessons-closed": work.lessons.closed,
        "honours": work.honours,
    }


def _median(one: Spread) -> FigureCell:
    return one.median if one.median is not None else TooFew(one.count)


def _ninetieth(one: Spread) -> FigureCell:
    return one.ninetieth if one.ninetieth is not None else TooFew(one.count)


def _kinds(reader: Reader, report: FiguresReport) -> FiguresTable:
    """Count by severity, then by type; what neither period had is left out."""
    now, before = report.now.incidents, report.before.incidents
    severities = [
        (severity_name(reader, one), now.by_severity.get(one, 0), before.by_severity.get(one, 0))
        for one in dict.fromkeys((*now.by_severity, *before.by_severity))
    ]
    types = [
        (type_name(reader, one), now.by_type.get(one, 0), before.by_type.get(one, 0))
        for one in dict.fromkeys((*now.by_type, *before.by_type))
    ]
    return _compared(reader, report, "kinds", (*severities, *types))


def _times(reader: Reader, now: CourseFigures, before: CourseFigures) -> FiguresTable:
    headings = [reader.label(f"figures-column-{one}") for one in TIME_COLUMNS]
    rows = [_time_row(time_name(reader, one), now.times[one], before.times[one]) for one in MeasuredTime]
    return FiguresTable("times", headings, (0.36, 0.1, 0.18, 0.18, 0.18), rows)


TIME_COLUMNS = ("time", "count", "median", "ninetieth", "median-before")


def _time_row(name: str, now: Spread, before: Spread) -> TableRow:
    return (name, now.count, _median(now), _ninetieth(now), _median(before))


def _sectors(reader: Reader, now: CourseFigures, before: CourseFigures) -> FiguresTable:
    headings = [reader.label(f"figures-column-{one}") for one in SECTOR_COLUMNS]
    rows = [_sector_row(reader.label("figures-all-sectors"), now.answers, before.answers)]
    for sector in dict.fromkeys((*now.sectors, *before.sectors)):
        figures = now.sectors.get(sector, AnswerFigures()), before.sectors.get(sector, AnswerFigures())
        rows.append(_sector_row(sector_name(reader, sector), *figures))
    return FiguresTable("sectors", headings, (0.28, 0.12, 0.12, 0.16, 0.16, 0.16), rows)


SECTOR_COLUMNS = ("sector", "called", "rate", "median", "ninetieth", "rate-before")


def _sector_row(name: str, now: AnswerFigures, before: AnswerFigures) -> TableRow:
    return (
        name,
        now.called,
        OutOf(now.answered, now.called),
        _median(now.took),
        _ninetieth(now.took),
        OutOf(before.answered, before.called),
    )


def _drills(reader: Reader, report: FiguresReport) -> FiguresTable:
    both = (_drill_values(report.now), _drill_values(report.before))
    rows = [(reader.label(f"figures-row-{word}"), both[0][word], both[1][word]) for word in DRILLS]
    return _compared(reader, report, "drills", rows)


DRILLS = ("drill-alerts", "drill-answered", "drill-ready", "drill-scripted", "drill-injects", "tests", "confirmed")


def _drill_values(one: PeriodFigures) -> Mapping[str, FigureCell]:
    drills = one.drills
    return {
        "drill-alerts": drills.alerts.total,
        "drill-answered": OutOf(drills.alerts.answers.answered, drills.alerts.answers.called),
        "drill-ready": _median(drills.alerts.times[MeasuredTime.READY]),
        "drill-scripted": drills.scripted,
        "drill-injects": OutOf(drills.injects_answered, drills.injects),
        "tests": drills.tests,
        "confirmed": OutOf(drills.confirmed, drills.asked),
    }
