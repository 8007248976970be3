"""Member businesses: what is known of them, and for whom a person speaks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from sqlalchemy import BindParameter, and_, bindparam, func, or_
from sqlalchemy.orm import Mapped, aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.members import (
    ContactKind,
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.people import Person

Id = int | Mapped[int] | Mapped[int | None] | BindParameter[int]
# Made once: every delivery, and many a tap, asks for it.
SPEAKING = (
    select(Representative.person_id, Member.status)
    .join(Member, col(Member.id) == Representative.member_id)
    .where(
        col(Representative.person_id).in_(bindparam("people", expanding=True)),
        Representative.status == RepresentativeStatus.APPROVED,
    )
)


@dataclass(frozen=True)
class Profile:
    """A business with its sectors, its capabilities (id to number, id to unit) and its representatives."""

    member: Member
    sectors: Sequence[Sector]
    capabilities: Mapping[int, int]
    representatives: Sequence[Representative]
    units: Mapping[int, Unit] = field(default_factory=dict)


async def by_tax_code(session: AsyncSession, *, tax_code: str) -> Member | None:
    """Find the business of a tax code, in whatever status."""
    return (await session.exec(select(Member).where(Member.tax_code == tax_code))).first()


async def by_id(session: AsyncSession, *, member_id: int) -> Member:
    """Find a business by its id; raises NoResultFound when there is none."""
    return (await session.exec(select(Member).where(Member.id == member_id))).one()


def is_away(member: Member, *, now: datetime) -> bool:
    """Tell whether a business is not called now; an absence ends by itself."""
    return member.unavailable_until is not None and member.unavailable_until > now


def may_be_called(now: datetime) -> ColumnElement[bool]:
    """Make the condition that a business is in the network, and not away."""
    there = or_(col(Member.unavailable_until).is_(None), col(Member.unavailable_until) <= now)
    return and_(col(Member.status) == MemberStatus.APPROVED, there)


async def profile(session: AsyncSession, *, member: Member) -> Profile:
    """Gather what is known of a business; rejected and removed representatives are left out."""
    member_id = id_of(member)
    sectors = await session.exec(select(MemberSector).where(MemberSector.member_id == member_id))
    capabilities = await session.exec(select(MemberCapability).where(MemberCapability.member_id == member_id))
    representatives = await session.exec(
        select(Representative)
        .where(
            Representative.member_id == member_id,
            col(Representative.status).not_in((RepresentativeStatus.REJECTED, RepresentativeStatus.REMOVED)),
        )
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    held, held_capabilities = {row.sector for row in sectors}, capabilities.all()
    return Profile(
        member=member,
        sectors=[sector for sector in Sector if sector in held],
        capabilities={row.capability_id: row.headcount for row in held_capabilities},
        representatives=representatives.all(),
        units={row.capability_id: row.unit for row in held_capabilities},
    )


def speaks_for(person_id: Id, member_id: Id) -> ColumnElement[bool]:
    """Make the condition that a person speaks today for a business of the network; one that is suspended is not in it.

    Both are ids, the columns of such, or their places in a statement.
    """
    speaking, business = aliased(Representative), aliased(Member)
    return (
        select(speaking.id)
        .join(business, col(business.id) == col(speaking.member_id))
        .where(
            col(speaking.person_id) == person_id,
            col(speaking.member_id) == member_id,
            col(speaking.status) == RepresentativeStatus.APPROVED,
            col(business.status) == MemberStatus.APPROVED,
        )
        .exists()
    )


def may_be_spoken_for(
    person_id: int, *, standing: Collection[MemberStatus] = (MemberStatus.APPROVED,)
) -> SelectOfScalar[Member]:
    """Select the approved businesses for which a person may speak now, or those of another standing."""
    return _spoken_for(tuple(standing)).where(Representative.person_id == person_id)


@cache
def _spoken_for(standing: tuple[MemberStatus, ...]) -> SelectOfScalar[Member]:
    return (
        select(Member)
        .join(Representative, col(Representative.member_id) == Member.id)
        .where(Representative.status == RepresentativeStatus.APPROVED, col(Member.status).in_(standing))
        .order_by(col(Member.id))
    )


async def spoken_for(session: AsyncSession, *, person: Person) -> Sequence[Member]:
    """List the approved businesses for which a person may speak."""
    return (await session.exec(may_be_spoken_for(id_of(person)))).all()


async def stands_for(session: AsyncSession, *, person: Person, member_id: int) -> bool:
    """Tell whether a person is a representative of a business (id), suspended and departed ones too.

    They may take back there what was agreed to; all else asks for `spoken_for`.
    """
    found = await representative(session, member_id=member_id, person_id=id_of(person))
    return found is not None and found.status is RepresentativeStatus.APPROVED


async def suspended_of(session: AsyncSession, *, person: Person) -> Member | None:
    """Find a suspended business for which a person spoke, and will again."""
    query = (
        select(Member)
        .join(Representative, col(Representative.member_id) == Member.id)
        .where(
            Representative.person_id == id_of(person),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.SUSPENDED,
        )
        .order_by(col(Member.id))
        .limit(1)
    )
    return (await session.exec(query)).first()


async def speaking(session: AsyncSession, *, people: Collection[int]) -> Collection[int]:
    """Find those of some people (ids) who may speak for any business."""
    found = await session.exec(SPEAKING, params={"people": list(people)})
    # The status is looked at here: asked for it, SQLite may go through all businesses that have it.
    return {person_id for person_id, status in found if status is MemberStatus.APPROVED}


async def speaking_for(
    session: AsyncSession, *, people: Collection[int], members: Collection[int]
) -> Sequence[tuple[int, int]]:
    """List (business, person) of the network for some people, and for all who speak for some businesses (ids)."""
    query = (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == Representative.member_id)
        .where(
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
            col(Representative.person_id).in_(people) | col(Representative.member_id).in_(members),
        )
        .order_by(col(Representative.id))
    )
    return (await session.exec(query)).all()


async def representative(session: AsyncSession, *, member_id: int, person_id: int) -> Representative | None:
    """Find how a person stands to a business, whatever the status."""
    query = select(Representative).where(Representative.member_id == member_id, Representative.person_id == person_id)
    return (await session.exec(query)).first()


async def describe(
    session: AsyncSession,
    *,
    member: Member,
    sectors: Iterable[Sector],
    capabilities: Mapping[int, int],
) -> None:
    """Replace a business's sectors and capabilities; a number that stays as it was stays in its unit."""
    member_id = id_of(member)
    before = await session.exec(select(MemberCapability).where(MemberCapability.member_id == member_id))
    said = {(row.capability_id, row.headcount): row.unit for row in before}
    counted_in = await units(session)
    await session.exec(delete(MemberSector).where(col(MemberSector.member_id) == member_id))
    await session.exec(delete(MemberCapability).where(col(MemberCapability.member_id) == member_id))
    session.add_all(MemberSector(member_id=member_id, sector=sector) for sector in set(sectors))
    session.add_all(
        MemberCapability(
            member_id=member_id,
            capability_id=capability_id,
            headcount=number,
            unit=said.get((capability_id, number), counted_in.get(capability_id, Unit.PEOPLE)),
        )
        for capability_id, number in capabilities.items()
    )
    await session.flush()


@cache
def registered_name() -> ColumnElement[str]:
    """Give, in a query of people, the full name under which each is registered; Telegram's where there is none."""
    registered = (
        select(Representative.name)
        .where(
            col(Representative.person_id) == col(Person.id),
            Representative.status == RepresentativeStatus.APPROVED,
            col(Person.name) != "",
        )
        .order_by(col(Representative.id).desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    return func.coalesce(registered, col(Person.name))


async def registered_name_of(session: AsyncSession, *, person_id: int) -> str:
    """Tell the full name under which a person (id) is registered; Telegram's where there is none."""
    return str((await session.exec(select(registered_name()).where(Person.id == person_id))).one())


async def units(session: AsyncSession) -> Mapping[int, Unit]:
    """Tell in what each capability (id) is counted."""
    return {id_of(one): one.unit for one in await session.exec(select(Capability))}


async def name_representative(
    session: AsyncSession,
    *,
    member: Member,
    person: Person,
    name: str,
    title: str,
    phone: str,
    contact: ContactKind,
    status: RepresentativeStatus,
) -> Representative:
    """Write down, or write anew, who speaks for a business."""
    member_id, person_id = id_of(member), id_of(person)
    found = await representative(session, member_id=member_id, person_id=person_id)
    if found is None:
        found = Representative(
            member_id=member_id,
            person_id=person_id,
            name=name,
            title=title,
            phone=phone,
            contact=contact,
            status=status,
        )
        session.add(found)
    found.name, found.title, found.phone = name, title, phone
    found.contact, found.status = contact, status
    await session.flush()
    return found
