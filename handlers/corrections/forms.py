"""What is kept of the dialogues by which a running incident is mended."""

from dataclasses import dataclass, field

from handlers.declarations.forms import DeclarationForm
from services.declarations.declaring import Declaration
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class CorrectionForm(DeclarationForm):
    """What an incident (id) shall say; `base` is what it said when `corrections` had been made.

    `reason` says why its severity changes.
    """

    incident_id: int = 0
    corrections: int = 0
    base: Declaration = field(default_factory=Declaration)
    reason: str = ""


@dataclass(frozen=True)
class CallForm(DraftForm):
    """Whom to call to an incident (id): what was typed, the page of what it finds, the business (id) chosen."""

    incident_id: int
    asked: str = ""
    page: int = 0
    member_id: int = 0
