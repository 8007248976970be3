"""A drill's report as a file: its course, what each business answered, how soon; always in Vietnamese."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label, labelled
from handlers.papers.views import boxes, covers
from handlers.papers.views.values import Drafter
from models.drills import InjectReply
from models.tlp import UNLABELLED
from services.drills.scoring import DrillResult
from services.papers.exercises import DrillRecords, DrillReply

FORM = "exercise"
COURSE = ("number", "at", "inject", "expected")
SCORES = ("number", "business", "points", "seen", "answered", "done", "minutes")
REPLIES = ("inject", "business", "result", "at", "took")


@dataclass(frozen=True)
class DrillOrder:
    """What is to be written, and who drafts it."""

    records: DrillRecords
    drafter: Drafter
    reader: Reader


def caption(reader: Reader, records: DrillRecords) -> str:
    """Say below the file what it is."""
    return labelled(reader.label("exercise-report-caption", code=records.drill.code), UNLABELLED)


def written(order: DrillOrder) -> bytes:
    """Write the report; what was good and what is to change is left to be written by hand."""
    reader, drill = order.reader, order.records.drill
    about = reader.label("paper-about-exercise", code=drill.code, title=reader.own(drill.title))
    marks = f"{reader.label('drill-word')} · {label(UNLABELLED)}"
    paper = covers.begin(reader, order.drafter, form=FORM, symbol="report", about=about, label=marks)
    boxes.heading(paper, f"1. {reader.label('exercise-report-overview')}")
    for word, value in _overview(reader, order.records):
        boxes.field(paper, reader.label(f"exercise-report-{word}"), value)
    boxes.heading(paper, f"2. {reader.label('paper-part-course')}")
    _table(paper, reader, COURSE, _course(reader, order.records), (0.08, 0.27, 0.37, 0.28))
    boxes.heading(paper, f"3. {reader.label('exercise-report-scores')}")
    _table(paper, reader, SCORES, _scores(reader, order.records.result), (0.08, 0.36, 0.1, 0.11, 0.12, 0.12, 0.11))
    boxes.heading(paper, f"4. {reader.label('exercise-report-replies')}")
    replies = [_reply(reader, one) for one in order.records.replies]
    _table(paper, reader, REPLIES, replies, (0.13, 0.33, 0.2, 0.22, 0.12))
    if order.records.left_out:
        boxes.text(paper, reader.label("exercise-report-left-out", count=order.records.left_out))
    boxes.heading(paper, f"5. {reader.label('exercise-report-judged')}")
    for word in ("went-well", "to-change"):
        boxes.field(paper, reader.label(f"exercise-report-{word}"), "")
    covers.close(paper, reader, order.drafter, form=FORM)
    return boxes.written(paper)


def _table(
    paper: Paper, reader: Reader, columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> None:
    if not rows:
        boxes.text(paper, reader.label("paper-table-empty"))
        return
    boxes.table(paper, [reader.label(f"exercise-column-{one}") for one in columns], rows, widths)


def _overview(reader: Reader, records: DrillRecords) -> Sequence[tuple[str, str]]:
    drill, whole = records.drill, records.result.whole
    minutes = reader.number(round(whole.minutes, 1)) if whole.minutes is not None else "–"
    return (
        ("began", reader.moment(drill.began_at or drill.starts_at)),
        ("ended", reader.moment(drill.ended_at) if drill.ended_at is not None else ""),
        ("told", reader.label("exercise-report-announced" if drill.announced else "exercise-report-unannounced")),
        ("partaking", reader.number(records.partaking)),
        ("answered", f"{whole.answered}/{whole.given} ({reader.share(whole.answered, whole.given)})"),
        ("minutes", minutes),
        ("points", reader.number(whole.points)),
    )


def _course(reader: Reader, records: DrillRecords) -> Sequence[Sequence[str]]:
    return [
        (
            str(number),
            reader.moment(one.row.came_at) if one.row.came_at is not None else reader.label("exercise-report-never"),
            reader.own(one.step.text),
            reader.own(one.step.expected),
        )
        for number, one in enumerate(records.injects, 1)
    ]


def _scores(reader: Reader, result: DrillResult) -> Sequence[Sequence[str]]:
    return [
        (
            str(number),
            one.member.name,
            str(one.score.points),
            f"{one.score.seen}/{one.score.given}",
            f"{one.score.answered}/{one.score.given}",
            f"{one.score.done}/{one.score.given}",
            reader.number(round(one.score.minutes, 1)) if one.score.minutes is not None else "–",
        )
        for number, one in enumerate(result.ranked, 1)
    ]


def _reply(reader: Reader, one: DrillReply) -> Sequence[str]:
    reply = one.reply
    result = reader.label(f"exercise-result-{_result(reply)}")
    took = reader.number(round(reply.took_seconds / 60, 1)) if reply.took_seconds is not None else "–"
    at = reader.moment(reply.answered_at) if reply.answered_at is not None else "–"
    return str(one.number), one.business, f"{result}: {reply.words}" if reply.words else result, at, took


def _result(reply: InjectReply) -> str:
    if reply.done is not None:
        return "done" if reply.done else "cannot"
    if reply.answered_at is not None:
        return "said"
    return "seen" if reply.seen_at is not None else "silent"
