"""What the ground holds about a person: the audit, their dialogue under way, and the updates they sent."""

from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.drafts import Draft
from models.identity import id_of
from models.inbox import InboxUpdate
from models.people import Person
from services.ground import drafts, inbox
from services.ground.holding_types import Erased, FilePart, Leaving, NumberKept, OfPerson


def _dialogue(person: Person) -> Any:
    return select(Draft).where(Draft.person_id == id_of(person))


def _updates(person: Person) -> Any:
    return (
        select(InboxUpdate.received_at, InboxUpdate.state, InboxUpdate.body)
        .where(InboxUpdate.sender_id == person.telegram_id)
        .order_by(col(InboxUpdate.received_at))
    )


def _audit(person: Person) -> Any:
    about = (col(AuditEntry.subject) == "person") & (col(AuditEntry.subject_id) == id_of(person))
    return select(AuditEntry).where(or_(col(AuditEntry.person_id) == id_of(person), about)).order_by(col(AuditEntry.id))


async def _discard_dialogue(session: AsyncSession, leaving: Leaving) -> None:
    await drafts.discard(session, person=leaving.person)


async def _forget_updates(session: AsyncSession, leaving: Leaving) -> None:
    await inbox.forget_sender(session, sender_id=leaving.person.telegram_id)


PARTS = (FilePart("draft", _dialogue), FilePart("updates", _updates), FilePart("audit", _audit))
PEOPLE = (
    OfPerson(col(Draft.person_id), "draft", Erased(_discard_dialogue)),
    OfPerson(col(InboxUpdate.sender_id), "updates", Erased(_forget_updates)),
    OfPerson(col(AuditEntry.person_id), "audit", NumberKept("who did what is on record for five years")),
)
