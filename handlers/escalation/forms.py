"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass

from models.escalation import Post
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class PostForm(DraftForm):
    """Who is to hold a post; `person_id` is of the staff, or none."""

    post: Post
    name: str = ""
    office: str = ""
    phone: str = ""
    person_id: int | None = None


@dataclass(frozen=True)
class EscalationForm(DraftForm):
    """An escalation of an incident (id) that is being begun, or one (id) to which words are added."""

    incident_id: int = 0
    escalation_id: int = 0
    link: str = ""
