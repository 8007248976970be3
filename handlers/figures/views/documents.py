"""The figures of a period as a document (.docx) that an office would sign, always in Vietnamese."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from handlers.figures.views import quantities
from handlers.figures.views.naming import LABEL, period_days, period_name
from handlers.figures.views.tables import FigureCell, FiguresTable, OutOf, TooFew, definitions, tables
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.papers.views import boxes
from handlers.papers.views.boxes import DocumentHead, Signer
from handlers.papers.views.covers import BLANK, initials, receivers
from handlers.papers.views.values import Drafter
from services.figures.figures import FiguresReport
from services.figures.spreads import Spread


@dataclass(frozen=True)
class FiguresOrder:
    """What is to be written: the figures, the charts in it (PNG), who drafts it, and in which language."""

    report: FiguresReport
    charts: Sequence[bytes]
    drafter: Drafter
    reader: Reader


def written(order: FiguresOrder) -> bytes:
    """Write the document: each table under a heading, the charts, and how everything is counted."""
    reader, period = order.reader, order.report.period
    about = reader.label("figures-about", name=period_name(reader, period))
    paper = boxes.begin(title=about, author=order.drafter.department, now=order.drafter.now, label=label(LABEL))
    _begin(paper, order, about)
    boxes.text(paper, _opening(order))
    found = tables(reader, order.report)
    for number, one in enumerate(found, 1):
        boxes.heading(paper, f"{number}. {reader.label(f'figures-table-{one.word}')}")
        _write_table(paper, reader, one)
    if order.charts:
        boxes.heading(paper, f"{len(found) + 1}. {reader.label('figures-table-charts')}")
        for content in order.charts:
            boxes.picture(paper, content)
    boxes.heading(paper, f"{len(found) + 1 + bool(order.charts)}. {reader.label('figures-table-definitions')}")
    for name, words in definitions(reader):
        boxes.text(paper, f"{name}: {words}")
    boxes.text(paper, reader.label("figures-closing", department=order.drafter.department))
    boxes.close(
        paper,
        signer=Signer(tuple(reader.label("paper-signer").splitlines())),
        receivers=receivers(reader, order.drafter, reader.label("figures-copies")),
        receivers_label=reader.label("paper-copies"),
    )
    return boxes.written(paper)


def _begin(paper: Paper, order: FiguresOrder, about: str) -> None:
    """Write what stands above the text."""
    reader, drafter = order.reader, order.drafter
    symbol = reader.label("paper-symbol-report", office=initials(reader, drafter.department))
    republic = (reader.label("paper-republic"), reader.label("paper-motto"))
    year = drafter.now.astimezone(reader.time_zone).year
    boxes.head(
        paper,
        DocumentHead(republic, drafter.above, drafter.department, symbol),
        place_and_day=reader.label("paper-place-and-day", place=drafter.place, blank=BLANK, year=str(year)),
        number=reader.label("paper-number", blank=BLANK),
    )
    boxes.subject(paper, reader.label("paper-type-incident"), about)
    boxes.addressed(paper, reader.label("paper-to"), reader.label("paper-to-incident").splitlines())


def _opening(order: FiguresOrder) -> str:
    """Say which days are counted and beside which; that nothing happened where nothing did."""
    reader, report = order.reader, order.report
    before = period_name(reader, report.period.before)
    days = period_days(reader, report.period)
    if report.until is not None:
        said = reader.label("figures-opening-until", days=days, until=reader.moment(report.until), before=before)
    else:
        said = reader.label("figures-opening", days=days, before=before)
    return f"{said}\n{reader.label('figures-opening-nothing')}" if report.now.is_empty else said


def _write_table(paper: Paper, reader: Reader, one: FiguresTable) -> None:
    if not one.rows:
        boxes.text(paper, reader.label("paper-table-empty"))
        return
    rows = [[_said(reader, cell) for cell in row] for row in one.rows]
    boxes.table(paper, one.headings, rows, one.widths, figures=True)


def _said(reader: Reader, cell: FigureCell) -> str:
    """Write a cell in words."""
    match cell:
        case OutOf(_, 0) | TooFew(0):
            return "–"
        case OutOf(part, whole):
            return quantities.share(reader, part, whole)
        case TooFew(count):
            return quantities.too_few(reader, Spread(count))
        case int():
            return reader.number(cell)
        case str():
            return cell
    return quantities.length(reader, cell)
