"""What is said of reports: to coordinators that one waits, and to the reporter what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.reports import REPORT_SUBJECT, Report
from services.ground.details import Details, read
from services.ground.faces import MessageKind, called


class ReportRung(IntEnum):
    """How far a report has climbed: told of at once, or again to those on duty, to all coordinators, to the owners."""

    AT_ONCE = 0
    ON_DUTY = 1
    EVERYBODY = 2
    OWNERS = 3


class ReportNews(StrEnum):
    """With which news a report is told of anew."""

    ADDED = "added"
    EDITED = "edited"
    SEEN = "seen"
    ASKED_BACK = "asked_back"
    HANDED_UP = "handed_up"
    LAID = "laid"
    INCIDENT = "incident"
    ADVISORY = "advisory"
    NOTHING = "nothing"
    ENDED = "ended"
    REOPENED = "reopened"
    TAKEN_UP = "taken_up"
    PARTED = "parted"


@dataclass(frozen=True)
class ReportWaiting(Details):
    """The rung of the ladder on which a coordinator is told of a report, and what is new in it."""

    word = "report-waiting"
    rung: ReportRung = ReportRung.AT_ONCE
    news: ReportNews | None = None


@dataclass(frozen=True)
class ReportersCard(Details):
    """With which news the reporter's card comes as a new message; the first one has none."""

    word = "reporters-card"
    news: ReportNews | None = None


async def _of_report(
    _: AsyncSession, report_id: int | None, details: Mapping[str, Any] | None
) -> tuple[str, int] | None:
    """Tell where the files are kept that go out under the first card of a report."""
    waiting = read(details, ReportWaiting)
    if waiting is None or report_id is None or waiting.rung is not ReportRung.AT_ONCE or waiting.news is not None:
        return None
    return REPORT_SUBJECT, report_id


CALLED = called(col(Report.code))
REPORT = MessageKind(
    BroadcastKind.REPORT,
    Lane.TASK,
    REPORT_SUBJECT,
    named=CALLED,
    details=(ReportWaiting,),
    sent_again=True,
    replaceable=True,
    brings=_of_report,
)
REPORTERS_CARD = MessageKind(
    BroadcastKind.REPORTERS_CARD,
    Lane.REPLY,
    REPORT_SUBJECT,
    named=CALLED,
    details=(ReportersCard,),
    sent_again=True,
    replaceable=True,
)
KINDS = (REPORT, REPORTERS_CARD)
