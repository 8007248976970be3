"""The letters of a year (.docx): a page for each business that agreed to be named, drafted for whoever signs them.

Number, day and signature are written by hand. Always in Vietnamese, as an office writes.
"""

from collections.abc import Mapping, Sequence

from docx.document import Document as Paper

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.honours.views import cards
from handlers.papers.views import boxes
from handlers.papers.views.boxes import DocumentHead, Signer
from handlers.papers.views.covers import BLANK, initials, receivers
from handlers.papers.views.values import Drafter
from services.honours.honours import HonourSheet, label_of_all, named_among

# What is written by hand in the middle of a sentence, where blanks would be laid together.
DOTS = "……"


def by_business(found: Sequence[HonourSheet]) -> Mapping[str, Sequence[HonourSheet]]:
    """Lay together what each business that agreed is honoured for; drills are no achievements of that year."""
    laid: dict[str, list[HonourSheet]] = {}
    for one in named_among(found):
        if not one.honour.is_drill:
            laid.setdefault(one.member.name, []).append(one)
    return laid


def written(reader: Reader, drafter: Drafter, year: int, found: Sequence[HonourSheet]) -> bytes:
    """Write the file; it carries the narrowest label of what it tells."""
    laid = by_business(found)
    paper = boxes.begin(
        title=reader.label("honour-letter-title", year=str(year)),
        author=drafter.department,
        now=drafter.now,
        label=label(label_of_all([one for lines in laid.values() for one in lines])),
    )
    for number, (name, lines) in enumerate(laid.items()):
        if number:
            boxes.next_document(paper)
        _write(paper, reader, drafter, name, lines, year)
    return boxes.written(paper)


def _write(paper: Paper, reader: Reader, drafter: Drafter, name: str, lines: Sequence[HonourSheet], year: int) -> None:
    """Write the page of one business."""
    head = DocumentHead(
        (reader.label("paper-republic"), reader.label("paper-motto")),
        drafter.above,
        drafter.department,
        reader.label("honour-letter-symbol", office=initials(reader, drafter.department)),
    )
    now_year = drafter.now.astimezone(reader.time_zone).year
    boxes.head(
        paper,
        head,
        place_and_day=reader.label("paper-place-and-day", place=drafter.place, blank=BLANK, year=str(now_year)),
        number=reader.label("paper-number", blank=BLANK),
    )
    boxes.subject(paper, reader.label("honour-letter-type"), name)
    boxes.text(paper, reader.label("honour-letter-words", department=drafter.department, name=name, year=str(year)))
    for place, one in enumerate(lines, 1):
        end = "." if place == len(lines) else ";"
        boxes.text(paper, reader.label("honour-letter-line", text=cards.outside(reader, one).rstrip("."), end=end))
    decided = {"dots": DOTS, "year": str(now_year), "office": initials(reader, drafter.department)}
    boxes.text(paper, reader.label("honour-letter-decision", department=drafter.department, **decided))
    boxes.close(
        paper,
        signer=Signer(tuple(reader.label("honour-letter-signer").splitlines())),
        receivers=receivers(reader, drafter, reader.label("honour-letter-copies", name=name)),
        receivers_label=reader.label("paper-copies"),
    )
