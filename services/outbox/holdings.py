"""What the outbox holds about people and businesses: messages, of which an erasure lets go."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, case, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.people import Person
from services.ground.faces import MessageKind
from services.ground.holding_types import Erased, FilePart, Leaving, Merging, Moved, OfMember, OfPerson
from services.outbox import broadcasts


def _messages(person: Person, *, kinds: Iterable[MessageKind]) -> Any:
    """Select what was sent to a person, with the name of what it was about."""
    names = [(_is_of(kind), kind.named(col(Broadcast.subject_id))) for kind in kinds if kind.named is not None]
    query: Any = select(Delivery, Broadcast, case(*names))
    return (
        query.join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Delivery.person_id == id_of(person))
        .order_by(col(Delivery.id))
    )


def _is_of(kind: MessageKind) -> Any:
    return and_(col(Broadcast.kind) == kind.name, col(Broadcast.subject) == kind.subject)


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


PARTS = (FilePart("messages", _messages, wants_kinds=True),)
PEOPLE = (OfPerson(col(Delivery.person_id), "messages", Erased(_end_messages)),)
MEMBERS = (OfMember(col(Broadcast.subject_id), Moved(_move_messages)),)
