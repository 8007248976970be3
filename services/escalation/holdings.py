"""What escalation holds about people: the posts that they hold, the calls they got, and what they began."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.escalation import ESCALATION_SUBJECT, Escalation, EscalationCall, PostHolder
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.escalation import former
from services.ground.holding_types import Erased, FilePart, Leaving, NumberKept, OfPerson
from services.outbox import broadcasts


def _held(person: Person) -> Any:
    return select(PostHolder).where(PostHolder.person_id == id_of(person)).order_by(col(PostHolder.id))


def _called(person: Person) -> Any:
    return (
        select(EscalationCall, Incident)
        .join(Escalation, col(Escalation.id) == col(EscalationCall.escalation_id))
        .join(Incident, col(Incident.id) == col(Escalation.incident_id))
        .where(EscalationCall.person_id == id_of(person))
        .order_by(col(EscalationCall.id))
    )


def _begun(person: Person) -> Any:
    return (
        select(Escalation, Incident)
        .join(Incident, col(Incident.id) == col(Escalation.incident_id))
        .where(Escalation.begun_by_id == id_of(person))
        .order_by(col(Escalation.id))
    )


async def _leave_posts(session: AsyncSession, leaving: Leaving) -> None:
    """Leave the posts of a person empty, and their name and number out; the owners are told which those are."""
    holding = select(PostHolder).where(PostHolder.person_id == leaving.person_id, col(PostHolder.ended_at).is_(None))
    for held in (await session.exec(holding)).all():
        await former.tell(session, held, by_phone=False, now=leaving.now)
    theirs = update(PostHolder).where(col(PostHolder.person_id) == leaving.person_id)
    for change in (
        theirs.where(col(PostHolder.ended_at).is_(None)).values(ended_at=leaving.now),
        theirs.values(name="", phone=""),
    ):
        await session.exec(change.execution_options(synchronize_session="fetch"))


async def _forget_calls(session: AsyncSession, leaving: Leaving) -> None:
    """Leave a person's name and number out of the calls that they got."""
    theirs = update(EscalationCall).where(col(EscalationCall.person_id) == leaving.person_id)
    await session.exec(theirs.values(name="", phone="", due_at=None).execution_options(synchronize_session="fetch"))


async def redraw_escalations(session: AsyncSession, leaving: Leaving) -> None:
    """Have the messages edited that name a person who was called."""
    called = select(EscalationCall.escalation_id).where(EscalationCall.person_id == leaving.person_id)
    await broadcasts.redraw(session, subject=ESCALATION_SUBJECT, subject_id=called, lane=Lane.UPDATE, now=leaving.now)


PARTS = (
    FilePart("posts-held", _held),
    FilePart("escalation-calls", _called),
    FilePart("escalations-begun", _begun),
)
PEOPLE = (
    OfPerson(col(PostHolder.person_id), "posts-held", Erased(_leave_posts)),
    OfPerson(col(EscalationCall.person_id), "escalation-calls", Erased(_forget_calls)),
    OfPerson(col(Escalation.begun_by_id), "escalations-begun", NumberKept("the escalation is the office's")),
)
