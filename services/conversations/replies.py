"""What a reply in Telegram answers: a message of ours, found by where it stands, or a person's own question."""

from dataclasses import dataclass

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.conversations import QUESTION_SUBJECT, Question
from models.identity import id_of
from models.people import Person
from models.tasks import TASK_SUBJECT
from services.ground.details import read
from services.incidents.cards import incident_of
from services.outbox.kinds import Under


@dataclass(frozen=True)
class About:
    """What a message is about: a question, or an incident (id), or a task (id), of an incident or of none."""

    question: Question | None = None
    incident_id: int | None = None
    task_id: int | None = None


async def message(session: AsyncSession, *, address: str, message_id: int) -> About | None:
    """Tell what one of our messages in a chat is about; None for one that is about nothing of these."""
    query = (
        select(Broadcast)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.address == address, Delivery.message_id == message_id)
        .order_by(col(Delivery.id).desc())
        .limit(1)
    )
    broadcast = (await session.exec(query)).first()
    if broadcast is not None and (above := read(broadcast.details, Under)) is not None:
        broadcast = await session.get(Broadcast, above.broadcast_id)
    if broadcast is None:
        return None
    if broadcast.subject == QUESTION_SUBJECT and broadcast.subject_id is not None:
        return About(question=await session.get(Question, broadcast.subject_id))
    incident_id = incident_of(broadcast)
    task_id = broadcast.subject_id if broadcast.subject == TASK_SUBJECT else None
    return About(incident_id=incident_id, task_id=task_id) if incident_id or task_id else None


async def written(
    session: AsyncSession, *, person: Person, group_id: int | None, message_id: int, album: str = ""
) -> Question | None:
    """Find the last question that a person wrote in a message or an `album`, in the private chat or in a group (id)."""
    came = col(Question.message_id) == message_id
    which = or_(came, col(Question.album) == album) if album else came
    query = (
        select(Question)
        .where(Question.person_id == id_of(person), Question.group_id == group_id, which)
        .order_by(col(Question.id).desc())
    )
    return (await session.exec(query)).first()
