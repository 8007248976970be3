"""What is kept of the dialogue about command: to whom it is offered with which note, or why it is taken over."""

from dataclasses import dataclass

from services.ground.forms import DraftForm


@dataclass(frozen=True)
class CommandForm(DraftForm):
    """The command of an incident (id): a note for whom it is offered to (id); 0 where it is taken over.

    `with_facts`: what is known of the incident stands under the note.
    """

    incident_id: int
    to_id: int = 0
    note: str = ""
    with_facts: bool = True
