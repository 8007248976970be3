"""What is kept of a decision on an application while its words are written."""

from dataclasses import dataclass

from services.ground.forms import DraftForm


@dataclass(frozen=True)
class DecisionForm(DraftForm):
    """A rejection or a question (`verb`) about an application (id); its words are None until they are written."""

    application_id: int
    verb: str
    words: str | None = None
