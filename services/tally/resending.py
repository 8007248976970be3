"""What failed of an incident's messages, though its recipients can be written to, is sent again in one tap."""

from datetime import datetime
from functools import cache

from sqlalchemy import and_, func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from models.tasks import TASK_SUBJECT, Task
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import cards
from services.incidents.kinds import ALERT, ALL_CLEAR, REOPENED, REPLY, SUBJECT, UPDATE
from services.outbox import again

# More than so many are sent again only after a question.
ASKED_FROM = 10


class NothingFailed(Refusal):
    """No message of the incident has failed, or somebody has had them sent again already."""


async def count(session: AsyncSession, *, incident: Incident) -> int:
    """Count the messages that would be sent again."""
    query = select(func.count(col(Delivery.id))).join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
    return (await session.exec(query.where(is_of(incident), again.has_failed()))).one()


async def send_again(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> int:
    """Send what failed again, and return how many messages that are; raises NothingFailed, as on a second tap."""
    query = select(Delivery.id).join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
    found = (await session.exec(query.where(is_of(incident), again.has_failed()))).all()
    sent = await again.send(session, ids=[one for one in found if one is not None], now=now)
    if not sent:
        raise NothingFailed
    audit.record(
        session,
        person=by,
        action="sent-again",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"sent": sent},
    )
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    return sent


def is_of(incident: Incident) -> ColumnElement[bool]:
    """Make the condition that a broadcast is of an incident or its tasks, and still says something."""
    of_incident, of_task = _says_something(incident.status is IncidentStatus.CLOSED)
    tasks = select(Task.id).where(Task.incident_id == id_of(incident))
    return or_(
        and_(of_incident, col(Broadcast.subject_id) == id_of(incident)),
        and_(of_task, col(Broadcast.subject_id).in_(tasks)),
    )


@cache
def _says_something(is_over: bool) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Make the conditions that a broadcast of some incident, and of some task, still says something."""
    kinds = (ALL_CLEAR,) if is_over else (ALERT, UPDATE, REPLY, REOPENED)
    return (
        and_(col(Broadcast.subject) == SUBJECT, col(Broadcast.kind).in_([kind.name for kind in kinds])),
        and_(col(Broadcast.subject) == TASK_SUBJECT, col(Broadcast.kind) == BroadcastKind.TASK),
    )
