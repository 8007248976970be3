"""What words are about: by the message to which they reply, by where their person was called, by what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.conversations import QUESTION_SUBJECT, Question
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import Member
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from models.tasks import TASK_SUBJECT
from services.ground.details import read
from services.incidents import lifecycle
from services.incidents.cards import incident_of
from services.incidents.sharing import naming
from services.outbox.kinds import Under
from services.people.businesses import may_be_spoken_for

# So long after an incident has ended what is typed may still be about it.
JUST_ENDED = timedelta(hours=1)
# So long after ❓ what is typed is what was missing.
JUST_ASKED = timedelta(minutes=30)


@dataclass(frozen=True)
class About:
    """What a message is about: a question, or an incident (id), or a task (id), of an incident or of none."""

    question: Question | None = None
    incident_id: int | None = None
    task_id: int | None = None


async def broadcast_of(session: AsyncSession, *, address: str, message_id: int) -> Broadcast | None:
    """Find of which broadcast one of our messages in a chat is."""
    query = (
        select(Broadcast)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.address == address, Delivery.message_id == message_id)
        .order_by(col(Delivery.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def just_shown(session: AsyncSession, *, person: Person, now: datetime) -> Broadcast | None:
    """Find what came to a person last, where that was a moment ago and their words are about no incident."""
    query = (
        select(Broadcast)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.person_id == id_of(person), col(Delivery.sent_at) >= now - JUST_ASKED)
        .order_by(col(Delivery.sent_at).desc(), col(Delivery.id).desc())
        .limit(1)
    )
    shown = (await session.exec(query)).first()
    if shown is None or await concerns(session, person=person, at=now):
        return None
    return shown


async def message(session: AsyncSession, *, address: str, message_id: int) -> About | None:
    """Tell what one of our messages in a chat is about; None for one that is about nothing of these."""
    broadcast = await broadcast_of(session, address=address, message_id=message_id)
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


@dataclass(frozen=True)
class Concern:
    """An incident under way or just ended, and the first business (id) of a person that was called to it."""

    incident: Incident
    member_id: int


async def concerns(
    session: AsyncSession, *, person: Person, at: datetime, only_for: int | None = None
) -> Sequence[Concern]:
    """List the incidents to which a person's businesses were called, or `only_for` one (id), that words may concern.

    Those under way come first, the newest before the others, then those that ended shortly before they came `at`.
    """
    under_way = col(Incident.status) != IncidentStatus.CLOSED
    found = await _concerns(session, person, only_for, or_(under_way, col(Incident.closed_at) > at - JUST_ENDED))
    return sorted(found, key=lambda one: one.incident.status is IncidentStatus.CLOSED)


async def ended(
    session: AsyncSession, *, person: Person, about: About, only_for: int | None = None
) -> Sequence[Concern]:
    """Give the incident to whose card a person replies though it is over, if their businesses were called to it."""
    if about.question is not None or about.incident_id is None:
        return []
    is_meant = col(Incident.id) == about.incident_id
    return await _concerns(session, person, only_for, is_meant, Incident.status == IncidentStatus.CLOSED)


async def _concerns(
    session: AsyncSession, person: Person, only_for: int | None, *which: ColumnElement[bool] | bool
) -> Sequence[Concern]:
    spoken = may_be_spoken_for(id_of(person)).with_only_columns(col(Member.id)).order_by(None)
    query = (
        select(Alerted.incident_id, func.min(Alerted.member_id))
        .join(Incident, col(Incident.id) == col(Alerted.incident_id))
        .where(col(Alerted.member_id).in_(spoken), ~naming.hides(col(Alerted.incident_id), id_of(person)), *which)
        .group_by(col(Alerted.incident_id))
        .order_by(col(Alerted.incident_id).desc())
    )
    if only_for is not None:
        query = query.where(Alerted.member_id == only_for)
    return [
        Concern(await lifecycle.by_id(session, incident_id=incident_id), member_id)
        for incident_id, member_id in (await session.exec(query)).all()
    ]


async def meant(
    session: AsyncSession, *, person: Person, about: About, concerns: Sequence[Concern], now: datetime
) -> Sequence[Concern]:
    """Choose those of a person's incidents that words may be about: one where that is clear, none, or all of them.

    It is clear from a reply, where there is but one and that goes on, and where the person has just said that something
    is missing.
    """
    if about.question is not None:
        return [one for one in concerns if one.incident.id == about.question.incident_id]
    if about.incident_id is not None:
        return [one for one in concerns if one.incident.id == about.incident_id]
    asked = await _just_asked(session, person=person, now=now) if len(concerns) > 1 else None
    left = [one for one in concerns if one.incident.id == asked] or concerns
    # Shortly after an end words may as well be of something new.
    over = len(left) == 1 and left[0].incident.status is IncidentStatus.CLOSED
    return [] if over else left


async def _just_asked(session: AsyncSession, *, person: Person, now: datetime) -> int | None:
    """Find the incident (id) of a person's last answer, if that said a moment ago that something is missing."""
    query = (
        select(ResponseChange, Response.incident_id)
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .where(ResponseChange.person_id == id_of(person))
        .order_by(col(ResponseChange.answered_at).desc(), col(ResponseChange.update_id).desc())
        .limit(1)
    )
    last = (await session.exec(query)).first()
    if last is None or last[0].answer is not Answer.NEEDS_INFO or now - last[0].answered_at > JUST_ASKED:
        return None
    since = select(Question.id).where(Question.person_id == id_of(person), Question.asked_at >= last[0].answered_at)
    return last[1] if len((await session.exec(since.limit(2))).all()) <= 1 else None
