"""What the outbox holds about people and businesses: messages, of which an erasure lets go."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, case, func, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.tasks import TASK_SUBJECT, Task
from services.ground.holding_types import Erased, FilePart, Leaving, Merging, Moved, OfMember, OfPerson
from services.outbox import broadcasts

# By what the file names the subject of a message, by the subject's word.
NAMED: Mapping[str, Any] = {TASK_SUBJECT: Task.code, "incident": Incident.code, "member": Member.name}
# An application is named by its business, to those who decide. No name has an invitation, nor what is about nothing.
OTHERS = frozenset({"application", "invitation", ""})


def _messages(person: Person) -> Any:
    """Select what was sent to a person, with the name of what it was about."""
    # An application's card is about its business as well; the decision is not put beside it.
    asks = col(Broadcast.kind) == BroadcastKind.APPLICATION
    applicant: Any = aliased(Member)
    query: Any = (
        select(Delivery, Broadcast, func.coalesce(*NAMED.values(), applicant.name))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .outerjoin(Application, _is_about("application", col(Application.id)) & asks)
        .outerjoin(applicant, applicant.id == col(Application.member_id))
    )
    for subject, name in NAMED.items():
        query = query.outerjoin(name.class_, _is_about(subject, name.class_.id))
    return query.where(Delivery.person_id == id_of(person)).order_by(col(Delivery.id))


def _is_about(subject: str, subject_id: Any) -> Any:
    return and_(col(Broadcast.subject) == subject, col(Broadcast.subject_id) == subject_id)


async def _move_messages(session: AsyncSession, merging: Merging) -> None:
    """Let what was said of the other business be about the one that is kept."""
    await broadcasts.move_subject(session, subject="member", before=merging.other_id, after=merging.kept_id)


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
MEMBERS = (OfMember(col(Broadcast.subject_id), Moved(_move_messages)),)
