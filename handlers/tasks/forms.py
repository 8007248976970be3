"""What is kept of the dialogues about tasks: an assignment, and the words of a step."""

from dataclasses import dataclass, field

from models.incidents import AttachmentKind
from models.tasks import TaskStep
from services.ground.forms import DraftForm
from services.tasks.orders import Assignment


@dataclass(frozen=True)
class AssignmentForm(DraftForm):
    """A task that is being given; `asked` is the business that was looked for, `page` is of those offered."""

    form: Assignment = field(default_factory=Assignment)
    asked: str = ""
    page: int = 0


@dataclass(frozen=True)
class TaskWordForm(DraftForm):
    """What is said of a step of a task (id, code).

    `began_with` is the change (id) with which the task began for its owner, `files` are kinds with Telegram's file ids,
    `album` is the one that the last message belongs to.
    """

    task_id: int
    code: str
    began_with: int
    step: TaskStep
    note: str = ""
    files: tuple[tuple[AttachmentKind, str], ...] = ()
    album: str = ""
