"""What updates hold about people and businesses: who acknowledged them."""

from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident, Notice
from models.people import Person
from models.updates import Acknowledgement
from services.command.holdings import commanded
from services.ground.holding_types import FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson
from services.incidents.kinds import SUBJECT
from services.outbox import broadcasts
from services.updates import seen
from services.updates.kinds import UPDATE_WATCH


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


async def redraw_updates(session: AsyncSession, leaving: Leaving) -> None:
    """Have the messages edited that say that a person acknowledged an update, and those that name the commander."""
    own = leaving.person_id
    query = (
        select(Notice, Acknowledgement.member_id)
        .join(Acknowledgement, col(Acknowledgement.notice_id) == col(Notice.id))
        .where(Acknowledgement.person_id == own, col(Acknowledgement.at).is_not(None))
        .order_by(col(Acknowledgement.id))
    )
    for notice, member_id in (await session.exec(query)).all():
        members = [member_id] if member_id is not None else []
        await seen.redraw(session, notice, members, leaving.person, now=leaving.now)
    await broadcasts.redraw(
        session, kinds=(UPDATE_WATCH,), subject=SUBJECT, subject_id=commanded(own), lane=Lane.UPDATE, now=leaving.now
    )


PARTS = (FilePart("acknowledgements", _acknowledged),)
PEOPLE = (
    OfPerson(col(Acknowledgement.person_id), "acknowledgements", NumberKept("what was acknowledged is the business's")),
)
MEMBERS = (OfMember(col(Acknowledgement.member_id), Moved(_move)),)
