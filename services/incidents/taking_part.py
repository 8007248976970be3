"""Who takes part in an incident: whose answer says so, and whoever came to the site, whatever was answered since."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Subquery, union
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.presence import Presence
from models.responses import Response
from services.incidents.answer_steps import ENGAGED


def in_any_of(incidents: Collection[int]) -> Subquery:
    """Select the `incident_id` and `member_id` of each business that takes part in one of some incidents (ids)."""
    said = select(Response.incident_id, Response.member_id).where(
        col(Response.incident_id).in_(incidents), col(Response.answer).in_(ENGAGED)
    )
    came = select(Presence.incident_id, Presence.member_id).where(col(Presence.incident_id).in_(incidents))
    return union(said, came).subquery()


def members(incident_id: int) -> SelectOfScalar[int]:
    """Select the businesses (ids) that take part in an incident (id), or did until its end."""
    member_id: ColumnElement[int] = in_any_of([incident_id]).c.member_id
    return select(member_id)
