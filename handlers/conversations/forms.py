"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass, field, replace
from typing import Self

from handlers.frame.gathering import Gathered
from services.ground.attachments import Attachment
from services.ground.forms import DraftForm
from services.notation.tlp import unlabelled


@dataclass(frozen=True)
class AnswerForm(DraftForm):
    """An answer to a question (id) that is being written; `to_all` goes on with an update to everybody.

    `text` is what older drafts hold, `seen` the words of the question as it was when its coordinator last saw them.
    """

    question_id: int
    to_all: bool = False
    text: str = ""
    gathered: Gathered = field(default_factory=Gathered)
    seen: str | None = None

    @property
    def words(self) -> str:
        """Give all that was said so far."""
        return self.gathered.words or self.text

    def without_labels(self) -> Self:
        """Give the form without the labels that its words name."""
        said = {one: unlabelled(text) for one, text in self.gathered.said.items()}
        return replace(self, text=unlabelled(self.text), gathered=replace(self.gathered, said=said))


@dataclass(frozen=True)
class ClearWordsForm(DraftForm):
    """What a coordinator wrote outside of any dialogue, and the files with it, in case that it is to be declared.

    `album` is the one that the last file belongs to.
    """

    text: str
    files: tuple[Attachment, ...] = ()
    album: str = ""
