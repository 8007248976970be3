"""What updates hold about people and businesses: who acknowledged them."""

from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, Notice
from models.people import Person
from models.updates import Acknowledgement
from services.ground.holding_types import FilePart, Merging, Moved, NumberKept, OfMember, OfPerson


def _acknowledged(person: Person) -> Any:
    return (
        select(Acknowledgement, Incident)
        .join(Notice, col(Notice.id) == col(Acknowledgement.notice_id))
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .where(Acknowledgement.person_id == id_of(person))
        .order_by(col(Acknowledgement.id))
    )


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the business that is kept acknowledge what the other one is asked to, each update once."""
    kept = select(Acknowledgement.notice_id).where(Acknowledgement.member_id == merging.kept_id)
    theirs = col(Acknowledgement.member_id) == merging.other_id
    twice = (await session.exec(kept)).all()
    for statement in (
        delete(Acknowledgement).where(theirs, col(Acknowledgement.notice_id).in_(twice)),
        update(Acknowledgement).where(theirs).values(member_id=merging.kept_id),
    ):
        await session.exec(statement.execution_options(synchronize_session="fetch"))


PARTS = (FilePart("acknowledgements", _acknowledged),)
PEOPLE = (
    OfPerson(col(Acknowledgement.person_id), "acknowledgements", NumberKept("what was acknowledged is the business's")),
)
MEMBERS = (OfMember(col(Acknowledgement.member_id), Moved(_move)),)
