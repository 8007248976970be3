"""The id of a stored row."""

from typing import Protocol


class Row(Protocol):
    """A row with a number of its own, which it gets when it is stored."""

    id: int | None


def id_of(row: Row) -> int:
    """Give the id of a row; raises ValueError when it was not stored yet."""
    if row.id is None:
        raise ValueError(f"not stored yet: {row!r}")
    return row.id
