"""The files of this wing's lists, each read when it is first asked for."""

import csv
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "lists"


def rows(name: str) -> Iterator[list[str]]:
    """Give the rows of a file, such as "communes", without the one that names the columns."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        yield from lines
