"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.reports import ReportStep


@dataclass(frozen=True)
class ReportNewTap(Tap):
    """The wish to report something."""

    word: ClassVar[str] = "rw"


@dataclass(frozen=True)
class ReportTap(Tap):
    """A look at a report."""

    word: ClassVar[str] = "rv"
    report_id: int


@dataclass(frozen=True)
class ReportListTap(Tap):
    """A look at reports, a page at a time; at those of one incident, unless that is 0."""

    word: ClassVar[str] = "rl"
    incident_id: int
    page: int


@dataclass(frozen=True)
class ReportFilesTap(Tap):
    """A look at the files of a report, from the one at `start` on."""

    word: ClassVar[str] = "rf"
    report_id: int
    start: int


@dataclass(frozen=True)
class ReportAddTap(Tap):
    """The reporter's wish to add words or files."""

    word: ClassVar[str] = "ra"
    report_id: int


@dataclass(frozen=True)
class ReportAnswerTap(Tap):
    """The word that what the reporter wrote in a message (id) answers what was asked back on a report."""

    word: ClassVar[str] = "re"
    report_id: int
    message_id: int


@dataclass(frozen=True)
class ReportNamingTap(Tap):
    """Whether the reporter accepts being named (1) or does not (0)."""

    word: ClassVar[str] = "rm"
    report_id: int
    accepts: int


@dataclass(frozen=True)
class ReportOrderTap(Tap):
    """What a coordinator decides of a report, or begins to."""

    word: ClassVar[str] = "ro"
    report_id: int
    step: ReportStep


@dataclass(frozen=True)
class ReportIncidentsTap(Tap):
    """A look at the incidents to which a report can be added, a page at a time."""

    word: ClassVar[str] = "rc"
    report_id: int
    page: int


@dataclass(frozen=True)
class ReportCourseTap(Tap):
    """A look at all that has happened to a report, a page at a time."""

    word: ClassVar[str] = "rh"
    report_id: int
    page: int


@dataclass(frozen=True)
class ReportJoinTap(Tap):
    """The word that a report belongs to an incident under way."""

    word: ClassVar[str] = "rj"
    report_id: int
    incident_id: int


@dataclass(frozen=True)
class ReportLayTap(Tap):
    """The word that a report is of the same matter as another one."""

    word: ClassVar[str] = "ry"
    report_id: int
    to_id: int
