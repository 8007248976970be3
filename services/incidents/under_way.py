"""Which incidents are under way: those that were declared and are not closed."""

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.incidents import Alerted, Incident, IncidentStatus


def every() -> SelectOfScalar[Incident]:
    """Select every incident that is under way."""
    return select(Incident).where(Incident.status != IncidentStatus.CLOSED)


def of_member(member_id: int) -> SelectOfScalar[int]:
    """Select the incidents (ids) under way to which a business (id) was called."""
    return _called().where(Alerted.member_id == member_id)


def of_person(person_id: int) -> SelectOfScalar[int]:
    """Select the incidents (ids) under way to which a person (id) was called."""
    return _called().where(Alerted.person_id == person_id)


def _called() -> SelectOfScalar[int]:
    return (
        select(Alerted.incident_id)
        .join(Incident, col(Incident.id) == col(Alerted.incident_id))
        .where(Incident.status != IncidentStatus.CLOSED)
        .distinct()
    )
