"""What is kept of the dialogues about systems: what was looked for, and a change of one that is being written."""

from dataclasses import dataclass, field

from services.ground.forms import DraftForm
from services.systems.entries import SystemEntry


@dataclass(frozen=True)
class SystemsForm(DraftForm):
    """Where a search of the register stands: what was typed last, and the page."""

    text: str = ""
    page: int = 0


@dataclass(frozen=True)
class SystemForm(DraftForm):
    """A system that is being added or changed; `seen` is its revision when it was opened, `typed` what was looked for.

    `offered` are the businesses (ids) that what was typed may mean.
    """

    entry: SystemEntry = field(default_factory=SystemEntry)
    system_id: int | None = None
    seen: int = 0
    typed: str = ""
    offered: tuple[int, ...] = ()
