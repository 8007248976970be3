"""What is kept of the dialogues about tasks: an assignment, and the words of a step."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator

from models.tasks import TaskStep
from services.declarations.spans import WrongDay
from services.ground.attachments import Attachment
from services.ground.forms import DraftForm
from services.notation.tlp import unlabelled
from services.tasks.orders import Assignment
from services.tasks.owners import Coming, Narrowing


@dataclass(frozen=True)
class AssignmentForm(DraftForm):
    """A task that is being given; `asked` is the business that was looked for, `page` is of those offered.

    `capability` (id, or 0), `coming` and `nearest` narrow them down and put them in order. `album` is the one that the
    last file belongs to, `said` are the words of what is to be done by the message (id) in which they came, `late_at`
    and `wrong_day` their deadline that was over or on no day, until another one is set.
    """

    form: Assignment = field(default_factory=Assignment)
    asked: str = ""
    page: int = 0
    capability: int = 0
    coming: Coming = Coming.ANY
    nearest: bool = True
    album: str = ""
    said: dict[int, str] = field(default_factory=dict)
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None

    @property
    def narrowing(self) -> Narrowing:
        """Give what narrows the businesses down."""
        return Narrowing(self.capability or None, self.coming, self.nearest, self.asked)


def _listed(value: object) -> object:
    """Read files as a draft of an older version holds them: each a kind with Telegram's file id."""
    if not isinstance(value, list):
        return value
    return [{"kind": one[0], "file_id": one[1]} if isinstance(one, list) else one for one in value]


@dataclass(frozen=True)
class TaskWordForm(DraftForm):
    """What is said of a step of a task (id, code).

    `began_with` is the change (id) with which the task began for its owner, `said` are words by the message (id) in
    which they came, `album` is the one that the last message belongs to.
    """

    task_id: int
    code: str
    began_with: int
    step: TaskStep
    note: str = ""
    files: Annotated[tuple[Attachment, ...], BeforeValidator(_listed)] = ()
    album: str = ""
    said: dict[int, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Give all that was said so far, a message a line."""
        return "\n".join(part for part in (self.note, *self.said.values()) if part)

    def without_labels(self) -> "TaskWordForm":
        """Give the words without the labels that they name."""
        said = {one: unlabelled(text) for one, text in self.said.items()}
        return replace(self, note=unlabelled(self.note), said=said)
