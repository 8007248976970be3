"""Questions as tests ask them, what coordinators are told of them, and what comes of the answers."""

from datetime import datetime, timedelta

from sqlmodel import col, select, update

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.conversations import Question
from models.people import Person
from services.conversations import asking, meaning
from services.conversations.asking import Spoken
from services.ground.arrivals import Arrival
from tests.network import MORNING, Network


def at(**after: float) -> datetime:
    """Give a moment after the morning."""
    return MORNING + timedelta(**after)


async def ask(network: Network, person: Person, text: str = "Ở đâu?", *, now: datetime = MORNING) -> Question:
    """Let a person ask about the one incident under way, or about none."""
    session = network.session
    spoken = Spoken(text, message_id=int(now.timestamp()) % 100_000, came=Arrival(now))
    question = await asking.hold(session, person=person, spoken=spoken)
    concerns = await meaning.concerns(session, person=person, at=now)
    await asking.send(session, question=question, concern=concerns[0] if concerns else None, now=now)
    return question


async def told(network: Network) -> list[set[int]]:
    """List to whom (person ids) each message about a question went, in order."""
    broadcasts = await network.session.exec(
        select(Broadcast).where(Broadcast.kind == BroadcastKind.QUESTION).order_by(col(Broadcast.id))
    )
    found = []
    for broadcast in broadcasts.all():
        to = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast.id))
        found.append({person_id for person_id in to if person_id is not None})
    return found


async def come_to(network: Network, question: Question, state: DeliveryState) -> None:
    """Let the messages that bring the answer to a question come into a state."""
    about = select(Broadcast.id).where(
        Broadcast.kind == BroadcastKind.QUESTION_ANSWER, Broadcast.subject_id == question.id
    )
    sent = {"sent_at": MORNING} if state is DeliveryState.SENT else {}
    waiting = update(Delivery).where(
        col(Delivery.broadcast_id).in_(about), col(Delivery.state) == DeliveryState.PENDING
    )
    await network.session.exec(waiting.values(state=state, **sent))
