"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap


class AuditSpan(StrEnum):
    """From when on the record is shown."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True)
class AuditTap(Tap):
    """A page of the entries of a time that have some words (a search key), or of all."""

    word: ClassVar[str] = "nk"
    page: int
    span: AuditSpan
    text: str = ""


@dataclass(frozen=True)
class AuditEntryTap(Tap):
    """A look at one entry (id); the rest says from which page it was opened."""

    word: ClassVar[str] = "nke"
    entry_id: int
    page: int
    span: AuditSpan
    text: str = ""


@dataclass(frozen=True)
class AuditFileTap(Tap):
    """The wish for a workbook of the entries of a time that have some words."""

    word: ClassVar[str] = "nkf"
    span: AuditSpan
    text: str = ""
