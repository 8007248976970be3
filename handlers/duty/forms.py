"""What is kept of the dialogue that changes a duty roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.duty.watchers import Hours, Span, Spans
from services.ground.forms import DraftForm


@dataclass(frozen=True)
class DutyForm(DraftForm):
    """A change of a business's roster.

    `hours` are by weekday the minutes from and until of each span, one after the other, `day` is the weekday that is
    open and `week` the Monday (ISO) of the week that is, `order` are people (ids) one after the other, `page` is of the
    people offered.
    """

    member_id: int
    hours: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    day: int = 0
    week: str = ""
    order: tuple[int, ...] = ()
    page: int = 0

    @property
    def spans(self) -> Hours:
        """The hours as the roster has them, in the order of the week."""
        return {
            weekday: tuple(Span(*span) for span in zip(minutes[::2], minutes[1::2], strict=True))
            for weekday, minutes in sorted(self.hours.items())
        }


def minutes(hours: Hours) -> Mapping[int, tuple[int, ...]]:
    """Write hours as a form keeps them."""
    return {weekday: of_day(spans) for weekday, spans in hours.items()}


def of_day(spans: Spans) -> tuple[int, ...]:
    """Write the spans of one day as a form keeps them."""
    return tuple(minute for span in spans for minute in (span.begins, span.ends))
