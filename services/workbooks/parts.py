"""What a workbook is made of, looked through before any of it is read: a few bytes can be made to fill the memory.

A workbook is a zip of XML parts. The reader takes sheets and shared words a piece at a time, a row or a word, and
every other part whole. So the pieces are measured, and so is all that is not taken in pieces.
"""

from collections.abc import Iterator
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from services.ground.refusals import Refusal

LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 2_000
# Each element begins with a mark, and most end with another: a hundred for each row of the longest list.
MARK = b"<"
MOST_MARKS = 8_000_000
# What is below both may be taken whole: some 200 MB of memory and five seconds at worst.
LARGEST_WHOLE = 8 * 1024 * 1024
MOST_MARKS_WHOLE = 300_000
# A row of 16,384 cells has fewer elements.
MOST_IN_ONE_PIECE = 100_000
DOCTYPE = b"<!DOCTYPE"
AT_ONCE = 256 * 1024
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, DATA, ROW = f"{MAIN} worksheet", f"{MAIN} sheetData", f"{MAIN} row"
WORDS, WORD = f"{MAIN} sst", f"{MAIN} si"


class FileUnpacksTooLarge(Refusal):
    """What the file holds takes more than `limit` megabytes when it is unpacked."""


class FileHoldsMore(Refusal):
    """The workbook holds far more than a list: styles, calculations or tables by the hundred thousand."""


class FileBroken(Refusal):
    """The file is damaged: it begins like a workbook or a table, and cannot be read to the end."""


def check(archive: ZipFile) -> None:
    """Look all parts through; raises FileUnpacksTooLarge, FileHoldsMore or FileBroken."""
    parts = archive.infolist()
    # Python unpacks no more of a part than its stated size, so that the sum is a bound.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise FileUnpacksTooLarge(limit=LARGEST_UNPACKED // 1024**2)
    total = 0
    for part in parts:
        marks = _marks(archive, part)
        total += marks
        if total > MOST_MARKS:
            raise FileHoldsMore
        if marks > MOST_MARKS_WHOLE or (marks and part.file_size > LARGEST_WHOLE):
            _Pieces().measure(_portions(archive, part))


def _marks(archive: ZipFile, part: ZipInfo) -> int:
    """Count how often an element may begin or end; what is no XML has none. Raises FileBroken where types are defined.

    A defined entity stands for as much as its author likes.
    """
    marks, before = 0, b""
    for number, portion in enumerate(_portions(archive, part)):
        # In UTF-16 every other byte of a mark is a zero.
        plain = portion.replace(b"\0", b"")
        if number == 0 and not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(MARK):
            return 0
        marks += plain.count(MARK)
        before = before[-len(DOCTYPE) :] + plain
        if DOCTYPE in before:
            raise FileBroken
    return marks


def _portions(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while portion := opened.read(AT_ONCE):
            yield portion


class _Pieces:
    """Measures the pieces of a large part: the rows of a sheet, or the words that sheets share."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._depth = 0
        self._piece = ""
        self._piece_depth = 0
        self._in_data = False
        # How many elements are held: those of this piece, and all that belong to none.
        self._held = 0
        self._held_before = 0
        self._piece_ended_at = 0

    def measure(self, portions: Iterator[bytes]) -> None:
        """Look a part through; raises FileHoldsMore for what has no pieces, FileBroken for one that is too large."""
        fed = 0
        for portion in portions:
            self._parser.Parse(portion, False)
            fed += len(portion)
            if fed - self._piece_ended_at > LARGEST_WHOLE:
                raise FileBroken
        self._parser.Parse(b"", True)

    def _begin(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._know(name)
        elif self._depth == self._piece_depth - 1:
            self._in_data = name == DATA
        elif self._depth == self._piece_depth:
            self._held_before = self._held
        self._held += 1
        if self._held > MOST_IN_ONE_PIECE:
            raise FileBroken

    def _know(self, root: str) -> None:
        """Tell by a part's root what its pieces are, and how deep they stand."""
        if root not in (SHEET, WORDS):
            raise FileHoldsMore
        self._piece, self._piece_depth = (ROW, 3) if root == SHEET else (WORD, 2)
        self._in_data = root == WORDS

    def _end(self, name: str) -> None:
        if self._depth == self._piece_depth and self._in_data and name == self._piece:
            self._held = self._held_before
            self._piece_ended_at = self._parser.CurrentByteIndex
        self._depth -= 1
