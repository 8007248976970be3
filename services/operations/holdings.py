"""What is held of a person's words in the operations group: they go when the person is erased."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.operations import LOG_SUBJECT, GroupTalk, LogEntry, OperationsGroup
from models.people import Person
from services.ground import attachments
from services.ground.holding_types import Erased, FilePart, Leaving, NumberKept, OfPerson


def _log(person: Person) -> Any:
    files = attachments.written_of(LogEntry, LOG_SUBJECT)
    query: Any = select(LogEntry, Incident.code, files)
    return (
        query.outerjoin(Incident, col(Incident.id) == col(LogEntry.incident_id))
        .where(LogEntry.person_id == id_of(person))
        .order_by(col(LogEntry.id))
    )


def _groups(person: Person) -> Any:
    return (
        select(OperationsGroup)
        .where(OperationsGroup.registered_by_id == id_of(person))
        .order_by(col(OperationsGroup.id))
    )


async def _forget_words(session: AsyncSession, leaving: Leaving) -> None:
    """Empty what a person wrote, and forget its files; that something stood there stays in its order."""
    mine = (await session.exec(select(LogEntry.id).where(LogEntry.person_id == leaving.person_id))).all()
    for entry_id in mine:
        if entry_id is not None:
            await attachments.forget(session, subject=LOG_SUBJECT, subject_id=entry_id)
    await session.exec(update(LogEntry).where(col(LogEntry.person_id) == leaving.person_id).values(text=""))


PARTS = (FilePart("log", _log), FilePart("operations", _groups))
PEOPLE = (
    OfPerson(col(LogEntry.person_id), "log", Erased(_forget_words)),
    OfPerson(col(GroupTalk.person_id), "log", NumberKept("it holds no words: it leads to whose log they are in")),
    OfPerson(col(OperationsGroup.registered_by_id), "operations", NumberKept("the group stays the department's")),
)
