"""What is kept of the dialogue that changes a duty roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.duty.watchers import Hours, Span
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class DutyForm(DraftForm):
    """A change of a business's roster.

    `hours` are minutes from and until by weekday, `day` is the weekday that is open and `week` the Monday (ISO) of the
    week that is, `order` are people (ids) one after the other, `page` is of the people offered.
    """

    member_id: int
    hours: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    day: int = 0
    week: str = ""
    order: tuple[int, ...] = ()
    page: int = 0

    @property
    def spans(self) -> Hours:
        """The hours as the roster has them, in the order of the week."""
        return {weekday: Span(*span) for weekday, span in sorted(self.hours.items())}


def minutes(hours: Hours) -> Mapping[int, tuple[int, int]]:
    """Write hours as a form keeps them."""
    return {weekday: (span.begins, span.ends) for weekday, span in hours.items()}
