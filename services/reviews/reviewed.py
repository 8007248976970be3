"""What a review looks back at: an incident, a quick drill, or a drill that was planned ahead."""

from datetime import datetime

from sqlalchemy import SQLColumnExpression, exists
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from models.drills import Drill
from models.incidents import Incident, IncidentKind
from models.reviews import ReviewDecision

Reviewed = Incident | Drill


def is_drill(about: Reviewed) -> bool:
    """Tell whether a drill is looked back at, of either kind."""
    return isinstance(about, Drill) or about.kind is IncidentKind.DRILL


def ended_of(about: Reviewed) -> datetime | None:
    """Tell when it ended, None while it is under way."""
    return about.closed_at if isinstance(about, Incident) else about.ended_at


def kept_open(task_id: SQLColumnExpression[int | None]) -> ColumnElement[bool]:
    """Make the condition that a review leaves a task open on purpose, so that it is late for nobody."""
    return exists().where(col(ReviewDecision.task_id) == task_id)
