"""Whom an advisory concerns, as a coordinator types it: sectors, capabilities, communes and businesses by name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member, MemberStatus, Sector
from services.advisories.circles import AdvisoryCircle
from services.declarations import needs
from services.declarations.needs import CapabilityName
from services.ground.refusals import Refusal
from services.members import capabilities
from services.notation.spelling import search_key
from services.places import choosing
from services.places.communes import Commune
from services.roster import search as roster
from services.roster.search import Filters, Viewer

_PARTS = re.compile(r"[;\n,]")
# So many parts of a line are read, and of one that may mean several so many are offered.
MOST, OFFERED = 20, 6
# How people call the sectors.
SECTORS: Mapping[Sector, frozenset[str]] = {
    Sector.TELECOM: frozenset({"vien thong", "telecom", "telecoms", "telecommunications"}),
    Sector.POSTAL: frozenset({"buu chinh", "postal", "post"}),
    Sector.IT: frozenset(
        {"cntt", "cong nghe thong tin", "cong nghe so", "it", "information technology", "digital technology"}
    ),
}


class WhomUnclear(Refusal):
    """The words `said` name no sector, capability, commune or business."""


@dataclass(frozen=True)
class WhomOffer:
    """What the words `said` may mean: communes and businesses to choose from."""

    said: str
    communes: Sequence[Commune] = ()
    members: Sequence[Member] = ()


@dataclass(frozen=True)
class WhomRead:
    """The circle with what was named certainly, and the first part that may mean several, if there is one."""

    circle: AdvisoryCircle
    offer: WhomOffer | None = None


async def read(
    session: AsyncSession, *, typed: str, circle: AdvisoryCircle, viewer: Viewer, province_code: str, now: datetime
) -> WhomRead:
    """Add to a circle what was typed, a name each part; raises WhomUnclear."""
    said = [part.strip() for part in _PARTS.split(typed) if part.strip()][:MOST]
    catalogue = {id_of(one): CapabilityName(one.name_vi, one.name_en) for one in await capabilities.catalogue(session)}
    offer: WhomOffer | None = None
    for part in said:
        members = await _members(session, part, viewer=viewer, now=now)
        named = _of_catalogue(part, circle, catalogue) if not _is_called(part, members) else None
        if named is not None:
            circle = named
            continue
        found = offered(part, members, province_code=province_code)
        if not (found.communes or found.members):
            raise WhomUnclear(said=part)
        certain = _certain(found, circle)
        if certain is not None:
            circle = certain
        else:
            offer = offer or found
    return WhomRead(circle, offer)


async def look_up(session: AsyncSession, *, said: str, viewer: Viewer, province_code: str, now: datetime) -> WhomOffer:
    """Give what words may mean, once more."""
    return offered(said, await _members(session, said, viewer=viewer, now=now), province_code=province_code)


async def _members(session: AsyncSession, said: str, *, viewer: Viewer, now: datetime) -> Sequence[Member]:
    search = roster.prepare(said, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    found = await roster.find(session, search=search, size=OFFERED)
    return [one.member for one in found.items]


def _is_called(said: str, members: Sequence[Member]) -> bool:
    """Tell whether words are the whole name of a business."""
    return any(search_key(one.name) == search_key(said) for one in members)


def _of_catalogue(said: str, circle: AdvisoryCircle, catalogue: Mapping[int, CapabilityName]) -> AdvisoryCircle | None:
    """Add the sector or the capabilities that words name; None where they name none."""
    for sector, names in SECTORS.items():
        if search_key(said) in names:
            return replace(circle, sectors=_with(circle.sectors, sector))
    found = needs.named_in(said, catalogue)
    if not found:
        return None
    return replace(circle, capability_ids=tuple(dict.fromkeys((*circle.capability_ids, *found))))


def _with(sectors: tuple[Sector, ...], one: Sector) -> tuple[Sector, ...]:
    return tuple(dict.fromkeys((*sectors, one)))


def offered(said: str, members: Sequence[Member], *, province_code: str) -> WhomOffer:
    """Give the communes and businesses that words may mean."""
    exact = [one for one in members if search_key(one.name) == search_key(said) or one.tax_code == said.strip()]
    if exact:
        return WhomOffer(said, (), exact)
    return WhomOffer(said, choosing.offered(said, province_code=province_code, limit=OFFERED).communes, members)


def _certain(offer: WhomOffer, circle: AdvisoryCircle) -> AdvisoryCircle | None:
    """Add what words mean where that is but one thing."""
    if len(offer.communes) + len(offer.members) != 1:
        return None
    if offer.communes:
        return with_commune(circle, offer.communes[0].code)
    return with_member(circle, id_of(offer.members[0]))


def with_commune(circle: AdvisoryCircle, code: str) -> AdvisoryCircle:
    """Add a commune (code) to a circle."""
    return replace(circle, commune_codes=tuple(dict.fromkeys((*circle.commune_codes, code))))


def with_member(circle: AdvisoryCircle, member_id: int) -> AdvisoryCircle:
    """Add a business (id) by name to a circle."""
    return replace(circle, chosen=tuple(dict.fromkeys((*circle.chosen, member_id))))


def toggled(circle: AdvisoryCircle, sector: Sector) -> AdvisoryCircle:
    """Add a sector to a circle, or take it out again."""
    if sector in circle.sectors:
        return replace(circle, sectors=tuple(one for one in circle.sectors if one is not sector))
    return replace(circle, sectors=_with(circle.sectors, sector))
