"""An operations group with its topics, and Telegram's part played by hand."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident
from models.operations import IncidentTopic, OperationsGroup
from services.operations import errands, rooms, topics
from services.operations.errands import Errand, ErrandKind
from services.operations.rooms import Checked
from tests.network import MORNING, Network, found_network

ALL_WELL = Checked(is_forum=True, may_manage_topics=True, may_pin=True, may_delete=True, hears_all=True)
NO_TOPICS = Checked(is_forum=False, may_manage_topics=False, may_pin=True, may_delete=True, hears_all=True)
CHAT, THREAD = -1001000000, 700


@dataclass
class Room:
    """A network, its operations group, and the hour."""

    network: Network
    group: OperationsGroup
    found: Checked = ALL_WELL
    now: datetime = MORNING
    made: int = field(default=0)

    @property
    def session(self) -> AsyncSession:
        """The network's session."""
        return self.network.session

    async def follow(self) -> None:
        """Let the clock bring topics up to now."""
        await topics.follow(self.session, now=self.now)

    async def next(self) -> Errand | None:
        """Find the next errand."""
        return await errands.next_due(self.session, now=self.now)

    async def do(self, errand: Errand) -> None:
        """Do an errand as Telegram would, with threads 701, 702 and so on."""
        if errand.kind is ErrandKind.CHECK:
            await errands.checked(self.session, errand=errand, found=self.found, title="Điều hành", now=self.now)
            return
        self.made += errand.kind is ErrandKind.MAKE
        await errands.begin(self.session, errand=errand, now=self.now)
        await errands.done(self.session, errand=errand, thread_id=THREAD + self.made, name="tên", now=self.now)

    async def run(self) -> list[ErrandKind]:
        """Follow, deliver and do errands until nothing is left; return what was done."""
        did: list[ErrandKind] = []
        while True:
            await self.follow()
            await self.deliver()
            errand = await self.next()
            if errand is None:
                return did
            did.append(errand.kind)
            await self.do(errand)

    async def deliver(self) -> None:
        """Let everything that waits for topics arrive."""
        query = select(Delivery).where(col(Delivery.incident_topic_id).is_not(None))
        for delivery in (await self.session.exec(query)).all():
            if delivery.state is DeliveryState.PENDING:
                delivery.state, delivery.message_id, delivery.sent_at = DeliveryState.SENT, delivery.id, self.now
            delivery.edit_due_at = None
        await self.session.flush()

    async def topic(self, incident: Incident) -> IncidentTopic:
        """Give an incident's topic."""
        found = await topics.of_incident(self.session, incident_id=id_of(incident))
        assert found is not None
        return found

    async def said(self, incident: Incident, *states: DeliveryState) -> list[BroadcastKind]:
        """List what was said to the topics of an incident, in order, as far as it stands in these states."""
        query = (
            select(Broadcast.kind)
            .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
            .join(IncidentTopic, col(IncidentTopic.id) == col(Delivery.incident_topic_id))
            .where(IncidentTopic.incident_id == incident.id, col(Delivery.state).in_(states or list(DeliveryState)))
            .order_by(col(Delivery.id))
        )
        return [BroadcastKind(kind) for kind in await self.session.exec(query)]

    def pass_time(self, **duration: float) -> None:
        """Let time pass."""
        self.now += timedelta(**duration)


async def open_room(session: AsyncSession, found: Checked = ALL_WELL) -> Room:
    """Register a group, as Telegram says that it stands."""
    network = await found_network(session)
    group = await rooms.register(session, chat_id=CHAT, title="Điều hành Sở", by=network.coordinator, now=MORNING)
    await topics.learn(session, group=group, found=found, now=MORNING)
    return Room(network, group, found)
