"""Rows that only divide or end a list: numbers of columns, titles of sections, sums, signatures; no business."""

import re

from services.notation.spelling import search_key, tidy_line
from services.workbooks.lists import Column, SentRow

_NUMBER_OF_COLUMN = re.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.):/\-]\s*\S.*|(?:[IVX]{1,5}|[A-Z])[.)]?", re.DOTALL)
_SUM = re.compile(r"(?:tong (?:cong|so)(?! ty\b)|total)\b.*|cong(?: \d.*)?")
# What stands below a list: who signs, where it goes, and when. Search keys.
_SIGNED = re.compile(
    r"(?:kt|tm|tl|tuq|q) (?!.*\b(?:cong ty|tnhh)\b)\S.*|(?:pho )?(?:tong )?giam doc|(?:pho )?chu tich|chanh van phong"
    r"|(?:pho )?truong phong|noi nhan\b.*|(?:nguoi|can bo) (?:lap|ky)\b.*|ky ten\b.*"
    r"|.*\bngay(?: \d{1,2})? thang(?: \d{1,2})? nam.*"
)
_TAX_CODE = re.compile(r"(?:\d[\s.\-]*){9}")
FEWEST_NUMBERS = 3


def is_decoration(row: SentRow) -> bool:
    """Tell whether a row holds the numbers "(1) (2)" of the columns, the title of a section, a sum or a signature."""
    cells = [line for cell in row.cells if cell is not None and (line := tidy_line(str(cell)))]
    if len(cells) >= FEWEST_NUMBERS and all(map(_NUMBER_OF_COLUMN.fullmatch, cells)):
        return True
    if cells and all(map(_SIGNED.fullmatch, map(search_key, cells))) and not _has_tax_code(row):
        return True
    return _says_nothing_of_a_business(row) and bool(
        _SECTION.fullmatch(cells[0]) or _SUM.fullmatch(search_key(cells[0]))
    )


def _says_nothing_of_a_business(row: SentRow) -> bool:
    """Tell whether at most a title stands there: no tax code, and no two of the columns that we know."""
    filled = [column for column, place in row.header.places.items() if tidy_line(str(row.cells[place] or ""))]
    return len(filled) <= 1 + (Column.TAX_CODE in filled) and not _has_tax_code(row)


def _has_tax_code(row: SentRow) -> bool:
    return bool(_TAX_CODE.search(" ".join(str(cell) for cell in row.cells if cell is not None)))
