"""What is kept of the dialogue in which an update is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from handlers.frame.gathering import Gathered
from handlers.updates.views.writing import CHANGED_NEXT
from models.incidents import NoticeAudience
from services.ground.forms import DraftForm
from services.notation.tlp import unlabelled
from services.updates.situations import Situation


@dataclass(frozen=True)
class UpdateForm(DraftForm):
    """An update of an incident (id) in its parts; `gathered` is how things stand, with files.

    `proposed` are the parts that are still as the facts filled them. `quotes` is the question (id) whose words are
    among those of `gathered`, `unquoted` what is said without them. `changed` is what the last words that were typed
    took the place of, the text or the moment of the next update, and `text_before`, `quotes_before` and `next_before`
    what it was: it can be taken back.
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
    changed: str = ""
    text_before: Mapping[int, str] = field(default_factory=dict)
    quotes_before: int = 0
    next_before: datetime | None = None

    def settled(self) -> Self:
        """Give the form with nothing to be taken back."""
        return replace(self, changed="", text_before={}, quotes_before=0, next_before=None)

    def taken_back(self) -> Self:
        """Give the form as it was before the last words that were typed."""
        if self.changed == CHANGED_NEXT:
            return replace(self, next_at=self.next_before).settled()
        return self._with_text(self.text_before)

    def with_both(self) -> Self:
        """Give the form with what was typed last after what stood there, in place of it."""
        return self._with_text({**self.text_before, **self.gathered.said})

    def _with_text(self, said: Mapping[int, str]) -> Self:
        gathered = replace(self.gathered, said=said)
        return replace(self, gathered=gathered, quotes=self.quotes_before).settled()

    @property
    def all_words(self) -> str:
        """Give the words of all parts, a part a line."""
        return "\n".join((self.gathered.words, self.actions, self.needs, self.ruled_out))

    def without_labels(self) -> Self:
        """Give the form without the labels that its words name."""
        said = {one: unlabelled(text) for one, text in self.gathered.said.items()}
        return replace(
            self.settled(),
            gathered=replace(self.gathered, said=said),
            actions=unlabelled(self.actions),
            needs=unlabelled(self.needs),
            ruled_out=unlabelled(self.ruled_out),
        )

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
