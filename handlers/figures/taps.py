"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from models.figures import DigestRhythm


class FiguresPart(StrEnum):
    """What of the figures is shown: all in short, the times, the answers, the work, the drills."""

    OVERVIEW = "o"
    TIMES = "t"
    ANSWERS = "a"
    WORK = "w"
    DRILLS = "d"


class FiguresFile(StrEnum):
    """As which file figures are wanted."""

    CHARTS = "charts"
    WORKBOOK = "xlsx"
    DOCUMENT = "docx"


@dataclass(frozen=True)
class FiguresTap(Tap):
    """A look at a part of the figures of a period, by its key."""

    word: ClassVar[str] = "bk"
    part: FiguresPart
    period: str


@dataclass(frozen=True)
class FiguresFileTap(Tap):
    """The wish for a file of the figures of a period, by its key."""

    word: ClassVar[str] = "bkf"
    file: FiguresFile
    period: str


@dataclass(frozen=True)
class DigestsTap(Tap):
    """A look at which digests one gets."""

    word: ClassVar[str] = "bkd"


@dataclass(frozen=True)
class DigestTap(Tap):
    """The wish to get a digest (1) or to get it no more (0)."""

    word: ClassVar[str] = "bkw"
    rhythm: DigestRhythm
    wants: int
