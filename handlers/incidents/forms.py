"""What is kept of the dialogues about incidents: a notice, what comes with an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from handlers.frame.gathering import Gathered
from models.capabilities import Unit
from models.incidents import NoticeAudience, NoticeKind
from services.ground.forms import DraftForm
from services.notation.tlp import unlabelled


@dataclass(frozen=True)
class NoticeForm(DraftForm):
    """A text to those who were alerted of an incident (id), with files; `text` is what older drafts hold."""

    incident_id: int
    kind: NoticeKind
    audience: NoticeAudience
    text: str = ""
    gathered: Gathered = field(default_factory=Gathered)

    @property
    def words(self) -> str:
        """Give all that was said so far."""
        return self.gathered.words or self.text

    def without_labels(self) -> Self:
        """Give the form without the labels that its words name."""
        said = {one: unlabelled(text) for one, text in self.gathered.said.items()}
        return replace(self, text=unlabelled(self.text), gathered=replace(self.gathered, said=said))


@dataclass(frozen=True)
class OfferForm(DraftForm):
    """What comes with an answer to an incident (id, code): ticked equipment (ids), and whether anything was stored.

    `quantities` are how many of each were said, and `unasked` the equipment of which it is still to be asked.
    `gathered` is the note and its files; `unit` is what the incident counts, which is asked first.
    """

    incident_id: int
    code: str
    equipment: tuple[int, ...] = ()
    quantities: Mapping[int, int] = field(default_factory=dict)
    unasked: tuple[int, ...] = ()
    added: bool = False
    gathered: Gathered = field(default_factory=Gathered)
    unit: Unit = Unit.PEOPLE


@dataclass(frozen=True)
class TouchedForm(DraftForm):
    """What is typed of the systems of an incident (id): a search, or a deadline or a reason of a duty (id)."""

    incident_id: int
    text: str = ""
    duty_id: int = 0
