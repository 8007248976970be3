"""What is still to be told by law, as a tally names it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import TouchedTap
from handlers.incidents.views.cards import Facts
from handlers.incidents.views.touched import DUTIES


def lines(reader: Reader, law: Sequence[datetime | None], now: datetime) -> list[Markup]:
    """Say how much is still to be told by law, and until when the first of it."""
    if not law:
        return []
    at = reader.short_moment(law[0], now) if law[0] is not None else reader.label("duty-law-after-end")
    return [reader.say("touched-duties", count=len(law), at=at)]


def way(reader: Reader, facts: Facts, law: Sequence[datetime | None]) -> Sequence[tuple[Button, ...]]:
    """Lead to what is still to be told by law."""
    if not law:
        return ()
    label = reader.label("touched-button-duties", count=len(law))
    return ((Button(label, TouchedTap(facts.incident_id, DUTIES).pack()),),)
