"""An incident's documents as files (.docx) that an office would sign, always in Vietnamese."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.papers.views import boxes, covers
from handlers.papers.views.events import answer_name, event_line
from handlers.papers.views.values import FieldValue, PaperOrder, values
from models.papers import PaperForm
from models.responses import Answer
from models.tlp import UNLABELLED
from services.papers.shapes import SHAPES, PaperPart, PaperTable
from services.timelines.events import EventKind

Rows = Sequence[Sequence[str]]


# Who sat in a meeting to which nobody was called is written in by hand, on so many lines.
PRESENT = 4


@dataclass(frozen=True)
class TableLook:
    """The columns of a table by their words, how wide each is as a share, and its rows.

    `by_hand` are the lines that are left to be written where nothing is known.
    """

    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Callable[[Reader, PaperOrder], Rows]
    by_hand: int = 0


def written(order: PaperOrder) -> bytes:
    """Write a document; what nobody filled is left to be written by hand."""
    reader, facts, form = order.reader, order.facts, order.form
    incident, shape = facts.incident, SHAPES[form]
    about = reader.label(f"paper-about-{form}", code=incident.code, title=reader.own(incident.title))
    paper = covers.begin(
        reader,
        order.drafter,
        form=form,
        symbol="letter" if shape.is_letter else "minutes" if form is PaperForm.MINUTES else "report",
        about=about,
        label=label(incident.tlp or UNLABELLED),
    )
    given = {one.field.word: one for one in values(reader, order.drafter, facts, form)}
    for number, part in enumerate(shape.parts, 1):
        boxes.heading(paper, f"{number}. {reader.label(f'paper-part-{part.word}')}")
        _write_part(paper, order, part, given)
    covers.close(paper, reader, order.drafter, form=form)
    if order.records.answers and any(part.table is PaperTable.ANSWERS for part in shape.parts):
        covers.appendix(paper, reader, order.drafter, form=form, about=reader.label("paper-part-help"))
        _write_table(paper, order, TABLES[PaperTable.ANSWERS])
    return boxes.written(paper)


def _write_part(paper: Paper, order: PaperOrder, part: PaperPart, given: Mapping[str, FieldValue]) -> None:
    for one in part.fields:
        boxes.field(paper, order.reader.label(f"paper-field-{one.word}"), given[one.word].value)
    if part.table is PaperTable.ANSWERS:
        boxes.text(paper, _counted(order))
    elif part.table is not None:
        _write_table(paper, order, TABLES[part.table])


def _write_table(paper: Paper, order: PaperOrder, look: TableLook) -> None:
    headings = [order.reader.label(f"paper-column-{one}") for one in look.columns]
    rows = look.rows(order.reader, order)
    if rows:
        boxes.table(paper, headings, rows, look.widths)
    elif look.by_hand:
        boxes.by_hand(paper, look.by_hand)
    else:
        boxes.text(paper, order.reader.label("paper-table-empty"))


def _counted(order: PaperOrder) -> str:
    """Say in a line how many gave which answer; who did stands in the appendix."""
    reader, given = order.reader, Counter(one.answer for one, _ in order.records.answers)
    if not given:
        return reader.label("paper-table-empty")
    counts = [
        reader.label("paper-answers-of", answer=answer_name(reader, one), count=reader.number(given[one]))
        for one in Answer
        if given[one]
    ]
    return reader.label("paper-answers-counted", total=reader.number(given.total()), counts="; ".join(counts))


def _time_line(reader: Reader, order: PaperOrder) -> Rows:
    """Tell the course; each answer stands in the appendix with its moment."""
    told = (one for one in order.records.time_line if one.kind is not EventKind.ANSWERED)
    return [(reader.moment(one.at), event_line(reader, one)) for one in told]


def _answers(reader: Reader, order: PaperOrder) -> Rows:
    return [
        (str(number), name, answer_name(reader, one.answer), reader.moment(one.answered_at))
        for number, (one, name) in enumerate(order.records.answers, 1)
    ]


def _tasks(reader: Reader, order: PaperOrder) -> Rows:
    return [
        (one.code, one.what, name, reader.moment(one.due_at), reader.label(f"task-state-{one.state.replace('_', '-')}"))
        for one, name in order.records.tasks
    ]


def _calls(reader: Reader, order: PaperOrder) -> Rows:
    return [
        (str(number), one.name, one.office, reader.label(f"call-state-{one.state.replace('_', '-')}"))
        for number, one in enumerate(order.facts.calls, 1)
    ]


TABLES: Mapping[PaperTable, TableLook] = {
    PaperTable.TIME_LINE: TableLook(("at", "what"), (0.28, 0.72), _time_line),
    PaperTable.ANSWERS: TableLook(("number", "business", "answer", "at"), (0.07, 0.5, 0.19, 0.24), _answers),
    PaperTable.TASKS: TableLook(("code", "task", "business", "due", "state"), (0.18, 0.31, 0.2, 0.16, 0.15), _tasks),
    PaperTable.CALLS: TableLook(
        ("number", "name", "office", "came"), (0.08, 0.32, 0.38, 0.22), _calls, by_hand=PRESENT
    ),
}
