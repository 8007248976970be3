"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.papers import PaperForm


@dataclass(frozen=True)
class PapersTap(Tap):
    """A look at the documents of an incident (id)."""

    word: ClassVar[str] = "vbl"
    incident_id: int


@dataclass(frozen=True)
class PaperTap(Tap):
    """What is wished for of one document: `verb` is show (a page of its fields), fill or file."""

    word: ClassVar[str] = "vbf"
    incident_id: int
    form: PaperForm
    verb: str
    page: int = 0


@dataclass(frozen=True)
class PaperFieldTap(Tap):
    """The wish to fill a field of a document: `number` is its place among the fields."""

    word: ClassVar[str] = "vbm"
    incident_id: int
    form: PaperForm
    number: int


@dataclass(frozen=True)
class TimeLineTap(Tap):
    """The wish for the time line of an incident (id) as a workbook."""

    word: ClassVar[str] = "vbt"
    incident_id: int


@dataclass(frozen=True)
class HalfYearTap(Tap):
    """A look at the figures of a half-year: January to June is 1, July to December 2."""

    word: ClassVar[str] = "vbh"
    year: int
    half: int


@dataclass(frozen=True)
class HalfYearFileTap(Tap):
    """The wish for the report of a half-year (Mẫu 05)."""

    word: ClassVar[str] = "vbk"
    year: int
    half: int


@dataclass(frozen=True)
class DrillPaperTap(Tap):
    """The wish for the report of a drill (id) that is over."""

    word: ClassVar[str] = "vbd"
    drill_id: int
