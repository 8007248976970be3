"""What the clock does for escalations: silence climbs to the leader, a stage that solves nothing is told of, once."""

from datetime import datetime
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.escalation import CallState, Escalation, EscalationCall
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.escalation import calling, cards
from services.escalation.kinds import EscalationNews


async def climb_due(session: AsyncSession, *, now: datetime) -> None:
    """Call the leaders above those who have been silent for long enough, each silence once."""
    for one, escalation in (await session.exec(_due(), params={"now": now})).all():
        one.due_at = None
        await session.flush()
        if one.state is CallState.CALLED and escalation.ended_at is None and one.stage is escalation.stage:
            await calling.climb(session, escalation=escalation, one=one, now=now)
            await cards.redraw(session, escalation=escalation, now=now)


@cache
def _due() -> Select[EscalationCall, Escalation]:
    return (
        select(EscalationCall, Escalation)
        .join(Escalation, col(Escalation.id) == col(EscalationCall.escalation_id))
        .where(col(EscalationCall.due_at).is_not(None), col(EscalationCall.due_at) <= bindparam("now"))
        .order_by(col(EscalationCall.id))
    )


async def ask_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell those who coordinate of meetings that have gone on for long: the next stage is theirs to call."""
    query = select(Escalation).where(col(Escalation.asks_at) <= now, col(Escalation.ended_at).is_(None))
    for escalation in (await session.exec(query.order_by(col(Escalation.id)))).all():
        escalation.asks_at = None
        await session.flush()
        await cards.tell(session, escalation=escalation, news=EscalationNews.UNSOLVED, now=now)
        await cards.redraw(session, escalation=escalation, now=now)


async def end_due(session: AsyncSession, *, now: datetime) -> None:
    """End what was escalated of incidents that are over."""
    for escalation in (await session.exec(_over())).all():
        await calling.end(session, escalation_id=id_of(escalation), by=None, now=now)


@cache
def _over() -> SelectOfScalar[Escalation]:
    return (
        select(Escalation)
        .join(Incident, col(Incident.id) == col(Escalation.incident_id))
        .where(col(Escalation.ended_at).is_(None), Incident.status == IncidentStatus.CLOSED)
        .order_by(col(Escalation.id))
    )
