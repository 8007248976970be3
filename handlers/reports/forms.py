"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass, field
from datetime import datetime

from handlers.frame.gathering import Gathered
from models.reports import ReportStep
from services.ground.forms import DraftForm
from services.reports.reporting import Sign


@dataclass(frozen=True)
class ReportForm(DraftForm):
    """A report that is being made; `gathered` are the words and files that came so far.

    `held` are the questions (ids) as which its words go to coordinators while it is not finished; what came in the
    messages (ids) `told` went there at once. `anew` came with the command by which it was opened again.
    """

    sign: Sign = field(default_factory=Sign)
    gathered: Gathered = field(default_factory=Gathered)
    held: tuple[int, ...] = ()
    told: tuple[int, ...] = ()
    anew: Gathered = field(default_factory=Gathered)


@dataclass(frozen=True)
class ReportWordsForm(DraftForm):
    """What is said of a report (id, code) by a step: by the reporter what is added, else a coordinator's words.

    `begun_at` is since when it is written: of what a colleague does meanwhile its writer is told.
    """

    report_id: int
    code: str
    step: ReportStep
    gathered: Gathered = field(default_factory=Gathered)
    begun_at: datetime | None = None
