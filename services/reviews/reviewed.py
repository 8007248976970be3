"""What a review looks back at: an incident, a quick drill, or a drill that was planned ahead."""

from models.drills import Drill
from models.incidents import Incident, IncidentKind

Reviewed = Incident | Drill


def is_drill(about: Reviewed) -> bool:
    """Tell whether a drill is looked back at, of either kind."""
    return isinstance(about, Drill) or about.kind is IncidentKind.DRILL
