"""Lists of businesses as people send them (.xlsx, .csv): what kind of file it is, where its columns are, its rows.

The words of headings come from above, in every language that is understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from types import TracebackType
from typing import Self

from services.ground.refusals import Refusal
from services.ground.spelling import search_key, tidy_line
from services.workbooks import files

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 60_000
# Rows that only look used, by a border or a colour, are passed over, but not for ever.
MOST_ROWS_LOOKED_AT = 200_000
# A title may stand above the headings.
HEADINGS_WITHIN = 10
MOST_COLUMNS = 60
# Looked up in every spelling, which takes its time: what is longer is no heading.
LONGEST_HEADING = 200

Grid = Iterator[tuple[int, Sequence[object]]]


class Column(StrEnum):
    """The columns of a list of businesses, in the order of the template."""

    TAX_CODE = "tax_code"
    NAME = "name"
    SECTORS = "sectors"
    COMMUNE = "commune"
    PHONE = "phone"
    CAPABILITIES = "capabilities"


REQUIRED = (Column.TAX_CODE, Column.NAME, Column.SECTORS, Column.COMMUNE)


class FileTooLarge(Refusal):
    """The file has more than `limit` megabytes; it has `megabytes`."""


class NoRowsInFile(Refusal):
    """No sheet of the file has anything below its headings."""


class HeadingsMissing(Refusal):
    """Headings that must be there are not: `missing`; `unknown` are those that were not understood."""


class HeadingsTwice(Refusal):
    """Two columns have one heading: `twice`."""


class TooManyRows(Refusal):
    """The list has more than `limit` rows."""


@dataclass(frozen=True)
class Headings:
    """The words of headings: `known` by search key, `names` as they are told, `passed_over` by search key."""

    known: Mapping[str, Column]
    names: Mapping[Column, str]
    passed_over: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent: its number as the spreadsheet counts, and its cells below the headings."""

    number: int
    cells: tuple[object, ...]


@dataclass(frozen=True)
class Header:
    """The headings that were found: `sent` as they stand, the place of each known column, and the unknown ones."""

    row: int
    sent: tuple[str, ...]
    places: Mapping[Column, int]
    unknown: tuple[str, ...]
    # The places of columns that are ours and say nothing, such as the reasons of an earlier import.
    passed_over: frozenset[int]


class SentList:
    """One list that is open for reading; `expected` is how many rows it says to have, if it does."""

    def __init__(self, header: Header, grid: Grid, *, expected: int | None, source: files.OpenFile) -> None:
        self.header = header
        self.expected = expected
        self._source = source
        self._rows = self._below(grid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()

    def take(self, count: int) -> list[SentRow]:
        """Give the next rows, at most `count`, none at the end; raises TooManyRows or FileBroken."""
        with files.reading():
            return list(islice(self._rows, count))

    def _below(self, grid: Grid) -> Iterator[SentRow]:
        """Give the rows below the headings that have anything in them."""
        width, found = len(self.header.sent), 0
        for number, cells in grid:
            if number > MOST_ROWS_LOOKED_AT:
                raise TooManyRows(limit=MOST_ROWS)
            if number <= self.header.row or not any(_says_something(cell) for cell in cells[:width]):
                continue
            found += 1
            if found > MOST_ROWS:
                raise TooManyRows(limit=MOST_ROWS)
            row = tuple(cells[:width])
            yield SentRow(number, row + (None,) * (width - len(row)))


def open_list(content: bytes, *, name: str, headings: Headings) -> SentList:
    """Open a list of businesses; the content decides what kind of file it is, whatever its name.

    Raises FileTooLarge, FileIsOfOtherKind, FileUnpacksTooLarge, FileHoldsMore, FileBroken, NoRowsInFile,
    HeadingsMissing, HeadingsTwice or TooManyRows. What is returned is to be closed.
    """
    check_size(len(content))
    with files.reading():
        source = files.open_source(content, name=name, understood=headings.known.keys())
        try:
            return _first_list(source, headings)
        except BaseException:
            source.close()
            raise


def check_size(size: int) -> None:
    """Check the size of a file in bytes before anything is read; raises FileTooLarge."""
    if size > LARGEST_FILE:
        raise FileTooLarge(megabytes=-(-size // 1024**2), limit=LARGEST_FILE // 1024**2)


def _first_list(source: files.OpenFile, headings: Headings) -> SentList:
    """Find the first sheet with our headings; where no sheet has them, tell what the first one lacks."""
    complaint: Refusal = NoRowsInFile()
    for sheet in source.sheets():
        rows = [(number, cells) for number, cells in islice(sheet.rows(MOST_COLUMNS), HEADINGS_WITHIN)]
        header = _header(rows, headings)
        if header is None:
            if isinstance(complaint, NoRowsInFile) and any(_says_something(cell) for _, row in rows for cell in row):
                complaint = _missing(rows, headings)
            continue
        _check_complete(header, headings)
        expected = max(sheet.expected - header.row, 0) if sheet.expected else None
        return SentList(header, sheet.rows(len(header.sent)), expected=expected, source=source)
    raise complaint


def _header(rows: Sequence[tuple[int, Sequence[object]]], headings: Headings) -> Header | None:
    """Find the row with most of our headings; one alone may be a word of a title."""
    best, most = None, 1
    for number, cells in rows:
        known = {headings.known[key] for cell in cells if (key := _key(cell)) in headings.known}
        if len(known) > most:
            best, most = (number, cells), len(known)
    return _described(*best, headings) if best is not None else None


def _described(number: int, cells: Sequence[object], headings: Headings) -> Header:
    sent = [_text(cell) for cell in cells]
    while sent and not sent[-1]:
        sent.pop()
    keys = [_key(text) for text in sent]
    columns = [headings.known.get(key) for key in keys]
    twice = [sent[place] for place, column in enumerate(columns) if column and column in columns[:place]]
    if twice:
        raise HeadingsTwice(twice=", ".join(dict.fromkeys(twice)))
    passed_over = frozenset(place for place, key in enumerate(keys) if key in headings.passed_over)
    return Header(
        row=number,
        sent=tuple(sent),
        places={column: place for place, column in enumerate(columns) if column},
        unknown=tuple(
            text for place, text in enumerate(sent) if text and columns[place] is None and place not in passed_over
        ),
        passed_over=passed_over,
    )


def _check_complete(header: Header, headings: Headings) -> None:
    missing = [headings.names[column] for column in REQUIRED if column not in header.places]
    if missing:
        raise HeadingsMissing(missing=", ".join(missing), unknown=_listed(header.unknown))


def _missing(rows: Sequence[tuple[int, Sequence[object]]], headings: Headings) -> HeadingsMissing:
    """Tell that a sheet has none of our headings, and what stands in its first row that has anything."""
    first = next(row for _, row in rows if any(_says_something(cell) for cell in row))
    known = {headings.known.get(_key(cell)) for cell in first}
    missing = [headings.names[column] for column in REQUIRED if column not in known]
    unknown = [_text(cell) for cell in first if _says_something(cell) and _key(cell) not in headings.known]
    return HeadingsMissing(missing=", ".join(missing), unknown=_listed(unknown))


def _listed(headings: Sequence[str]) -> str:
    """Name some headings, briefly: what stands there may be anything."""
    shown = [text if len(text) <= 30 else f"{text[:30]}…" for text in headings[:6]]
    return ", ".join(shown) + (" …" if len(headings) > len(shown) else "") or "–"


def _says_something(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _text(cell: object) -> str:
    return tidy_line(str(cell)) if _says_something(cell) else ""


def _key(cell: object) -> str:
    """Give a heading as it is looked up."""
    return search_key(cell) if isinstance(cell, str) and len(cell) <= LONGEST_HEADING else ""
