"""Whom an advisory concerns: all, or those of some sectors, capabilities and communes, and businesses by name."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import Advisory
from models.members import Member, Representative, RepresentativeStatus, Sector
from services.incidents import audience
from services.incidents.audience import Wanted
from services.people.businesses import may_be_called

Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class AdvisoryCircle:
    """Whom an advisory concerns: a side that is empty is left open, and `chosen` are businesses (ids) by name.

    Where only businesses are chosen it goes to them alone, and where a side is named too, to both.
    """

    sectors: tuple[Sector, ...] = ()
    capability_ids: tuple[int, ...] = ()
    commune_codes: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()

    @property
    def is_by_name(self) -> bool:
        """Tell whether it goes to businesses alone that were chosen by name."""
        return bool(self.chosen) and not (self.sectors or self.capability_ids or self.commune_codes)

    def wanted(self) -> Wanted:
        """Say it as alerts say whom they call."""
        return Wanted(
            sectors=self.sectors,
            capability_ids=self.capability_ids,
            commune_codes=self.commune_codes,
            first=self.chosen,
            only_first=self.is_by_name,
        )


def kept(circle: AdvisoryCircle) -> dict[str, list[str] | list[int]]:
    """Write down the sides that are named; the businesses that were chosen have receipts."""
    return {
        "sectors": [one.value for one in circle.sectors],
        "capability_ids": list(circle.capability_ids),
        "commune_codes": list(circle.commune_codes),
    }


def of(advisory: Advisory) -> AdvisoryCircle:
    """Read whom an advisory concerns, without those that were chosen by name."""
    said = advisory.circle
    return AdvisoryCircle(
        sectors=tuple(Sector(one) for one in said.get("sectors", ())),
        capability_ids=tuple(said.get("capability_ids", ())),
        commune_codes=tuple(said.get("commune_codes", ())),
    )


async def pairs(
    session: AsyncSession,
    *,
    circle: AdvisoryCircle,
    now: datetime,
    time_zone: ZoneInfo,
    members: Collection[int] | None = None,
) -> Pairs:
    """List (business, person) of all whom an advisory concerns, among some `members` (ids) if given.

    Nothing burns: it goes to everybody who speaks for a business, whoever is on duty.
    """
    found = await audience.find(session, wanted=circle.wanted(), now=now, time_zone=time_zone, members=members)
    return [*found.pairs, *found.reserve]


async def speakers(session: AsyncSession, *, members: Iterable[int], now: datetime) -> Pairs:
    """List (business, person) of all who speak for some businesses (ids) that can be called now."""
    query = (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            Representative.status == RepresentativeStatus.APPROVED,
            col(Representative.member_id).in_(list(members)),
            may_be_called(now),
        )
        .order_by(col(Representative.id))
    )
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]
