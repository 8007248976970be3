"""The sheets of a person's file, as each wing names those of what it holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

RecordRow = Sequence[str | int | float | datetime | None]


@dataclass(frozen=True)
class RecordSheet:
    """How one part of a person's file is written: its headings, endings of keys, and the row that a record becomes.

    `row` gets the reader, and the record with what stands beside it. The lowest `rank` stands first in the file.
    """

    rank: int
    headings: tuple[str, ...]
    row: Callable[..., RecordRow]
