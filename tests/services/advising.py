"""Advisories in tests of the services: sent by the coordinator to all, and whom they were told to."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from models.advisories import Advisory
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.tlp import Tlp
from services.advisories import sending
from services.advisories.sending import AdvisorySaid
from tests.network import MORNING, TIME_ZONE, Network


async def advise(network: Network, *, due_at: datetime | None = None, now: datetime = MORNING) -> Advisory:
    """Let the coordinator send an advisory to all, to be done within three days unless told otherwise."""
    network.declared += 1
    said = AdvisorySaid(
        what="Lỗ hổng nghiêm trọng trên thiết bị VPN.",
        todo="Vá thiết bị VPN",
        due_at=due_at or now + timedelta(days=3),
        tlp=Tlp.GREEN,
    )
    return await sending.send(
        network.session,
        said=said,
        draft_key=f"advisory:{network.declared}",
        by=network.coordinator,
        now=now,
        time_zone=TIME_ZONE,
    )


async def told(network: Network, kind: BroadcastKind, advisory: Advisory) -> list[set[int]]:
    """List whom each broadcast of a kind about an advisory went to."""
    query = select(Broadcast.id).where(
        Broadcast.kind == kind, Broadcast.subject == "advisory", Broadcast.subject_id == id_of(advisory)
    )
    found = []
    for broadcast_id in (await network.session.exec(query.order_by(col(Broadcast.id)))).all():
        went = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id))
        found.append({one for one in went if one is not None})
    return found
