"""What is kept of the dialogue that fills a document."""

from dataclasses import dataclass

from models.papers import PaperForm
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class FillingForm(DraftForm):
    """The field of a document of an incident (id) that is asked for; `one_only` ends with it.

    `passed` are the fields that were left for later, `asked` those that were asked for before this one.
    """

    incident_id: int
    form: PaperForm
    field: str
    one_only: bool = False
    passed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def so_far(self) -> tuple[str, ...]:
        """Give all fields that were asked for, this one too."""
        return (*self.asked, self.field)
