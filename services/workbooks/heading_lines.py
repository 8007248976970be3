"""Headings on two lines: groups above, and below each what its columns are called."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from services.lettering.recognition import as_meant
from services.notation.spelling import search_key, tidy_line
from services.workbooks.merged import Merge

# Looked up in every spelling, which takes its time: what is longer is no heading.
LONGEST_HEADING = 200
_NUMBER = re.compile(r"\d{9}")
Line = tuple[int, Sequence[object]]


@dataclass(frozen=True)
class Label:
    """A column's heading as it is shown, and the search keys by which it may be understood, the best first.

    `group` is the search key of what stands above several columns; it names the first of them if nothing else does.
    """

    text: str
    keys: tuple[str, ...] = field(default=())
    is_grouped: bool = False
    group: str = ""


def labels(cells: Sequence[object]) -> list[Label]:
    """Give the headings of one line."""
    return [Label(text_of(cell), (key,) if (key := key_of(cell)) else ()) for cell in cells]


def both(upper: Line, lower: Line, *, merges: Sequence[Merge], known: Collection[str]) -> list[Label] | None:
    """Give the headings of two lines as one, or None where the lower one names nothing: it is a row of the list."""
    width = max(len(upper[1]), len(lower[1]))
    above = [*upper[1], *(None for _ in range(width - len(upper[1])))]
    below = [*lower[1], *(None for _ in range(width - len(lower[1])))]
    if not any(key_of(cell) for cell in below) or any(map(_is_of_a_row, below)):
        return None
    groups = _groups(above, below, [one for one in merges if one.first == upper[0] == one.last])
    found = [_label(above, below, groups[place], place) for place in range(width)]
    is_of_both = any(one.first == upper[0] and one.last >= lower[0] for one in merges)
    return found if is_of_both or _says_more(above, below, found, known) else None


def _says_more(
    above: Sequence[object], below: Sequence[object], found: Sequence[Label], known: Collection[str]
) -> bool:
    """Tell whether either line has something that is understood, or both have something together."""
    lines = [any(key_of(cell) in known for cell in line) for line in (above, below)]
    return all(lines) or any(label.is_grouped and label.keys[0] in known for label in found)


def _is_of_a_row(cell: object) -> bool:
    """Tell whether a cell is one of a row: a number, or a text with a tax code or a phone number in it."""
    return cell is not None and (not isinstance(cell, str) or bool(_NUMBER.search(re.sub(r"[\s.\-]", "", cell))))


def _groups(above: Sequence[object], below: Sequence[object], merges: Sequence[Merge]) -> list[int | None]:
    """Tell for each column where the heading above it stands: over it, or over those before it that it is merged with.

    Where nothing is merged, a heading goes on over columns that have one below and none above.
    """
    merged = {place: one.column for one in merges for place in range(one.column, one.last_column + 1)}
    groups: list[int | None] = []
    for place, cell in enumerate(above):
        goes_on = bool(place and key_of(below[place - 1]) and key_of(below[place]))
        own = place if key_of(cell) else merged.get(place, groups[-1] if groups and goes_on else None)
        groups.append(own)
    is_title = len(set(groups)) == 1 and len(groups) > 1
    return [None] * len(groups) if is_title else groups


def _label(above: Sequence[object], below: Sequence[object], group: int | None, place: int) -> Label:
    leaf, own = text_of(below[place]), text_of(above[place])
    if not leaf:
        return Label(own, (key_of(above[place]),) if own else ())
    over = key_of(above[group]) if group is not None else ""
    keys = (f"{over} {key_of(below[place])}".strip(), key_of(below[place]))
    return Label(leaf, keys, is_grouped=group is not None, group=over if group == place else "")


def wide(merges: Sequence[Merge], *, row: int, sent: Sequence[str]) -> dict[int, int]:
    """Tell how far headings are merged over columns that have none of their own: first to last column."""
    found = [one for one in merges if one.first <= row <= one.last and one.last_column > one.column]
    return {one.column: one.last_column for one in found if not any(sent[one.column + 1 : one.last_column + 1])}


def joined(cells: Sequence[object], places: Mapping[int, int]) -> list[object]:
    """Join what stands below a heading of several columns in the first of them, an address or a list as it is read."""
    row = list(cells)
    for first, last in places.items():
        several = [text for cell in row[first : last + 1] if (text := text_of(cell))]
        if len(several) > 1:
            row[first : last + 1] = ["; ".join(several), *(None for _ in row[first + 1 : last + 1])]
    return row


def text_of(cell: object) -> str:
    """Give a cell on one line; nothing for an empty one."""
    return tidy_line(str(cell)) if says_something(cell) else ""


def says_something(cell: object) -> bool:
    """Tell whether anything stands in a cell."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def key_of(cell: object) -> str:
    """Give a heading as it is looked up, also one that was written for an old font."""
    return search_key(as_meant(cell)) if isinstance(cell, str) and len(cell) <= LONGEST_HEADING else ""
