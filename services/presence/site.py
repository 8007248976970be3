"""The site of an incident as coordinators see it: who is there, who was, and the places that were shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.presence import Presence
from services.ground.attachments import Attachment
from services.ground.paging import nearest_page
from services.people import businesses
from services.presence import engagements, stays

PAGE = 8
# Places go out one by one: so many at most for one tap.
MOST_PLACES = 10


@dataclass(frozen=True)
class SiteLine:
    """A stay of a business; `by` said that it is there, and it takes part `elsewhere` too (codes of incidents)."""

    stay: Presence
    member: Member
    by: str
    elsewhere: Sequence[str] = ()


@dataclass(frozen=True)
class Site:
    """A part of the stays, those who are there first: `there` counts them, `places` how many have shared a place."""

    lines: Sequence[SiteLine]
    there: int
    places: int
    number: int
    pages: int
    total: int


async def look(session: AsyncSession, *, incident_id: int, number: int) -> Site:
    """List the stays of an incident (id), a page at a time: who is there by arrival, then who went last."""
    total = (await session.exec(select(func.count()).where(Presence.incident_id == incident_id))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(Presence, Member, businesses.registered_name())
        .join(Member, col(Member.id) == col(Presence.member_id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(Presence.incident_id == incident_id)
        .order_by(
            col(Presence.left_at).is_not(None), col(Presence.left_at).desc(), col(Presence.arrived_at), col(Presence.id)
        )
        .limit(PAGE)
        .offset(number * PAGE)
    )
    found = (await session.exec(query)).all()
    members = [id_of(member) for _, member, _ in found]
    others = await engagements.elsewhere(session, members=members, but_not=incident_id)
    lines = [SiteLine(stay, member, by, others.get(id_of(member), ())) for stay, member, by in found]
    return Site(
        lines,
        there=await stays.count_there(session, incident_id=incident_id),
        places=len(await _shared(session, incident_id)),
        number=number,
        pages=pages,
        total=total,
    )


async def _shared(session: AsyncSession, incident_id: int) -> Mapping[int, Sequence[Attachment]]:
    there = await stays.there_now(session, incident_id=incident_id)
    return await stays.places(session, stays=there.values())


async def places_now(session: AsyncSession, *, incident_id: int) -> Sequence[tuple[Member, Sequence[Attachment]]]:
    """Give the places of those who are on site and have shared one, with the business, the last to come first."""
    there = await stays.there_now(session, incident_id=incident_id)
    shared = await stays.places(session, stays=there.values())
    having = [stay for stay in there.values() if stay.id in shared][::-1][:MOST_PLACES]
    return [(await session.get_one(Member, stay.member_id), shared[id_of(stay)]) for stay in having]
