"""Tallies say how long an incident has taken and what may be done now: time alone makes them untrue."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Incident
from services.incidents import cards, reminders, under_way
from services.incidents.kinds import TALLY
from services.outbox import broadcasts

# How old the figures of a tally may be, by the age of its incident.
PAUSES = (
    (timedelta(hours=2), timedelta(minutes=1)),
    (timedelta(days=1), timedelta(minutes=10)),
    (timedelta.max, timedelta(hours=1)),
)


async def keep_true(session: AsyncSession, *, now: datetime) -> None:
    """Have tallies of what is under way edited that have stood still for too long."""
    for incident in (await session.exec(under_way.every())).all():
        half = await reminders.first_due_half(session, incident=incident)
        old = (
            select(Delivery.id)
            .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
            .where(
                *broadcasts.about(TALLY, id_of(incident)),
                Delivery.state == DeliveryState.SENT,
                col(Delivery.edit_due_at).is_(None),
                _too_old(incident, half=half, now=now),
            )
        )
        if (await session.exec(old.limit(1))).first() is not None:
            await cards.redraw_tally(session, incident_id=id_of(incident), lane=Lane.TALLY, now=now)


def _too_old(incident: Incident, *, half: datetime, now: datetime) -> ColumnElement[bool]:
    """Make the condition that a tally was last shown too long ago, or before anybody could be reminded by hand."""
    age = now - incident.declared_at
    pause = next(pause for limit, pause in PAUSES if age < limit)
    shown_at = func.coalesce(col(Delivery.edited_at), col(Delivery.sent_at))
    return or_(shown_at <= now - pause, shown_at < half) if half <= now else shown_at <= now - pause
