"""What is kept of the dialogues about a business: its editing, an absence, a suspension, a merger."""

from dataclasses import dataclass, field
from datetime import datetime

from services.applications.form import Form
from services.business.mergers import Field
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class AbsenceForm(DraftForm):
    """A business (id) that will be away for a while, until a moment that was typed."""

    member_id: int
    until: datetime | None = None


@dataclass(frozen=True)
class EditForm(Form):
    """A business's data as they are edited, and as they were `before`."""

    before: Form = field(default_factory=Form)


@dataclass(frozen=True)
class SuspensionForm(DraftForm):
    """A business (id) to be suspended, and why."""

    member_id: int
    reason: str = ""


@dataclass(frozen=True)
class MergerForm(DraftForm):
    """Two entries (ids) of one business, of which `kept_id` stays; 0 is none yet.

    `found` are the entries offered as the other one, `others` the fields whose value the one that goes gives.
    """

    member_id: int
    found: tuple[int, ...] = ()
    other_id: int = 0
    kept_id: int = 0
    others: tuple[Field, ...] = ()
