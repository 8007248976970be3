"""The sheets of a person's file, as each wing names those of what it holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.frame.views.reader import Reader
from services.ground import attachments

RecordRow = Sequence[str | int | float | datetime | None]


def files_said(reader: Reader, written: str | None) -> str | None:
    """Say what was attached, as `attachments.written_of` wrote it: "1 ảnh; 1 tài liệu bao-cao.pdf"."""
    said = (
        " ".join(filter(None, (reader.label(f"attached-{kind.replace('_', '-')}", count=1), name)))
        for kind, name in attachments.read(written)
    )
    return "; ".join(said) or None


@dataclass(frozen=True)
class RecordSheet:
    """How one part of a person's file is written: its headings, endings of keys, and the row that a record becomes.

    `row` gets the reader, and the record with what stands beside it. The lowest `rank` stands first in the file.
    """

    rank: int
    headings: tuple[str, ...]
    row: Callable[..., RecordRow]
