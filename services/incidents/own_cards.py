"""A person's own card of an incident: found again at the end of the chat, wherever the first one has gone."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.incidents import audience, cards, responses
from services.incidents.kinds import ALERT
from services.outbox import broadcasts

ON_ITS_WAY = (DeliveryState.PENDING, DeliveryState.SENDING)


async def send_anew(session: AsyncSession, *, incident: Incident, person: Person, now: datetime) -> None:
    """Send a person their card once more; from then on it is the one with buttons, and the older ones point to it.

    One that is on its way, or went astray, comes itself. Raises NotAlerted or IncidentClosed.
    """
    await responses.speaking(session, incident=incident, person=person)
    incident_id, person_id = id_of(incident), id_of(person)
    await audience.call_in(session, incident=incident, person=person, now=now)
    await audience.show_again(session, incident_id=incident_id, people=[person_id], lane=Lane.REPLY, now=now)
    theirs = (
        select(Delivery.id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(ALERT, incident_id),
            Delivery.person_id == person_id,
            col(Delivery.state).in_(ON_ITS_WAY),
        )
    )
    if (await session.exec(theirs)).first() is None:
        await broadcasts.queue(
            session, kind=ALERT, people=[person_id], subject_id=incident_id, lane=Lane.ASKED, now=now
        )
        await cards.redraw(session, incident_id=incident_id, people=[person_id], lane=Lane.REPLY, now=now)


async def newest(session: AsyncSession, *, incident_id: int, people: Collection[int]) -> Mapping[int, int]:
    """Tell which is the newest alert (delivery id) of each of some people (ids) that has reached them, or may."""
    query = (
        select(Delivery.person_id, func.max(Delivery.id))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(ALERT, incident_id),
            col(Delivery.person_id).in_(people),
            col(Delivery.state).in_(audience.ALIVE),
        )
        .group_by(col(Delivery.person_id))
    )
    return {person_id: newest for person_id, newest in await session.exec(query) if person_id and newest}
