"""What is held about those who speak for a business, and what of its entry goes where when it is merged."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import (
    SPEAKING_OR_WAITING,
    ContactKind,
    Member,
    MemberCapability,
    MemberSector,
    Representative,
    RepresentativeStatus,
)
from models.people import Person
from models.roster import RosterEntry
from services.ground.holding_types import (
    Erased,
    FilePart,
    Leaving,
    Merging,
    Moved,
    OfMember,
    OfPerson,
    Stays,
    all_of,
    beside_member,
)


def _representations(person: Person) -> Any:
    return (
        beside_member(Representative).where(Representative.person_id == id_of(person)).order_by(col(Representative.id))
    )


async def _empty(session: AsyncSession, leaving: Leaving) -> None:
    """Let the person speak for nobody, and keep no contact of them."""
    query = select(Representative).where(Representative.person_id == leaving.person_id)
    for one in (await session.exec(query)).all():
        one.name = one.title = one.phone = ""
        one.status = RepresentativeStatus.REMOVED
    await session.flush()


async def _end_offers(session: AsyncSession, leaving: Leaving) -> None:
    """End the offers of the primary contact that the person made."""
    offered = select(Representative).where(Representative.primary_offered_by_id == leaving.person_id)
    for one in (await session.exec(offered)).all():
        one.primary_offered_by_id = one.primary_offered_at = None
    await session.flush()


async def _move_people(session: AsyncSession, merging: Merging) -> None:
    """Let everybody who speaks for the other speak for the one that is kept, which keeps its own primary contact."""
    of_kept = select(Representative).where(Representative.member_id == merging.kept_id)
    known = {one.person_id: one for one in (await session.exec(of_kept)).all()}
    has_primary = any(
        one.contact is ContactKind.PRIMARY and one.status is RepresentativeStatus.APPROVED for one in known.values()
    )
    moving = (await session.exec(select(Representative).where(Representative.member_id == merging.other_id))).all()
    for one in moving:
        one.primary_offered_by_id = one.primary_offered_at = None
        if has_primary:
            one.contact = ContactKind.BACKUP
        double = known.get(one.person_id)
        if double is None:
            one.member_id = merging.kept_id
        else:
            _prefer(double, one)
            await session.delete(one)
    await session.flush()


def _prefer(kept: Representative, other: Representative) -> None:
    """Of two entries of one person, let the better standing count."""
    order = SPEAKING_OR_WAITING
    ranks = [order.index(one.status) if one.status in order else len(order) for one in (kept, other)]
    if ranks[1] < ranks[0]:
        kept.name, kept.title, kept.phone = other.name, other.title, other.phone
        kept.contact, kept.status = other.contact, other.status


async def _move_capabilities(session: AsyncSession, merging: Merging) -> None:
    """Add what only the other had; where both say a headcount, that of the one that is kept counts."""
    of_kept = select(MemberCapability.capability_id).where(MemberCapability.member_id == merging.kept_id)
    known = (await session.exec(of_kept)).all()
    theirs = col(MemberCapability.member_id) == merging.other_id
    await session.exec(
        update(MemberCapability)
        .where(theirs, col(MemberCapability.capability_id).not_in(known))
        .values(member_id=merging.kept_id)
        .execution_options(synchronize_session=False)
    )
    await session.exec(delete(MemberCapability).where(theirs).execution_options(synchronize_session=False))


PARTS = (FilePart("representations", _representations),)
PEOPLE = (
    OfPerson(col(Representative.person_id), "representations", Erased(_empty)),
    OfPerson(col(Representative.primary_offered_by_id), "audit", Erased(_end_offers)),
)
MEMBERS = (
    OfMember(col(Representative.member_id), Moved(_move_people)),
    OfMember(col(MemberCapability.member_id), Moved(_move_capabilities)),
    OfMember(col(MemberSector.member_id), Stays("each entry keeps its own, unless a coordinator chose the other's")),
    OfMember(col(RosterEntry.member_id), Stays("it is written anew from what was moved")),
    all_of(col(Member.merged_into_id)),
)
