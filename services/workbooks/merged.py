"""Cells that a spreadsheet merged over several rows or columns: it keeps the value in the first of them alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zipfile import ZipFile

# Merges are named after all rows; in them no other text can stand.
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
AT_ONCE = 256 * 1024
LONGEST_ELEMENT = 200
MOST_MERGES = 60_000


@dataclass(frozen=True, slots=True)
class Merge:
    """A column (from 0) whose value holds from one row to another, and as far as another column."""

    column: int
    first: int
    last: int
    last_column: int


def merges_of(archive: ZipFile, part: str) -> Iterator[Merge]:
    """Find what is merged in a sheet, at most MOST_MERGES."""
    found, before = 0, b""
    with archive.open(part) as opened:
        while portion := opened.read(AT_ONCE):
            text = before + portion
            end = 0
            for match in _MERGE.finditer(text):
                end = match.end()
                if found < MOST_MERGES:
                    found += 1
                    yield Merge(_number(match[1]), int(match[2]), int(match[4]), _number(match[3]))
            before = text[max(end, len(text) - LONGEST_ELEMENT) :]


class Filler:
    """Fills the cells of some columns from the first of their merge; rows come in their order, those below `after`."""

    def __init__(self, merges: Sequence[Merge], *, columns: frozenset[int], after: int) -> None:
        wanted = (one for one in merges if one.column in columns and after < one.first < one.last)
        self._merges = sorted(wanted, key=lambda one: one.first, reverse=True)
        self._held: dict[int, tuple[int, object]] = {}

    def see(self, number: int, cells: Sequence[object]) -> Mapping[int, object]:
        """Give the values that come down to a row, by column."""
        self._held = {column: held for column, held in self._held.items() if held[0] >= number}
        while self._merges and self._merges[-1].first <= number:
            merge = self._merges.pop()
            if merge.first == number and merge.column < len(cells):
                self._held[merge.column] = (merge.last, cells[merge.column])
        return {column: value for column, (_, value) in self._held.items()}


def _number(letters: bytes) -> int:
    """Count the columns before "A", "B" … "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
