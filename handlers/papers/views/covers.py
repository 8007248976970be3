"""What stands above and below the text of every document of the office."""

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
    head = DocumentHead(
        (reader.label("paper-republic"), reader.label("paper-motto")),
        drafter.above,
        drafter.department,
        reader.label(f"paper-symbol-{symbol}", office=initials(reader, drafter.department)),
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


def close(paper: Paper, reader: Reader, drafter: Drafter, *, form: str) -> bytes:
    """Write the last sentence, who signs and to whom copies go; give the content of the file."""
    boxes.text(paper, reader.label(f"paper-closing-{form}", department=drafter.department))
    is_minutes = form == PaperForm.MINUTES
    boxes.close(
        paper,
        signer=_signer(reader, "paper-chair" if is_minutes else "paper-signer"),
        secretary=_signer(reader, "paper-secretary") if is_minutes else None,
        receivers=reader.label(f"paper-copies-{form}").splitlines(),
        receivers_label=reader.label("paper-copies"),
    )
    return boxes.written(paper)


def _signer(reader: Reader, key: str) -> Signer:
    return Signer(tuple(reader.label(key).splitlines()))


def initials(reader: Reader, department: str) -> str:
    """Give the letters by which an office signs its papers: "Sở Khoa học và Công nghệ" is SKHCN."""
    unlettered = reader.label("paper-unlettered").split()
    return "".join(word[0] for word in department.split() if word.lower() not in unlettered).upper()
