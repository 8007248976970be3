"""What is kept of a search of the record."""

from dataclasses import dataclass

from handlers.audit.taps import AuditSpan
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class AuditForm(DraftForm):
    """Where a search of the record stands: what was typed last, as a button carries it, the time, and the page."""

    text: str = ""
    span: AuditSpan = AuditSpan.WEEK
    page: int = 0
