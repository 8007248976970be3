"""Rows of a list that only divide it: numbers of columns, titles of sections, sums. They are no business."""

import re

from services.notation.spelling import search_key, tidy_line
from services.workbooks.lists import Column, SentRow

_NUMBER_OF_COLUMN = re.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.):/\-]\s*\S.*|(?:[IVX]{1,5}|[A-Z])[.)]?", re.DOTALL)
_SUM = re.compile(r"(?:tong (?:cong|so)(?! ty\b)|total)\b.*|cong(?: \d.*)?")
_TAX_CODE = re.compile(r"(?:\d[\s.\-]*){9}")
FEWEST_NUMBERS = 3


def is_decoration(row: SentRow) -> bool:
    """Tell whether a row holds the numbers "(1) (2) (3)" of the columns, the title of a section or a sum."""
    cells = [line for cell in row.cells if cell is not None and (line := tidy_line(str(cell)))]
    if len(cells) >= FEWEST_NUMBERS and all(map(_NUMBER_OF_COLUMN.fullmatch, cells)):
        return True
    return _says_nothing_of_a_business(row) and bool(
        _SECTION.fullmatch(cells[0]) or _SUM.fullmatch(search_key(cells[0]))
    )


def _says_nothing_of_a_business(row: SentRow) -> bool:
    """Tell whether at most a title stands there: no tax code, and no two of the columns that we know."""
    filled = [column for column, place in row.header.places.items() if tidy_line(str(row.cells[place] or ""))]
    said = " ".join(str(cell) for cell in row.cells if cell is not None)
    return len(filled) <= 1 + (Column.TAX_CODE in filled) and not _TAX_CODE.search(said)
