"""What is kept of the dialogues about incidents: a declaration, a notice, what comes with an answer."""

from dataclasses import dataclass, field

from models.incidents import NoticeAudience, NoticeKind
from services.ground.forms import DraftForm
from services.incidents.declarations import Declaration
from services.incidents.lines import LinePart


@dataclass(frozen=True)
class DeclarationForm(DraftForm):
    """A declaration that is being written; `place` is what was looked for, `page` is of the capabilities.

    `album` is the one that the last file belongs to, `proposed` what was read from the line and not taken back,
    `candidates` are the communes (codes) among which the line leaves a choice.
    """

    form: Declaration = field(default_factory=Declaration)
    place: str = ""
    page: int = 0
    album: str = ""
    proposed: tuple[LinePart, ...] = ()
    candidates: tuple[str, ...] = ()


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
