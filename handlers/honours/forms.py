"""What is kept of the dialogue of this wing."""

from dataclasses import dataclass

from handlers.honours.taps import HonourWish
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class HonourForm(DraftForm):
    """The honour (id) of which a coordinator types something."""

    honour_id: int
    wish: HonourWish
