"""What is held about a person as such: consents, whom no channel reaches, and one-time links made or opened."""

from typing import Any

from sqlalchemy import or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.channels import Channel, Reach
from models.identity import id_of
from models.invitations import Invitation
from models.latecomers import Latecomer
from models.members import Member
from models.people import Consent, Person
from services.ground.holding_types import Erased, FilePart, Leaving, NumberKept, OfPerson, all_of
from services.people import invitations, reach


def _consents(person: Person) -> Any:
    return select(Consent).where(Consent.person_id == id_of(person)).order_by(col(Consent.id))


def _losses(person: Person) -> Any:
    return select(Reach).where(Reach.person_id == id_of(person)).order_by(col(Reach.unreachable_since))


def _invitations(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Invitation, Member)
        .outerjoin(Member, col(Member.id) == col(Invitation.member_id))
        .where(or_(col(Invitation.created_by_id) == own, col(Invitation.opened_by_id) == own))
        .order_by(col(Invitation.id))
    )


async def _leave_no_way(session: AsyncSession, leaving: Leaving) -> None:
    """Keep that the person can be written to by no channel, and why: tallies go on counting them."""
    for channel in Channel:
        await reach.lose(session, person=leaving.person, channel=channel, reason=leaving.why, now=leaving.now)


async def _expect_no_more(session: AsyncSession, leaving: Leaving) -> None:
    await session.exec(delete(Latecomer).where(col(Latecomer.person_id) == leaving.person_id))


async def _revoke_made(session: AsyncSession, leaving: Leaving) -> None:
    """Take back the living links for the person's own businesses; one for another business is that business's own."""
    theirs = col(Invitation.created_by_id) == leaving.person_id
    await _revoke(session, leaving, theirs, col(Invitation.member_id).in_(leaving.members))


async def _revoke_opened(session: AsyncSession, leaving: Leaving) -> None:
    """Take back the living links that the person opened."""
    await _revoke(session, leaving, col(Invitation.opened_by_id) == leaving.person_id)


async def _revoke(session: AsyncSession, leaving: Leaving, *meant: ColumnElement[bool]) -> None:
    living = (col(Invitation.used_at).is_(None), col(Invitation.revoked_at).is_(None))
    query = select(Invitation).where(*meant, *living)
    for one in (await session.exec(query)).all():
        invitations.revoke(session, invitation=one, by=leaving.person, now=leaving.now)
    await session.flush()


PARTS = (FilePart("consents", _consents), FilePart("reach", _losses), FilePart("invitations", _invitations))
PEOPLE = (
    OfPerson(col(Consent.person_id), "consents", NumberKept("a withdrawn consent is the proof that there was one")),
    OfPerson(col(Reach.person_id), "reach", Erased(_leave_no_way)),
    OfPerson(col(Latecomer.person_id), "reach", Erased(_expect_no_more)),
    OfPerson(col(Invitation.created_by_id), "invitations", Erased(_revoke_made)),
    OfPerson(col(Invitation.opened_by_id), "invitations", Erased(_revoke_opened)),
)
MEMBERS = (all_of(col(Invitation.member_id)), all_of(col(Latecomer.member_id)))
