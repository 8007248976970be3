"""Files as they come: told apart by their content, opened as a workbook or a table of text, never trusted."""

import csv
import io
import lzma
import re
import struct
import warnings
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, cast
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from services.ground.refusals import Refusal
from services.lettering.recognition import as_meant
from services.notation.spelling import search_key
from services.workbooks import parts
from services.workbooks.encodings import decode
from services.workbooks.merged import Merge, merges_of
from services.workbooks.parts import FileBroken

# Excel's last row; a number beyond it is a lie.
LAST_ROW = 1_048_576
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old"),
    (b"%PDF", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
MARKUP = ((("<!doctype html", "<html", "<table", "<head", "<body"), "page"), (("<?xml", "<"), "xml"))
PARTS = (("word/", "document"), ("ppt/", "document"), ("content.xml", "open-document"))
BOOK = "xl/workbook.xml"
# The names of all elements differ in ISO 29500 Strict, which the reader below us does not know.
STRICT = b"http://purl.oclc.org/ooxml/"
AT_THE_BEGINNING = 4_096
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")
DELIMITERS = ",;\t|"
# No spreadsheet keeps more in one cell.
LONGEST_CELL = 32_767
# A spreadsheet keeps no more digits of a number than these.
MOST_DIGITS = 15
# All that the libraries below us raise over a file that is damaged or made to do harm.
DAMAGE = (
    BadZipFile,
    InvalidFileException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    csv.Error,
    expat.ExpatError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
Row = tuple[int, Sequence[object]]


class FileIsOfOtherKind(Refusal):
    """The file is no workbook and no table of text, whatever its name: `kind` is what it seems to be."""


class SheetOfRows(Protocol):
    """One sheet; `expected` is how many rows it says to have."""

    @property
    def title(self) -> str:
        """Give the sheet's name; a table of text has none."""
        ...

    @property
    def is_visible(self) -> bool:
        """Tell whether people see the sheet."""
        ...

    @property
    def expected(self) -> int | None:
        """Tell how many rows there are, headings included, where the file says so."""
        ...

    def rows(self, width: int) -> Iterator[Row]:
        """Give the rows from the first one, each with its number and at most `width` cells."""
        ...

    def merges(self) -> Sequence[Merge]:
        """Tell which cells are merged."""
        ...


class OpenFile(Protocol):
    """An open file."""

    def sheets(self) -> Iterable[SheetOfRows]:
        """Give all sheets, those that are hidden too."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...


@contextmanager
def reading() -> Iterator[None]:
    """Turn whatever a damaged file leads to into FileBroken, and pass over what it is decorated with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except DAMAGE as error:
            raise FileBroken from error


def open_source(content: bytes, *, name: str, understood: Collection[str]) -> OpenFile:
    """Open a file by what it holds; `understood` are the search keys of headings, by which a table is taken apart.

    Raises FileIsOfOtherKind, FileUnpacksTooLarge, FileHoldsMore or FileBroken.
    """
    if content.startswith(ZIP):
        return _open_workbook(content)
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            raise FileIsOfOtherKind(kind=kind)
    text = _decoded(content)
    beginning = text.lstrip()[:100].lower()
    for beginnings, kind in MARKUP:
        if beginning.startswith(beginnings):
            raise FileIsOfOtherKind(kind=kind)
    if not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise FileIsOfOtherKind(kind="text" if text.strip() else "empty")
    return TextTable(text, understood)


class OpenWorkbook:
    """A workbook, read from top to bottom without holding it all."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)

    def sheets(self) -> Iterator["ListSheet"]:
        """Give all sheets, those that are hidden too."""
        for sheet in self._book.worksheets:
            if isinstance(sheet, ReadOnlyWorksheet):
                yield ListSheet(sheet, self._content)

    def close(self) -> None:
        """Let the file go."""
        self._book.close()


class ListSheet:
    """A sheet of a workbook."""

    def __init__(self, sheet: ReadOnlyWorksheet, content: bytes) -> None:
        self._content = content
        self._merges: list[Merge] | None = None
        # The reader knows the sheet's part of the archive, and its stubs do not.
        self._part = str(vars(sheet)["_worksheet_path"])
        self.expected = sheet.max_row
        self.title = str(sheet.title)
        self.is_visible = sheet.sheet_state == "visible"
        # Some programs write a size that is wrong, and rows beyond it would never be seen.
        sheet.reset_dimensions()
        # Read-only sheets borrow this method; their stubs do not say so.
        self._sheet = cast("Worksheet", sheet)

    def merges(self) -> Sequence[Merge]:
        """Tell which cells are merged; a reader from top to bottom passes over that."""
        if self._merges is None:
            with ZipFile(io.BytesIO(self._content)) as archive:
                self._merges = list(merges_of(archive, self._part))
        return self._merges

    def rows(self, width: int) -> Iterator[Row]:
        """Give the rows from the first one; a formula is given as it is written, not as what came of it."""
        for number, row in enumerate(self._sheet.iter_rows(max_col=width, values_only=True), 1):
            if number > LAST_ROW or any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in row):
                raise FileBroken
            yield number, [_unescaped(cell) if isinstance(cell, str) else cell for cell in row]


def _unescaped(text: str) -> str:
    """Give back the signs that XML cannot hold and workbooks write as "_x000D_": a break of lines, mostly."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _open_workbook(content: bytes) -> OpenWorkbook:
    with ZipFile(io.BytesIO(content)) as archive:
        _check_kind(archive)
        parts.check(archive)
    return OpenWorkbook(content)


def _check_kind(archive: ZipFile) -> None:
    """Tell a workbook from other zips by its parts, and from one in the strict writing; raises FileIsOfOtherKind."""
    names = archive.namelist()
    if not any(name.startswith("xl/") for name in names):
        kinds = (kind for prefix, kind in PARTS if any(name.startswith(prefix) for name in names))
        raise FileIsOfOtherKind(kind=next(kinds, "archive"))
    if BOOK in names:
        with archive.open(BOOK) as book:
            if STRICT in book.read(AT_THE_BEGINNING):
                raise FileIsOfOtherKind(kind="strict")


class TextTable:
    """A table of text with separated values."""

    title = ""
    is_visible = True

    def __init__(self, text: str, understood: Collection[str]) -> None:
        self._text = text.removeprefix("\ufeff")
        first, _, rest = self._text.partition("\n")
        # Excel's own hint to itself; what follows says the same.
        self._skipped = 1 if first.strip().lower().startswith("sep=") else 0
        self._text = rest if self._skipped else self._text
        self._delimiter = _delimiter(self._text, understood)
        self.expected = self._text.count("\n") + self._skipped

    def sheets(self) -> Iterator["TextTable"]:
        """Give the one table."""
        yield self

    def merges(self) -> Sequence[Merge]:
        """Tell that nothing is merged."""
        return ()

    def rows(self, width: int) -> Iterator[Row]:
        """Give the rows from the first one."""
        for number, row in enumerate(_parsed(self._text, self._delimiter), 1 + self._skipped):
            if any(len(cell) > LONGEST_CELL for cell in row):
                raise FileBroken
            yield number, [_number_or_text(cell) for cell in row[:width]]

    def close(self) -> None:
        """Let the file go; nothing is open."""


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    """Take a table apart; a quotation mark that is never closed is damage, not the rest of the table."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str, understood: Collection[str]) -> str:
    """Choose the separator that makes most headings understood."""

    def headings(delimiter: str) -> int:
        lines = text[:20_000].splitlines()[:10]
        cells = (cell for line in lines for cell in line.split(delimiter))
        return sum(search_key(as_meant(cell)) in understood for cell in cells)

    return max(DELIMITERS, key=headings)


def _number_or_text(cell: str) -> str | int:
    """Take digits alone for a number: a spreadsheet that wrote the file may have dropped a zero before them."""
    plain = cell.strip()
    is_number = plain.isascii() and plain.isdecimal() and not plain.startswith("0") and len(plain) <= MOST_DIGITS
    return int(plain) if is_number else cell


def _decoded(content: bytes) -> str:
    """Read a file of text; raises FileIsOfOtherKind for what is none."""
    text = decode(content)
    if text is None or "\0" in text:
        raise FileIsOfOtherKind(kind="unknown")
    return text
