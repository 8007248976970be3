"""What the outbox holds about people and businesses: messages, of which an erasure lets go."""

from typing import Any

from sqlalchemy import case, func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.tasks import Task
from services.ground.holdings import Erased, FilePart, Leaving, OfPerson, all_of
from services.outbox import broadcasts


def _messages(person: Person) -> Any:
    """Select what was sent to a person, with the code of the task or incident, or the business, that it was about."""
    return (
        select(Delivery, Broadcast, func.coalesce(Task.code, Incident.code, Member.name))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .outerjoin(Incident, col(Incident.id) == col(Broadcast.incident_id))
        .outerjoin(Task, col(Task.id) == col(Broadcast.task_id))
        .outerjoin(Member, col(Member.id) == col(Broadcast.member_id))
        .where(Delivery.person_id == id_of(person))
        .order_by(col(Delivery.id))
    )


async def _end_messages(session: AsyncSession, leaving: Leaving) -> None:
    """Send and edit nothing more, and forget the addresses; what is on its way keeps none either."""
    unsent = col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING))
    await session.exec(
        update(Delivery)
        .where(col(Delivery.person_id) == leaving.person_id)
        .values(
            address=broadcasts.NOWHERE,
            state=case((unsent, DeliveryState.DROPPED), else_=col(Delivery.state)),
            edit_due_at=None,
            revision=col(Delivery.revision) + 1,
        )
        .execution_options(synchronize_session=False)
    )


PARTS = (FilePart("messages", _messages),)
PEOPLE = (OfPerson(col(Delivery.person_id), "messages", Erased(_end_messages)),)
MEMBERS = (all_of(col(Broadcast.member_id)),)
