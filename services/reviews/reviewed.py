"""What a review looks back at: an incident, a quick drill, or a drill that was planned ahead."""

from datetime import datetime

from models.drills import Drill
from models.incidents import Incident, IncidentKind

Reviewed = Incident | Drill


def is_drill(about: Reviewed) -> bool:
    """Tell whether a drill is looked back at, of either kind."""
    return isinstance(about, Drill) or about.kind is IncidentKind.DRILL


def ended_of(about: Reviewed) -> datetime | None:
    """Tell when it ended, None while it is under way."""
    return about.closed_at if isinstance(about, Incident) else about.ended_at
