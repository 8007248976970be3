"""Workbooks (.xlsx) that people open in a spreadsheet: headings that stay, filters, real dates, widths that fit.

What people typed is written as text and marked as such, so that no spreadsheet runs it as a formula, now or when
somebody edits the cell.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# Excel's own limits.
LONGEST_TEXT = 32_767
LONGEST_TITLE = 31
NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
# What a spreadsheet takes for the beginning of a formula (docs/telegram.md, "Spreadsheets").
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
NARROWEST, WIDEST = 8, 60
# By this name a later run knows what an earlier one left behind.
WAITING_ROWS = "san-sang-rows-"
# Letters of a proportional type, the padding of a cell and the button of the filter.
MARGIN = 3
MOMENT = "dd/mm/yyyy hh:mm"

Value = str | int | float | datetime | None


class CellLook(StrEnum):
    """How a cell is meant: as it is, as wrong, as the reason why another one is wrong, as an example, or as a sum."""

    PLAIN = "plain"
    WRONG = "wrong"
    REASON = "reason"
    EXAMPLE = "example"
    SUM = "sum"


COLOURS: Mapping[CellLook, Mapping[str, Any]] = {
    CellLook.PLAIN: {},
    CellLook.WRONG: {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    CellLook.REASON: {"font_color": "#9C0006", "italic": True},
    CellLook.EXAMPLE: {"font_color": "#7F7F7F", "italic": True},
    CellLook.SUM: {"bold": True, "top": 1},
}
HEADING: Mapping[str, Any] = {
    "bold": True,
    "bg_color": "#DDEBF7",
    "bottom": 1,
    "text_wrap": True,
    "valign": "vcenter",
}


@dataclass(frozen=True)
class Cell:
    """A value that does not look like the others."""

    value: Value
    look: CellLook


Row = Sequence[Value | Cell]


class Workbook:
    """One workbook, written from top to bottom with little memory; meant for a thread when it is long.

    Its rows wait in files, which are gone when it is closed or, unfinished, left. A `label` stands above the headings
    of every sheet, for it says how far the workbook may go.
    """

    def __init__(self, *, title: str, author: str, time_zone: ZoneInfo, now: datetime, label: str = "") -> None:
        self._content = BytesIO()
        self._waiting = ExitStack()
        folder = self._waiting.enter_context(tempfile.TemporaryDirectory(prefix=WAITING_ROWS))
        # Held by whoever lives, so that nobody takes the folder for one of a run that was killed.
        self._waiting.enter_context(_locked(Path(folder)))
        self._book = xlsxwriter.Workbook(self._content, {"constant_memory": True, "tmpdir": folder})
        self._book.set_properties({"title": title, "author": author, "created": now})
        self._formats: dict[tuple[str, ...], Format] = {}
        self._time_zone = time_zone
        self.label = label
        self._sheets: list[WorkbookSheet] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for sheet in self._sheets:
            sheet.sheet.row_data_fh.close()
        self._waiting.close()

    def sheet(self, title: str, headings: Sequence[str]) -> "WorkbookSheet":
        """Add a sheet with its headings; no two may have the same title."""
        added = WorkbookSheet(self, self._book.add_worksheet(sheet_title(title)), headings)
        self._sheets.append(added)
        return added

    def close(self) -> bytes:
        """Finish the workbook and give the file's content."""
        with self:
            for sheet in self._sheets:
                sheet.finish()
            self._book.close()
        return self._content.getvalue()

    def local(self, at: datetime) -> datetime:
        """Write an instant as local time, since a spreadsheet knows no time zones."""
        return at.astimezone(self._time_zone).replace(tzinfo=None)

    def format(self, name: str, look: CellLook = CellLook.PLAIN) -> Format:
        """Give one of the formats: heading, text, long text, formula-like text, number or moment."""
        if (name, look) not in self._formats:
            self._formats[name, look] = self._book.add_format({"valign": "top", **KINDS[name], **COLOURS[look]})
        return self._formats[name, look]


KINDS: Mapping[str, Mapping[str, Any]] = {
    "heading": HEADING,
    "text": {"num_format": "@"},
    "long": {"num_format": "@", "text_wrap": True},
    "formula-like": {"num_format": "@", "quote_prefix": True},
    "number": {},
    "moment": {"num_format": MOMENT, "align": "left"},
}


class WorkbookSheet:
    """One sheet: rows are added below its headings; `sheet` is the library's, for what only one workbook has."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, headings: Sequence[str]) -> None:
        self._workbook = workbook
        self.sheet = sheet
        # People will type into it: what they type stays text, and keeps its zeros.
        self.is_form = False
        self._widths = [_width(heading) for heading in headings]
        self._top = 1 if workbook.label else 0
        self._next = self._top + 1
        self._sums = 0
        if workbook.label:
            sheet.write_string(0, 0, workbook.label, workbook.format("heading"))
        sheet.freeze_panes(self._next, 0)
        for place, heading in enumerate(headings):
            sheet.write_string(self._top, place, heading, workbook.format("heading"))

    def add(self, row: Row) -> None:
        """Add a row: texts, numbers, instants (aware) or nothing, one for each heading."""
        for place, given in enumerate(row):
            cell = given if isinstance(given, Cell) else Cell(given, CellLook.PLAIN)
            self._widths[place] = max(self._widths[place], self._write(place, cell))
        self._next += 1

    def add_all(self, rows: Iterable[Row]) -> None:
        """Add many rows."""
        for row in rows:
            self.add(row)

    def add_sum(self, row: Row) -> None:
        """Add a row below all others that adds them up: no filter hides it, and sorting leaves it where it is."""
        self.add(row)
        self._sums += 1

    def finish(self) -> None:
        """Set the filter and the widths, which are known at the end."""
        self.sheet.autofilter(self._top, 0, max(self._next - 1 - self._sums, self._top + 1), len(self._widths) - 1)
        typed = self._workbook.format("text") if self.is_form else None
        for place, width in enumerate(self._widths):
            self.sheet.set_column(place, place, min(max(width, NARROWEST), WIDEST), typed)

    def _write(self, place: int, cell: Cell) -> int:
        """Write a cell and tell how wide it wants to be."""
        value, at = cell.value, (self._next, place)
        if value is None or value == "":
            self.sheet.write_blank(*at, None, self._workbook.format("text", cell.look))
            return 0
        if isinstance(value, datetime):
            self.sheet.write_datetime(*at, self._workbook.local(value), self._workbook.format("moment", cell.look))
            return len(MOMENT) + MARGIN
        if isinstance(value, int | float):
            self.sheet.write_number(*at, value, self._workbook.format("number", cell.look))
            return len(str(value)) + MARGIN
        self.sheet.write_string(*at, value[:LONGEST_TEXT], self._workbook.format(_kind(value), cell.look))
        return _width(value)


def _kind(text: str) -> str:
    if text.startswith(BEGINS_A_FORMULA):
        return "formula-like"
    return "long" if len(text) > WIDEST or "\n" in text else "text"


def _width(text: str) -> int:
    return max(map(len, text.splitlines()), default=0) + MARGIN


def clear_away_abandoned() -> int:
    """Delete the rows, which are private, of runs that were killed; return how many folders there were."""
    return sum(map(_cleared_away, Path(tempfile.gettempdir()).glob(f"{WAITING_ROWS}*")))


def _cleared_away(folder: Path) -> bool:
    """Delete a folder of ours with rows that nobody is writing any more; tell whether it was one."""
    try:
        with _locked(folder):
            # An empty one may be about to be locked by its maker.
            if folder.stat().st_uid != os.geteuid() or not any(folder.iterdir()):
                return False
            shutil.rmtree(folder)
    except OSError:
        return False
    return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock, which ends with the process; raises OSError where another process holds it."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)


def sheet_title(text: str) -> str:
    """Make the title of a sheet: at most 31 characters, without those that Excel refuses there."""
    return " ".join(text.translate(NOT_IN_TITLES).split())[:LONGEST_TITLE].strip(" '")
