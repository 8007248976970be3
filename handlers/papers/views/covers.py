"""What stands above and below the text of every document of the office."""

from collections.abc import Sequence

from docx.document import Document as Paper

from handlers.frame.views.reader import Reader
from handlers.papers.views import boxes
from handlers.papers.views.boxes import DocumentHead, Signer
from handlers.papers.views.values import Drafter
from models.papers import PaperForm

BLANK = "\u00a0" * 6


def begin(reader: Reader, drafter: Drafter, *, form: str, symbol: str, about: str, label: str = "") -> Paper:
    """Begin a document: the head, and unless it is a letter the subject; then to whom it goes.

    `form` and `symbol` (letter, minutes or report) end the keys of its texts.
    """
    paper = boxes.begin(title=about, author=drafter.department, now=drafter.now, label=label)
    is_letter = symbol == "letter"
    # A letter names no type; behind the office stands who drafts it.
    symbol = "letter-by" if is_letter and drafter.unit else symbol
    head = DocumentHead(
        (reader.label("paper-republic"), reader.label("paper-motto")),
        drafter.above,
        drafter.department,
        reader.label(f"paper-symbol-{symbol}", office=initials(reader, drafter.department), unit=drafter.unit),
        reader.label("paper-letter-about", about=about) if is_letter else "",
    )
    year = drafter.now.astimezone(reader.time_zone).year
    boxes.head(
        paper,
        head,
        place_and_day=reader.label("paper-place-and-day", place=drafter.place, blank=BLANK, year=str(year)),
        number=reader.label("paper-number", blank=BLANK),
    )
    if not is_letter:
        boxes.subject(paper, reader.label(f"paper-type-{form}"), about)
    to = reader.label(f"paper-to-{form}")
    if to != "-":
        boxes.addressed(paper, reader.label("paper-to"), to.splitlines())
    return paper


def close(paper: Paper, reader: Reader, drafter: Drafter, *, form: str) -> None:
    """Write the last sentence, who signs and to whom copies go."""
    boxes.text(paper, reader.label(f"paper-closing-{form}", department=drafter.department))
    is_minutes = form == PaperForm.MINUTES
    boxes.close(
        paper,
        signer=_signer(reader, "paper-chair" if is_minutes else "paper-signer"),
        secretary=_signer(reader, "paper-secretary") if is_minutes else None,
        receivers=receivers(reader, drafter, reader.label(f"paper-copies-{form}")),
        receivers_label=reader.label("paper-copies"),
    )


def receivers(reader: Reader, drafter: Drafter, named: str) -> Sequence[str]:
    """List to whom copies go: those that are `named` in a line each, last of all the office's own files."""
    key = "paper-copies-kept-by" if drafter.unit else "paper-copies-kept"
    return [*named.splitlines(), reader.label(key, unit=drafter.unit)]


def appendix(paper: Paper, reader: Reader, drafter: Drafter, *, form: str, about: str) -> None:
    """Begin the appendix of a document; its number and day are written by hand, as those of the document."""
    year = str(drafter.now.astimezone(reader.time_zone).year)
    kind = reader.label(f"paper-type-{form}")
    belongs = reader.label("paper-appendix-of", kind=kind, blank=BLANK, year=year, department=drafter.department)
    boxes.appendix(paper, reader.label("paper-appendix"), about, belongs)


def _signer(reader: Reader, key: str) -> Signer:
    return Signer(tuple(reader.label(key).splitlines()))


def initials(reader: Reader, department: str) -> str:
    """Give the letters by which an office signs its papers: "Sở Khoa học và Công nghệ" is SKHCN."""
    unlettered = reader.label("paper-unlettered").split()
    return "".join(word[0] for word in department.split() if word.lower() not in unlettered).upper()
