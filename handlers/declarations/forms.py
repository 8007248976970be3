"""What is kept of the dialogue by which something is declared."""

from dataclasses import dataclass, field

from services.declarations.declaring import Declaration
from services.declarations.lines import LinePart
from services.ground.forms import DraftForm


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
