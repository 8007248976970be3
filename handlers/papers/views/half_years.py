"""The half-year's report (Mẫu 05): its page in chat, and its file, always in Vietnamese."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from docx.document import Document as Paper
from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label, labelled
from handlers.papers.taps import HalfYearFileTap, HalfYearTap
from handlers.papers.views import boxes, covers
from handlers.papers.views.values import Drafter
from models.tlp import UNLABELLED
from services.papers.half_years import HalfYear, HalfYearFigures, TypeCount
from services.systems.legal import PeriodicRule

FORM = "half-year"
COLUMNS = ("number", "type", "total", "alone", "helped", "foreign", "escalated")
WIDTHS = (0.07, 0.33, 0.1, 0.12, 0.14, 0.12, 0.12)


@dataclass(frozen=True)
class HalfYearOrder:
    """What is to be written: the figures, who drafts, and what is known of who reports, by field."""

    figures: HalfYearFigures
    drafter: Drafter
    reporter: dict[str, str]
    reader: Reader


def page(
    reader: Reader,
    figures: HalfYearFigures,
    due: Sequence[tuple[PeriodicRule, datetime]],
    *,
    has_next: bool,
) -> Message:
    """Show the figures in short, when the next report is due, and the way to the file and to other half-years."""
    period, whole = figures.period, figures.whole
    lines = [
        reader.say("half-year-head", half=period.half, year=str(period.year)),
        reader.say(
            "half-year-figures", total=whole.total, alone=whole.alone, helped=whole.helped, above=whole.escalated
        ),
    ]
    lines += [
        reader.say("half-year-line", name=reader.label(f"type-{kind.replace('_', '-')}"), count=one.total)
        for kind, one in figures.by_type.items()
        if one.total
    ]
    if figures.until is not None:
        lines.append(reader.say("half-year-until", at=reader.moment(figures.until)))
    lines += [reader.say("half-year-due", name=rule_name(reader, rule), at=reader.day(at)) for rule, at in due]
    lines += [_source(reader, rule) for rule in {rule.source: rule for rule, _ in due}.values()]
    lines.append(reader.say("half-year-foot"))
    file = Button(reader.label("paper-button-file"), HalfYearFileTap(period.year, period.half).pack(), Style.PRIMARY)
    ways = [] if period.before.is_too_early else [_way(reader, period.before, "‹")]
    if has_next:
        ways.append(_way(reader, period.following, "›"))
    return Message(Markup("\n").join(lines), rows=tuple(row for row in ((file,), tuple(ways)) if row))


def rule_name(reader: Reader, rule: PeriodicRule) -> str:
    """Name a report that is due in each year."""
    return reader.label(f"half-year-rule-{rule.word}")


def _source(reader: Reader, rule: PeriodicRule) -> Markup:
    """Say where the law asks for it, once for all that it asks."""
    return reader.say("half-year-source" if rule.confirmed else "half-year-source-unconfirmed", source=rule.source)


def _way(reader: Reader, period: HalfYear, mark: str) -> Button:
    name = reader.label("half-year-button", half=period.half, year=str(period.year))
    text = f"{mark} {name}" if mark == "‹" else f"{name} {mark}"
    return Button(text, HalfYearTap(period.year, period.half).pack())


def caption(reader: Reader, period: HalfYear) -> str:
    """Say below the file what it is."""
    return labelled(reader.label("half-year-caption", half=period.half, year=str(period.year)), UNLABELLED)


def written(order: HalfYearOrder) -> bytes:
    """Write the report; what the records do not know is left to be written by hand."""
    reader, figures = order.reader, order.figures
    about = reader.label(
        "paper-about-half-year",
        begins=reader.day(figures.period.begins(reader.time_zone)),
        ends=reader.day(figures.until or figures.period.last_day(reader.time_zone)),
    )
    # Businesses are named, and nothing that only few may know.
    paper = covers.begin(reader, order.drafter, form=FORM, symbol="report", about=about, label=label(UNLABELLED))
    boxes.heading(paper, f"1. {reader.label('paper-part-reporter')}")
    for word, value in order.reporter.items():
        boxes.field(paper, reader.label(f"paper-field-{word}"), value)
    boxes.heading(paper, f"2. {reader.label('half-year-part-counts')}")
    if figures.until is not None:
        boxes.text(paper, reader.label("half-year-until", at=reader.moment(figures.until)))
    _counts(paper, reader, figures)
    boxes.heading(paper, f"3. {reader.label('half-year-part-helpers')}")
    _helpers(paper, reader, figures)
    boxes.heading(paper, f"4. {reader.label('half-year-part-foreign')}")
    boxes.field(paper, reader.label("half-year-foreign-names"), "")
    boxes.heading(paper, f"5. {reader.label('half-year-part-wishes')}")
    boxes.field(paper, reader.label("paper-field-requests"), "")
    covers.close(paper, reader, order.drafter, form=FORM)
    return boxes.written(paper)


def _counts(paper: Paper, reader: Reader, figures: HalfYearFigures) -> None:
    rows = [
        _row(str(number), reader.label(f"type-{kind.replace('_', '-')}"), one)
        for number, (kind, one) in enumerate(figures.by_type.items(), 1)
    ]
    rows.append(_row("", reader.label("half-year-total"), figures.whole))
    boxes.table(paper, [reader.label(f"half-year-column-{one}") for one in COLUMNS], rows, WIDTHS)


def _row(number: str, name: str, one: TypeCount) -> Sequence[str]:
    # The records do not know of help from abroad.
    return number, name, str(one.total), str(one.alone), str(one.helped), "", str(one.escalated)


def _helpers(paper: Paper, reader: Reader, figures: HalfYearFigures) -> None:
    if not figures.helpers:
        boxes.text(paper, reader.label("paper-table-empty"))
        return
    headings = [reader.label(f"half-year-column-{one}") for one in ("number", "helper", "times")]
    rows = [(str(number), name, str(count)) for number, (name, count) in enumerate(figures.helpers, 1)]
    boxes.table(paper, headings, rows, (0.1, 0.65, 0.25))
