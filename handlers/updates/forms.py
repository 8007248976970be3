"""What is kept of the dialogue in which an update is written."""

from dataclasses import dataclass, field
from datetime import datetime

from handlers.frame.gathering import Gathered
from models.incidents import NoticeAudience
from services.ground.forms import DraftForm
from services.updates.situations import Situation


@dataclass(frozen=True)
class UpdateForm(DraftForm):
    """An update of an incident (id) in its parts; `gathered` is how things stand, with files.

    `proposed` are the parts that are still as the facts filled them. `quotes` is the question (id) whose words are
    among those of `gathered`, `unquoted` what is said without them.
    """

    incident_id: int
    audience: NoticeAudience = NoticeAudience.ALL
    observers: bool = False
    asks_seen: bool = False
    actions: str = ""
    needs: str = ""
    ruled_out: str = ""
    next_at: datetime | None = None
    proposed: tuple[str, ...] = ()
    gathered: Gathered = field(default_factory=Gathered)
    quotes: int = 0
    unquoted: str = ""

    @property
    def situation(self) -> Situation:
        """Give what would be sent now."""
        return Situation(
            incident_id=self.incident_id,
            audience=self.audience,
            text=self.gathered.words,
            actions=self.actions,
            needs=self.needs,
            ruled_out=self.ruled_out,
            next_at=self.next_at,
            observers=self.observers,
            asks_seen=self.asks_seen,
            files=self.gathered.files,
        )
