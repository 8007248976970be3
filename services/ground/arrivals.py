"""When what people say came in: of several people's words on one thing the order of arrival decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# What is stored as later than this is from a clock that was ahead: it is earlier than whatever comes in now.
AHEAD = timedelta(minutes=1)


@dataclass(frozen=True, order=True)
class Arrival:
    """The moment at which an update came in, and its number, which orders updates of the same moment."""

    at: datetime
    update_id: int = 0

    def is_before(self, other: "Arrival", *, now: datetime) -> bool:
        """Tell whether this came before another one, as far as the clock of the other one was right."""
        return self < other and other.at <= now + AHEAD


def arrival(at: datetime, update_id: int, *, now: datetime) -> Arrival:
    """Give the arrival of an update that was stored at a moment; one of the future counts as now."""
    return Arrival(at if at <= now + AHEAD else now, update_id)
