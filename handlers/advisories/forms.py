"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass, field
from datetime import datetime

from handlers.advisories.taps import AdvisoryWish
from services.advisories.sending import AdvisorySaid
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class AdvisoryForm(DraftForm):
    """An advisory that is being written; `unclear` are the words of whom it concerns that may mean several."""

    said: AdvisorySaid = field(default_factory=AdvisorySaid)
    unclear: str = ""


@dataclass(frozen=True)
class AdvisoryWordsForm(DraftForm):
    """What is changed of an advisory (id, code), and the words or the moment that were given for it."""

    advisory_id: int
    code: str
    wish: AdvisoryWish
    words: str = ""
    due_at: datetime | None = None
