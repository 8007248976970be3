"""What is kept of the dialogues about drills: a plan, an inject that is written, an answer in words."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from models.members import Sector
from services.drills.people import DrillCircle
from services.ground.attachments import Attachment
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class PlanForm(DraftForm):
    """A drill that is being planned, or the one (id) of which something is changed.

    `offered` are the communes (codes) that were found in what was typed, `asked` is the business that is looked for.
    """

    script_id: int = 0
    title: str = ""
    starts_at: datetime | None = None
    sector: Sector | None = None
    announced: bool = True
    yearly: bool = False
    communes: tuple[str, ...] = ()
    as_in_id: int | None = None
    offered: tuple[str, ...] = ()
    drill_id: int = 0
    asked: str = ""

    @property
    def circle(self) -> DrillCircle:
        """Give who takes part."""
        return DrillCircle(self.sector, self.communes, self.as_in_id)

    def within(self, circle: DrillCircle) -> Self:
        """Let others take part."""
        return replace(self, sector=circle.sector, communes=circle.communes, as_in_id=circle.as_in_id, offered=())


@dataclass(frozen=True)
class ExerciseForm(DraftForm):
    """An inject that is being written for a script (id), 0 while the script itself gets its title."""

    script_id: int = 0
    text: str = ""
    expected: str = ""
    minutes: int = 0
    within: int = 0
    files: tuple[Attachment, ...] = ()
    album: str = ""


@dataclass(frozen=True)
class InjectWordsForm(DraftForm):
    """The inject (id) of a drill (code) that is answered in words."""

    inject_id: int
    code: str
