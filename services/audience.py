"""Who is called: the representatives of approved, available members that match what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.members import (
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)


@dataclass(frozen=True)
class Wanted:
    """What help is wanted; an empty part leaves that side open."""

    sectors: tuple[Sector, ...] = ()
    capability_ids: tuple[int, ...] = ()
    commune_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audience:
    """The pairs (business id, person id) that are called."""

    pairs: Sequence[tuple[int, int]]

    @property
    def members(self) -> int:
        """Count the businesses."""
        return len({member_id for member_id, _ in self.pairs})

    @property
    def people(self) -> Sequence[int]:
        """List the people's ids, each once: a person who stands for several businesses gets one message."""
        return list(dict.fromkeys(person_id for _, person_id in self.pairs))


async def find(session: AsyncSession, *, wanted: Wanted, now: datetime) -> Audience:
    """Find who is called now: who has one of the sectors, one of the capabilities, and is in the place."""
    query = (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == Representative.member_id)
        .where(
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
            or_(col(Member.unavailable_until).is_(None), col(Member.unavailable_until) <= now),
        )
        # Primary contacts of all businesses first, so that each is reached as early as can be.
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    if wanted.sectors:
        with_sector = select(MemberSector.member_id).where(col(MemberSector.sector).in_(wanted.sectors))
        query = query.where(col(Member.id).in_(with_sector))
    if wanted.capability_ids:
        with_capability = select(MemberCapability.member_id).where(
            col(MemberCapability.capability_id).in_(wanted.capability_ids)
        )
        query = query.where(col(Member.id).in_(with_capability))
    if wanted.commune_codes:
        query = query.where(col(Member.commune_code).in_(wanted.commune_codes))
    return Audience([(member_id, person_id) for member_id, person_id in await session.exec(query)])
