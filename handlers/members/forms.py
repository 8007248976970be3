"""What is kept of the dialogue that adds a capability."""

from dataclasses import dataclass

from services.ground.forms import DraftForm


@dataclass(frozen=True)
class CapabilityForm(DraftForm):
    """A capability that is being added."""

    name_vi: str = ""
    name_en: str = ""
