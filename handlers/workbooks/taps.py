"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class WorkbookTap(Tap):
    """A button of import and export: `verb` is one of views/exchange.py, `value` what it is about."""

    word: ClassVar[str] = "xw"
    verb: str
    value: str
    page: int


@dataclass(frozen=True)
class JobTap(Tap):
    """A button under what a job found."""

    word: ClassVar[str] = "xj"
    job_id: int
    verb: str
    page: int
