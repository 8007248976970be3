"""The figures of a period as text, part by part, with how each is counted below it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.figures.taps import DigestsTap, FiguresFile, FiguresFileTap, FiguresPart, FiguresTap
from handlers.figures.views import quantities
from handlers.figures.views.naming import (
    period_days,
    period_name,
    sector_name,
    severity_name,
    time_name,
    type_name,
)
from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.tally.taps import ListTap
from models.figures import DigestRhythm
from models.identity import id_of
from services.figures import periods
from services.figures.courses import MeasuredTime
from services.figures.drills import DrillFigures
from services.figures.figures import FiguresReport, PeriodFigures
from services.figures.laying import AnswerFigures, CourseFigures
from services.figures.periods import Period, PeriodKind
from services.figures.work import LateDuty
from services.papers.lateness import LateNotice
from services.tally.counting import AnswerGroup

# So many kinds of incidents and late notices are named; the files have all.
MOST_TYPES, MOST_LATE, MOST_OWED = 5, 5, 3
Lines = Sequence[Markup]


def page(
    reader: Reader,
    report: FiguresReport,
    part: FiguresPart,
    *,
    now: datetime,
    hears: bool = False,
    rhythm: DigestRhythm | None = None,
) -> Message:
    """Show a part of the figures; as a digest with a head of its own, and with how another period is asked for."""
    parts = [Markup("\n").join(_head(reader, report, part, rhythm))]
    if report.now.is_empty and part is FiguresPart.OVERVIEW:
        parts.append(reader.say("figures-nothing"))
    else:
        parts += [Markup("\n").join(PARTS[part](reader, report)), _how(reader, part)]
    if part is FiguresPart.OVERVIEW and report.owed:
        parts.append(Markup("\n").join(_owed(reader, report.owed)))
    if part is FiguresPart.OVERVIEW and report.reports:
        parts.append(Markup("\n").join(_reports(reader, report)))
    if hears:
        parts.append(reader.say("figures-type-another"))
    return Message(Markup("\n\n").join(parts), rows=_rows(reader, report, part, now))


def _head(reader: Reader, report: FiguresReport, part: FiguresPart, rhythm: DigestRhythm | None) -> Lines:
    period = report.period
    name, before = period_name(reader, period), period_name(reader, period.before)
    key = f"digest-head-{rhythm}" if rhythm is not None else f"figures-head-{PART_WORDS[part]}"
    beside = (
        reader.say("figures-until", until=reader.moment(report.until), before=before)
        if report.until is not None
        else reader.say("figures-beside", before=before)
    )
    return [reader.say(key, name=name, days=period_days(reader, period)), beside]


def _how(reader: Reader, part: FiguresPart) -> Markup:
    """Say how the figures of a part are counted, folded until it is wanted."""
    return reader.say("figures-how", words=reader.say(f"figures-how-{PART_WORDS[part]}"))


def _overview(reader: Reader, report: FiguresReport) -> Lines:
    now, before = report.now, report.before
    lines = [*_incidents(reader, now, before), *_helped(reader, now.incidents, before.incidents)]
    lines += [_late_tasks(reader, now, before), _late_duties_short(reader, now, before)]
    lines.append(_compared(reader, "figures-lessons", now.work.lessons.sent, before.work.lessons.sent))
    lines.append(_compared(reader, "figures-honours", now.work.honours, before.work.honours))
    lines.append(_compared(reader, "figures-drills", now.drills.total, before.drills.total))
    return lines


def _compared(reader: Reader, key: str, now: int, before: int) -> Markup:
    """Say a number and the one of the time before."""
    return reader.say(key, count=reader.number(now), before=reader.number(before))


def _incidents(reader: Reader, now: PeriodFigures, before: PeriodFigures) -> Lines:
    incidents = now.incidents
    lines = [
        reader.say(
            "figures-incidents",
            count=reader.number(incidents.total),
            before=reader.number(before.incidents.total),
            ended=reader.number(incidents.ended),
        )
    ]
    if incidents.total:
        severities = (f"{severity_name(reader, one)} {number}" for one, number in incidents.by_severity.items())
        lines.append(reader.say("figures-severities", counts=" · ".join(severities)))
        lines.append(reader.say("figures-types", counts=_types(reader, incidents)))
    if now.problems or before.problems:
        lines.append(_compared(reader, "figures-problems", now.problems, before.problems))
    return lines


def _types(reader: Reader, incidents: CourseFigures) -> str:
    """Name the types that there were, the most frequent first."""
    ordered = sorted(incidents.by_type.items(), key=lambda one: -one[1])
    named = [f"{type_name(reader, one)} {number}" for one, number in ordered[:MOST_TYPES]]
    left = sum(number for _, number in ordered[MOST_TYPES:])
    return " · ".join([*named, *([reader.label("figures-types-more", count=left)] if left else [])])


def _helped(reader: Reader, now: CourseFigures, before: CourseFigures) -> Lines:
    if not now.total:
        return []
    return [
        reader.say(
            "figures-first-ready",
            median=quantities.median(reader, now.times[MeasuredTime.READY]),
            before=quantities.median(reader, before.times[MeasuredTime.READY]),
        ),
        _answer_rate(reader, now.answers, before.answers),
        _compared(reader, "figures-unreached", now.unreached, before.unreached),
    ]


def _answer_rate(reader: Reader, now: AnswerFigures, before: AnswerFigures) -> Markup:
    return reader.say(
        "figures-answered",
        share=quantities.share(reader, now.answered, now.called),
        before=quantities.share(reader, before.answered, before.called),
    )


def _late_tasks(reader: Reader, now: PeriodFigures, before: PeriodFigures) -> Markup:
    return reader.say(
        "figures-tasks",
        late=reader.number(now.work.tasks_late),
        count=reader.number(now.work.tasks),
        before=f"{reader.number(before.work.tasks_late)}/{reader.number(before.work.tasks)}",
    )


def _late_duties_short(reader: Reader, now: PeriodFigures, before: PeriodFigures) -> Markup:
    """Say how many notices by law were late, and of which incidents."""
    late = now.work.duties_late
    line = reader.say(
        "figures-duties",
        late=reader.number(len(late)),
        count=reader.number(now.work.duties),
        before=f"{reader.number(len(before.work.duties_late))}/{reader.number(before.work.duties)}",
    )
    codes = list(dict.fromkeys(one.code for one in late))[:MOST_LATE]
    return Markup(": ").join([line, ", ".join(codes)]) if codes else line


def _times(reader: Reader, report: FiguresReport) -> Lines:
    now, before = report.now.incidents, report.before.incidents
    return [_time_line(reader, time, now, before) for time in MeasuredTime]


def _time_line(reader: Reader, time: MeasuredTime, now: CourseFigures, before: CourseFigures) -> Markup:
    return reader.say(
        "figures-time",
        name=time_name(reader, time),
        spread=quantities.spread(reader, now.times[time]),
        before=quantities.median(reader, before.times[time]),
    )


def _answers(reader: Reader, report: FiguresReport) -> Lines:
    now, before = report.now.incidents, report.before.incidents
    lines = [_answer_line(reader, reader.label("figures-all-sectors"), now.answers, before.answers)]
    for sector, of_sector in now.sectors.items():
        then = before.sectors.get(sector, AnswerFigures())
        lines.append(_answer_line(reader, sector_name(reader, sector), of_sector, then))
    return [*lines, _compared(reader, "figures-unreached", now.unreached, before.unreached)]


def _answer_line(reader: Reader, name: str, now: AnswerFigures, before: AnswerFigures) -> Markup:
    return reader.say(
        "figures-sector",
        name=name,
        share=quantities.share(reader, now.answered, now.called),
        spread=quantities.spread(reader, now.took),
        before=quantities.share(reader, before.answered, before.called),
    )


def _work(reader: Reader, report: FiguresReport) -> Lines:
    now, before = report.now, report.before
    late, lessons = now.work.duties_late, now.work.lessons
    lines = [_late_tasks(reader, now, before), _late_duties_short(reader, now, before)]
    lines += [_late_duty(reader, one) for one in late[:MOST_LATE]]
    if len(late) > MOST_LATE:
        lines.append(reader.say("figures-duties-more", count=len(late) - MOST_LATE))
    lines.append(_compared(reader, "figures-lessons", lessons.sent, before.work.lessons.sent))
    if lessons.asked:
        said = quantities.share(reader, lessons.answered, lessons.asked)
        lines.append(reader.say("figures-lessons-said", share=said, applied=reader.number(lessons.applied)))
    lines.append(_compared(reader, "figures-lessons-closed", lessons.closed, before.work.lessons.closed))
    return [*lines, _compared(reader, "figures-honours", now.work.honours, before.work.honours)]


def _owed(reader: Reader, owed: Sequence[LateNotice]) -> Lines:
    """Name the notices by law that are late now, the longest first."""
    lines = [reader.say("figures-owed", count=reader.number(len(owed)))]
    for one in owed[:MOST_OWED]:
        what = reader.label(f"duty-law-{one.rule}")
        lines.append(reader.say("figures-duty-open", code=one.incident.code, what=what, at=reader.moment(one.due_at)))
    if len(owed) > MOST_OWED:
        lines.append(reader.say("figures-duties-more", count=len(owed) - MOST_OWED))
    return lines


def _reports(reader: Reader, report: FiguresReport) -> Lines:
    """Name the reports of the year that are due soon."""
    lines = [reader.say("figures-reports")]
    for rule, at in report.reports:
        name = reader.label(f"half-year-rule-{rule.word}")
        lines.append(reader.say("figures-report-due", name=name, at=reader.day(at)))
    return lines


def _late_duty(reader: Reader, one: LateDuty) -> Markup:
    key = "figures-duty-open" if one.is_open else "figures-duty-late"
    what = reader.label(f"duty-law-{one.rule}")
    return reader.say(key, code=one.code, what=what, at=reader.moment(one.due_at))


def _drills(reader: Reader, report: FiguresReport) -> Lines:
    now, before = report.now.drills, report.before.drills
    return [
        _compared(reader, "figures-drill-alerts", now.alerts.total, before.alerts.total),
        *_drill_course(reader, now, before),
        _compared(reader, "figures-drill-scripted", now.scripted, before.scripted),
        *_share_line(reader, "figures-drill-injects", (now.injects_answered, now.injects), before.injects),
        _compared(reader, "figures-drill-tests", now.tests, before.tests),
        *_share_line(reader, "figures-drill-confirmed", (now.confirmed, now.asked), before.asked),
    ]


def _drill_course(reader: Reader, now: DrillFigures, before: DrillFigures) -> Lines:
    if not now.alerts.total:
        return []
    ready = MeasuredTime.READY
    return [
        _answer_line(reader, reader.label("figures-all-sectors"), now.alerts.answers, before.alerts.answers),
        _time_line(reader, ready, now.alerts, before.alerts),
    ]


def _share_line(reader: Reader, key: str, now: tuple[int, int], before: int) -> Lines:
    """Say a share where there is something that it is of."""
    return [reader.say(key, share=quantities.share(reader, *now))] if now[1] or before else []


PARTS: Mapping[FiguresPart, Callable[[Reader, FiguresReport], Lines]] = {
    FiguresPart.OVERVIEW: _overview,
    FiguresPart.TIMES: _times,
    FiguresPart.ANSWERS: _answers,
    FiguresPart.WORK: _work,
    FiguresPart.DRILLS: _drills,
}
PART_WORDS: Mapping[FiguresPart, str] = {
    FiguresPart.OVERVIEW: "overview",
    FiguresPart.TIMES: "times",
    FiguresPart.ANSWERS: "answers",
    FiguresPart.WORK: "work",
    FiguresPart.DRILLS: "drills",
}


def _rows(reader: Reader, report: FiguresReport, part: FiguresPart, now: datetime) -> tuple[tuple[Button, ...], ...]:
    """Offer parts, lengths of period and files below all in short, and below a part the way back there."""
    period, turned = report.period, _turned(reader, report.period, part, now)
    if part is not FiguresPart.OVERVIEW:
        listed = _unreached(reader, report) if part is FiguresPart.ANSWERS else ()
        return tuple(row for row in (turned, listed, (_part(reader, period, FiguresPart.OVERVIEW),)) if row)
    parts = [_part(reader, period, one) for one in FiguresPart if one is not FiguresPart.OVERVIEW]
    files = tuple(
        Button(reader.label(f"figures-button-{one}"), FiguresFileTap(one, period.key).pack()) for one in FiguresFile
    )
    foot = (
        Button(reader.label("figures-button-digests"), DigestsTap().pack()),
        Button(reader.label("button-menu"), MenuTap("menu").pack()),
    )
    return (turned, _kinds(reader, period, part, now), tuple(parts[:2]), tuple(parts[2:]), files, foot)


def _part(reader: Reader, period: Period, part: FiguresPart) -> Button:
    return Button(reader.label(f"figures-button-{PART_WORDS[part]}"), FiguresTap(part, period.key).pack())


def _turned(reader: Reader, period: Period, part: FiguresPart, now: datetime) -> tuple[Button, ...]:
    """Lead to the period before, if there was one, and to the next one where it has begun."""
    before, after = period.before, period.after
    buttons = []
    if not before.is_too_early:
        buttons.append(Button(f"‹ {period_name(reader, before)}", FiguresTap(part, before.key).pack()))
    if after.first <= now.astimezone(reader.time_zone).date():
        buttons.append(Button(f"{period_name(reader, after)} ›", FiguresTap(part, after.key).pack()))
    return tuple(buttons)


def _kinds(reader: Reader, period: Period, part: FiguresPart, now: datetime) -> tuple[Button, ...]:
    """Lead to the other lengths of period: those in which this one ends, or today lies."""
    day = min(period.last, now.astimezone(reader.time_zone).date())
    return tuple(
        Button(reader.label(f"figures-button-{kind}"), FiguresTap(part, periods.of_day(kind, day).key).pack())
        for kind in PeriodKind
        if kind is not period.kind
    )


def _unreached(reader: Reader, report: FiguresReport) -> tuple[Button, ...]:
    """Lead to the list of those whom the newest such incident did not reach."""
    incident = report.now.incidents.unreached_in
    if incident is None:
        return ()
    text = reader.label("figures-button-unreached", code=incident.code)
    return (Button(text, ListTap(id_of(incident), AnswerGroup.UNREACHABLE, 0).pack()),)


def being_made(reader: Reader, period: Period) -> Message:
    """Say that the figures of a long period are being made."""
    return Message(reader.say("figures-being-made", name=period_name(reader, period)))


def under_way(reader: Reader) -> str:
    """Say that the file is being made."""
    return reader.label("figures-under-way")


def caption(reader: Reader, period: Period) -> str:
    """Say below a file what it is."""
    return reader.label("figures-caption", name=period_name(reader, period), days=period_days(reader, period))
