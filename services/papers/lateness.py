"""What should have been told by law and was not yet, for digests and figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident
from models.systems import IncidentDuty


@dataclass(frozen=True)
class LateNotice:
    """A legal notice of an incident whose time is over: the rule by its set and word, and since when it is late."""

    incident: Incident
    rules: str
    rule: str
    due_at: datetime


async def late_notices(session: AsyncSession, now: datetime) -> Sequence[LateNotice]:
    """List the notices that are late at `now`, the longest first; drills have none."""
    query = (
        select(IncidentDuty, Incident)
        .join(Incident, col(Incident.id) == col(IncidentDuty.incident_id))
        .where(
            col(IncidentDuty.done_at).is_(None),
            col(IncidentDuty.dropped_at).is_(None),
            col(IncidentDuty.due_at) <= now,
        )
        .order_by(col(IncidentDuty.due_at), col(IncidentDuty.id))
    )
    return [
        LateNotice(incident, duty.rules, duty.rule, duty.due_at)
        for duty, incident in await session.exec(query)
        if duty.due_at is not None
    ]
