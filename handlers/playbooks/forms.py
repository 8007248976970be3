"""What is kept of the dialogues about playbooks."""

from dataclasses import dataclass, field

from services.ground.attachments import Attachment
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class StartForm(DraftForm):
    """A playbook (id of the version) that is to be started on an incident (id).

    `owners` are businesses (ids) by the step (id); 0 is the office. `page` is of what is shown, `step_id` the step for
    which another owner is chosen.
    """

    incident_id: int
    script_id: int
    owners: dict[int, int] = field(default_factory=dict)
    page: int = 0
    step_id: int = 0


@dataclass(frozen=True)
class SkipForm(DraftForm):
    """A step of a run (id, place) that is to be left out; the reason is still to be said."""

    run_step_id: int
    place: int
    text: str


@dataclass(frozen=True)
class ScriptForm(DraftForm):
    """The playbook (id) or the step (id) of which something is to be said; `page` is of the types to choose from.

    `files` are all that the step has by now, `album` is the one that the last of them belongs to. `asked` is the
    business that is looked for.
    """

    script_id: int = 0
    step_id: int = 0
    page: int = 0
    files: tuple[Attachment, ...] = ()
    album: str = ""
    asked: str = ""
