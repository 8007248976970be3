"""What is kept of the dialogues about incidents: a notice, what comes with an answer."""

from dataclasses import dataclass

from models.incidents import NoticeAudience, NoticeKind
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class NoticeForm(DraftForm):
    """A text to those who were alerted of an incident (id)."""

    incident_id: int
    kind: NoticeKind
    audience: NoticeAudience
    text: str = ""


@dataclass(frozen=True)
class OfferForm(DraftForm):
    """What comes with an answer to an incident (id, code): ticked equipment (ids), and whether anything was stored."""

    incident_id: int
    code: str
    equipment: tuple[int, ...] = ()
    added: bool = False
