"""The boxes of an official document: where each part stands and how it looks, by NĐ 30/2020/NĐ-CP, Phụ lục I.

A4; margins of 20 mm above and below, 30 mm left and 15 mm right; Times New Roman. Whatever people typed is written as
tidy text, since a Word file may hold no control characters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from services.notation.spelling import tidy_text

FONT = "Times New Roman"
PAPER = (Mm(210), Mm(297))
# The head's two columns; together they are as wide as the text.
LEFT, RIGHT = Mm(73), Mm(92)
WIDTH = Length(LEFT + RIGHT)
# A chart is as narrow as a phone; wider than this it would fill its page, and the signature be left alone on another.
PICTURE = Mm(120)
TEXT, HEAD, SMALL, LIST = Pt(14), Pt(13), Pt(12), Pt(11)
FIRST_LINE, BETWEEN, LINES = Mm(12.7), Pt(6), 1.15
# The lines under the issuing body and under the subject are a third to a half as long as their texts.
SHORT_LINE = 0.4
# How wide the letters of Times are in general, and those of the motto, at a size of one: the line below is as long.
LETTER_WIDTH, MOTTO_WIDTH = 0.62, 13.05
END = "./."
# What stands in the middle of its column: numbers, shares, and the dash of what is unknown.
COUNT = re.compile(r"[\d.,/%· ]*$|–$")


@dataclass(frozen=True)
class DocumentHead:
    """What stands above a document: the superior body, the body that issues it, the republic.

    `republic` is its name and motto. `symbol` is what follows the number, such as "BC-SKHCN". `about` stands under it
    where no type is named. Number and day are written by hand when it is issued.
    """

    republic: tuple[str, str]
    above: str
    body: str
    symbol: str
    about: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signs: the authority, capacity and post, a line each; the name is left to whoever signs."""

    lines: tuple[str, ...]


def begin(*, title: str, author: str, now: datetime, label: str = "") -> Paper:
    """Begin an empty document of one section; a `label` (TLP) stands in the corner above each page."""
    paper = Document()
    paper.core_properties.title, paper.core_properties.author = title, author
    paper.core_properties.created = paper.core_properties.modified = now
    paper.core_properties.language = "vi-VN"
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, TEXT
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = paper.sections[0]
    section.page_width, section.page_height = PAPER
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    # The first page has no number.
    section.different_first_page_header_footer = True
    _number(section.header.paragraphs[0])
    if label:
        for header in (section.first_page_header, section.header):
            corner = header.paragraphs[0] if header is section.first_page_header else header.add_paragraph()
            _write(
                corner, label, HEAD, bold=True, align=WD_ALIGN_PARAGRAPH.RIGHT
            ).paragraph_format.space_after = BETWEEN
    return paper


def next_document(paper: Paper) -> None:
    """Begin another document on a page of its own in the same file: its pages count anew, the first has no number."""
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    for before in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(before)
    anew = OxmlElement("w:pgNumType")
    anew.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(anew)


def appendix(paper: Paper, kind: str, about: str, belongs_to: str) -> None:
    """Begin an appendix on a page of its own: the word, what is in it, and to which document it belongs."""
    next_document(paper)
    _centred(paper.add_paragraph(), kind, TEXT, bold=True)
    _centred(paper.add_paragraph(), about.upper(), TEXT, bold=True)
    last = _centred(paper.add_paragraph(), belongs_to, TEXT, italic=True)
    last.paragraph_format.space_after = Pt(12)


def head(paper: Paper, said: DocumentHead, *, place_and_day: str, number: str) -> None:
    """Write boxes 1 to 5b: a table without lines of two rows, so that number and place stay level."""
    body, republic, numbered, dated = _columns(paper, rows=2)
    if said.above:
        _centred(_first(body), said.above.upper(), SMALL)
    issuing = body.add_paragraph() if said.above else _first(body)
    _centred(issuing, said.body.upper(), SMALL, bold=True)
    _line(body, width=min(LEFT * SHORT_LINE, _width(said.body, SMALL) * SHORT_LINE), within=LEFT)
    _centred(_first(republic), said.republic[0], SMALL, bold=True)
    _centred(republic.add_paragraph(), said.republic[1], HEAD, bold=True)
    _line(republic, width=MOTTO_WIDTH * HEAD, within=RIGHT)
    _centred(_first(numbered), f"{number}{said.symbol}", HEAD)
    if said.about:
        about = _centred(numbered.add_paragraph(), said.about, HEAD)
        about.paragraph_format.space_before = BETWEEN
    _centred(_first(dated), place_and_day, HEAD, italic=True)


def subject(paper: Paper, kind: str, about: str) -> None:
    """Write box 5a: the type of the document in capitals, what it is about, and the line below."""
    first = _centred(paper.add_paragraph(), kind.upper(), TEXT, bold=True)
    first.paragraph_format.space_before = Pt(12)
    _centred(paper.add_paragraph(), about, TEXT, bold=True)
    width = min(_width(about, TEXT), WIDTH) * SHORT_LINE
    _line(paper, width=width, within=WIDTH).paragraph_format.space_after = BETWEEN


def addressed(paper: Paper, label: str, bodies: Sequence[str]) -> None:
    """Write box 9a: to whom it goes, one body on the line or each on a line of its own."""
    if len(bodies) == 1:
        shape = _centred(paper.add_paragraph(), f"{label} {bodies[0]}", TEXT).paragraph_format
        shape.space_before = shape.space_after = Pt(12)
        return
    lines = [label, *(f"- {one};" for one in bodies[:-1]), *(f"- {one}." for one in bodies[-1:])]
    for number, line in enumerate(lines):
        written = _write(paper.add_paragraph(), line, TEXT)
        written.paragraph_format.left_indent = Mm(35 if number == 0 else 45)
        written.paragraph_format.space_before = Pt(12 if number == 0 else 0)


def heading(paper: Paper, text: str) -> None:
    """Write the heading of a part, such as "1. Thông tin chung"; it stays with what follows."""
    written = _write(paper.add_paragraph(), text, TEXT, bold=True)
    written.paragraph_format.first_line_indent = FIRST_LINE
    written.paragraph_format.space_before = written.paragraph_format.space_after = BETWEEN
    written.paragraph_format.keep_with_next = True


def text(paper: Paper, words: str) -> None:
    """Write box 6: paragraphs to both margins, their first line moved in."""
    for line in tidy_text(words).splitlines():
        if line:
            _body(paper.add_paragraph(), line)


def field(paper: Paper, label: str, value: str) -> None:
    """Write one field of a form: its name, a colon, and what is known of it, or dots to write on by hand."""
    lines = tidy_text(value).splitlines()
    first = _body(paper.add_paragraph(), f"{label}: ")
    if not lines:
        _dotted(first)
        return
    _styled(first.add_run(lines[0]), TEXT)
    for line in filter(None, lines[1:]):
        _body(paper.add_paragraph(), line)


def by_hand(paper: Paper, lines: int) -> None:
    """Leave so many lines of dots to write on by hand."""
    for _ in range(lines):
        _dotted(_body(paper.add_paragraph(), ""))


def _dotted(paragraph: Paragraph) -> None:
    """Fill a line with dots to its end."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _styled(paragraph.add_run("\t"), TEXT)


def table(
    paper: Paper,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    *,
    figures: bool = False,
) -> None:
    """Write a table with lines, whose headings stand again on each page; `widths` are shares of the page's width.

    Counts stand in the middle; in a table of `figures` all but the first column stands on the right.
    """
    made = paper.add_table(rows=1, cols=len(headings), style="Table Grid")
    made.autofit = False
    for cell, one in zip(made.rows[0].cells, headings, strict=True):
        # No headings stand alone at the end of a page.
        _centred(_first(cell), one, SMALL, bold=True).paragraph_format.keep_with_next = True
    _stay_whole(made.rows[0])
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        added = made.add_row()
        _stay_whole(added)
        for column, (cell, value) in enumerate(zip(added.cells, row, strict=True)):
            count = _write(_first(cell), tidy_text(value), SMALL)
            if figures and column:
                count.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            elif COUNT.match(value):
                count.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_widths(made, [Length(int(WIDTH * share)) for share in widths])


def _stay_whole(row: _Row) -> None:
    """Let no row of a table go on over the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def picture(paper: Paper, content: bytes) -> None:
    """Put in a picture (PNG) in the middle, as high as leaves room for others on its page."""
    paper.add_picture(BytesIO(content), width=PICTURE)
    paper.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER


def close(
    paper: Paper, *, signer: Signer, receivers: Sequence[str], receivers_label: str, secretary: Signer | None = None
) -> None:
    """Write boxes 7 and 9b: to whom copies go, on the left; who signs, on the right, with space for the signature.

    Minutes have a `secretary`, who signs on the left; to whom copies go stands below. What is signed stays together.
    """
    _end(paper)
    left, right = _columns(paper, rows=1)
    _sign(right, signer)
    if secretary is not None:
        _sign(left, secretary)
        below = paper.add_table(rows=1, cols=1).rows[0]
        _stay_whole(below)
        left = below.cells[0]
    _write(_first(left), receivers_label, Pt(12), bold=True, italic=True)
    for number, one in enumerate(receivers, 1):
        _write(left.add_paragraph(), f"- {one}{'.' if number == len(receivers) else ';'}", LIST)


def _sign(cell: _Cell, signer: Signer) -> None:
    for number, line in enumerate(signer.lines):
        _centred(_first(cell) if number == 0 else cell.add_paragraph(), line, TEXT, bold=True)
    for _ in range(4):
        _centred(cell.add_paragraph(), "", TEXT)


def written(paper: Paper) -> bytes:
    """Give the content of the file (.docx)."""
    content = BytesIO()
    paper.save(content)
    return content.getvalue()


def _columns(paper: Paper, *, rows: int) -> Sequence[_Cell]:
    """Add a table of two columns without lines, and give its cells row by row."""
    made = paper.add_table(rows=rows, cols=2)
    _set_widths(made, [LEFT, RIGHT])
    for row in made.rows:
        _stay_whole(row)
    # Without the margins of cells the capitals of the republic's name fit on their line.
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.append(margins)
    return [cell for row in made.rows for cell in row.cells]


def _set_widths(made: Table, widths: Sequence[Length]) -> None:
    """Set the widths of columns: Word reads those of the cells, LibreOffice those of the grid."""
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _first(cell: _Cell) -> Paragraph:
    first: Paragraph = cell.paragraphs[0]
    return first


def _write(
    paragraph: Paragraph,
    words: str,
    size: Length,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> Paragraph:
    """Write words into a paragraph without space around it."""
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing, paragraph.alignment = 1.0, align
    _styled(paragraph.add_run(words), size, bold=bold, italic=italic)
    return paragraph


def _styled(run: Run, size: Length, *, bold: bool = False, italic: bool = False) -> None:
    run.font.name, run.font.size, run.bold, run.italic = FONT, size, bold, italic


def _centred(paragraph: Paragraph, words: str, size: Length, *, bold: bool = False, italic: bool = False) -> Paragraph:
    return _write(paragraph, words, size, bold=bold, italic=italic, align=WD_ALIGN_PARAGRAPH.CENTER)


def _body(paragraph: Paragraph, words: str) -> Paragraph:
    filled = _write(paragraph, words, TEXT, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    shape = filled.paragraph_format
    shape.first_line_indent, shape.space_after, shape.line_spacing = FIRST_LINE, BETWEEN, LINES
    return filled


def _end(paper: Paper) -> None:
    """Close the last sentence as offices do, unless the document ends with a table."""
    last = next((one for one in reversed(paper.paragraphs) if one.text.strip()), None)
    if last is not None and last._p.getnext() is not None and last._p.getnext().tag == qn("w:sectPr"):
        # No signature stands alone on a page.
        last.paragraph_format.keep_with_next = True
        closing = last.runs[-1]
        closing.text = closing.text.rstrip(".") + END


def _width(words: str, size: Length) -> float:
    return len(words) * LETTER_WIDTH * size


def _line(where: Paper | _Cell, *, width: float, within: Length) -> Paragraph:
    """Draw a line in the middle of what is `within` wide: the border above an empty, flat paragraph."""
    flat = _write(where.add_paragraph(), "", Pt(1))
    shape = flat.paragraph_format
    shape.space_before, shape.line_spacing = Pt(2), Pt(4)
    shape.left_indent = shape.right_indent = Length(int(max(within - width, 0) / 2))
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    flat._p.get_or_add_pPr().append(borders)
    return flat


def _number(paragraph: Paragraph) -> None:
    """Write the page's number into the middle of the upper margin."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    _styled(run, HEAD)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)
