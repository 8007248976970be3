"""The letters of a row: those that no Vietnamese word has are told, and read anew only where somebody agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from services.ground.refusals import Refusal
from services.lettering.recognition import (
    Writing,
    also_read,
    has_lost_letters,
    is_broken,
    is_of_today,
    outweighs,
    recognise,
)
from services.notation.spelling import tidy_line
from services.workbooks.lists import Column, SentRow

# The columns that hold words.
OF_WORDS = (Column.NAME, Column.SECTORS, Column.COMMUNE, Column.CAPABILITIES)
LONGEST_READING = 200


class CellInOldWriting(Refusal):
    """The cell is written in `writing`, and certainly says `text`."""


class CellLettersUnclear(Refusal):
    """The cell may be written in `writing` and say `text`, which is not certain."""


class CellLettersLost(Refusal):
    """Letters of the cell are gone: something else stands in their place."""


@dataclass
class Letters:
    """What the letters of a row say: cells to be read otherwise than they stand, and why others cannot be read."""

    converted: dict[StrEnum, str] = field(default_factory=dict)
    reasons: dict[StrEnum, Refusal] = field(default_factory=dict)


def read_letters(row: SentRow, *, convert: bool, of_words: Sequence[StrEnum] = OF_WORDS) -> Letters:
    """Look at the letters of a row; what is certainly written in an old way is read anew if `convert` says so.

    Beside words of today, also those of the headings, a single word that is none is only typed wrongly.
    """
    cells = {column: cell for column, place in row.header.places.items() if isinstance(cell := row.cells[place], str)}
    letters = Letters(
        reasons={
            column: CellLettersLost()
            for column, cell in cells.items()
            if _is_lost(cell, is_of_words=column in of_words)
        }
    )
    words = {column: cells[column] for column in of_words if column in cells and column not in letters.reasons}
    if any(map(is_of_today, (*row.header.sent, *cells.values()))) and not outweighs(words.values()):
        return letters
    writings = set()
    for column, cell in words.items():
        found = recognise(cell)
        if found is None:
            continue
        writings.add(found.writing)
        if found.is_certain and convert:
            letters.converted[column] = found.text
        elif found.is_certain:
            letters.reasons[column] = CellInOldWriting(writing=found.writing.value, text=_shown(found.text))
        else:
            letters.reasons[column] = CellLettersUnclear(writing=found.writing.value, text=_shown(found.text))
    for writing in writings:
        _doubt_others(letters, words, writing)
    return letters


def _doubt_others(letters: Letters, words: Mapping[StrEnum, str], writing: Writing) -> None:
    """Doubt the cells that have sense as they stand, and another one in the writing of those beside them."""
    for column, cell in words.items():
        if column in letters.converted or column in letters.reasons:
            continue
        read = also_read(cell, writing)
        if read is not None:
            letters.reasons[column] = CellLettersUnclear(writing=writing.value, text=_shown(read))


def _is_lost(cell: str, *, is_of_words: bool) -> bool:
    return has_lost_letters(cell) if is_of_words else is_broken(cell)


def _shown(text: str) -> str:
    return tidy_line(text)[:LONGEST_READING]
