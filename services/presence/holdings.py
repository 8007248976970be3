"""What presence holds about people and businesses: who said that a business is on site, and that it has gone."""

from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.presence import PRESENCE_SUBJECT, Presence
from models.responses import Response
from services.ground import attachments
from services.ground.holding_types import Erased, FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson
from services.outbox import broadcasts
from services.presence.kinds import LATE, SUBJECT


def _stays(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Presence, Incident, Member, attachments.written_of(Presence, PRESENCE_SUBJECT))
        .join(Incident, col(Incident.id) == col(Presence.incident_id))
        .join(Member, col(Member.id) == col(Presence.member_id))
        .where(or_(col(Presence.person_id) == own, col(Presence.left_by_id) == own))
        .order_by(col(Presence.id))
    )


async def _forget_places(session: AsyncSession, leaving: Leaving) -> None:
    """Forget where a person was: the number of who said that the business is there stays."""
    theirs = await session.exec(select(Presence.id).where(Presence.person_id == leaving.person_id))
    for stay_id in theirs.all():
        await attachments.forget(session, subject=PRESENCE_SUBJECT, subject_id=stay_id or 0)


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the other's stays go to the business that is kept; where both are on site, the other's ends."""
    there = select(Presence.incident_id).where(Presence.member_id == merging.kept_id, col(Presence.left_at).is_(None))
    theirs = col(Presence.member_id) == merging.other_id
    await session.exec(
        update(Presence)
        .where(theirs, col(Presence.left_at).is_(None), col(Presence.incident_id).in_(there))
        .values(left_at=merging.now, left_by_id=id_of(merging.by))
        .execution_options(synchronize_session="fetch")
    )
    await session.exec(
        update(Presence).where(theirs).values(member_id=merging.kept_id).execution_options(synchronize_session="fetch")
    )
    answered = select(Response.incident_id).where(Response.member_id == merging.kept_id)
    await broadcasts.redraw(
        session, kinds=(LATE,), subject=SUBJECT, subject_id=answered, lane=Lane.TALLY, now=merging.now
    )


PARTS = (FilePart("stays", _stays),)
PEOPLE = (
    OfPerson(col(Presence.person_id), "stays", Erased(_forget_places)),
    OfPerson(col(Presence.left_by_id), "stays", NumberKept("that a business left the site is the business's")),
)
MEMBERS = (OfMember(col(Presence.member_id), Moved(_move)),)
