"""Reviews in tests of the services: incidents that end, and what is told of their reviews."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.incidents import Incident, IncidentKind, Severity
from models.people import Person
from models.responses import Answer
from models.reviews import Review, ReviewPart
from services.incidents import lifecycle, responses
from services.reviews import opening, reviews, writing
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, Network

# The end of what is declared in the morning (9:00 in Việt Nam, a Friday).
END = MORNING + timedelta(hours=1)


def after_end(**duration: float) -> datetime:
    """Give a moment after the end."""
    return END + timedelta(**duration)


async def ended(
    network: Network,
    *,
    severity: Severity = Severity.SERIOUS,
    kind: IncidentKind = IncidentKind.INCIDENT,
    ready: Sequence[Person] = (),
) -> Incident:
    """Let an incident be declared, be answered by those who are ready, and end."""
    incident = await network.declare(replace(CABLE_CUT, severity=severity, kind=kind))
    for person in ready:
        await responses.respond(
            network.session, incident=incident, person=person, answer=Answer.READY, now=MORNING + timedelta(minutes=5)
        )
    return await close(network, incident, now=END)


async def close(network: Network, incident: Incident, *, now: datetime) -> Incident:
    """End an incident."""
    return await lifecycle.close(
        network.session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=now
    )


async def opened(network: Network, incident: Incident, *, now: datetime | None = None) -> Review:
    """Let the clock open the review of an incident."""
    await opening.open_due(network.session, now=now or after_end(hours=2), time_zone=TIME_ZONE)
    review = await reviews.of_incident(network.session, incident_id=id_of(incident))
    assert review is not None
    return review


async def asked(network: Network, incident: Incident) -> Review:
    """Let the review of an incident be opened, and those engaged be asked the next morning."""
    review = await opened(network, incident)
    await opening.ask_due(network.session, now=after_end(hours=23))
    return review


async def written(network: Network, review: Review) -> Review:
    """Let all parts be written that a review needs."""
    for part in (ReviewPart.WELL, ReviewPart.CAUSES, ReviewPart.CHANGES):
        await writing.write(
            network.session,
            review_id=id_of(review),
            part=part,
            text=f"Phần {part}",
            by=network.coordinator,
            now=after_end(hours=24),
        )
    return review


async def told(network: Network, kind: BroadcastKind) -> list[set[int]]:
    """List whom each broadcast of a kind went to."""
    found = []
    query = select(Broadcast.id).where(Broadcast.kind == kind).order_by(col(Broadcast.id))
    for broadcast_id in (await network.session.exec(query)).all():
        went = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id))
        found.append({one for one in went if one is not None})
    return found
