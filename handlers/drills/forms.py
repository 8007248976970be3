"""What is kept of the dialogues about drills: a plan, an inject that is written, an answer in words."""

from dataclasses import dataclass
from datetime import datetime

from models.members import Sector
from services.ground.attachments import Attachment
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class PlanForm(DraftForm):
    """A drill that is being planned."""

    script_id: int = 0
    title: str = ""
    starts_at: datetime | None = None
    sector: Sector | None = None
    announced: bool = True
    yearly: bool = False


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
