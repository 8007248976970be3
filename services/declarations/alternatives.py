"""Where nobody matches what is wanted: what to wish for instead, so that an alert always finds somebody to go to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.members import Member
from services.incidents import audience
from services.incidents.audience import Audience, Wanted
from services.places.nearness import distance_km

# So many businesses are the nearest ones.
NEAREST = 3


class WayOut(StrEnum):
    """What is wished for instead: the nearest who fit otherwise, or one condition less, or none at all."""

    NEAREST = "nearest"
    ANY_PLACE = "any-place"
    ANY_CAPABILITY = "any-capability"
    ANY_SECTOR = "any-sector"
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class Alternative:
    """A way out: what is wanted then, and who is called by it; `near` are the nearest with their kilometres."""

    way: WayOut
    wanted: Wanted
    called: Audience
    near: Sequence[tuple[Member, float]] = ()


async def find(session: AsyncSession, *, wanted: Wanted, now: datetime, time_zone: ZoneInfo) -> Sequence[Alternative]:
    """List the ways out that reach somebody, the closest to what is wanted first."""
    found: list[Alternative] = []
    for way, instead in _fewer(wanted):
        called = await audience.find(session, wanted=instead, now=now, time_zone=time_zone)
        if not called.pairs:
            continue
        if way is WayOut.ANY_PLACE:
            found += await _nearest(session, wanted, called, now=now, time_zone=time_zone)
        found.append(Alternative(way, instead, called))
    everybody = replace(wanted, sectors=(), any_place=True, any_capability=True)
    if not found and _fewer(wanted):
        called = await audience.find(session, wanted=everybody, now=now, time_zone=time_zone)
        found += [Alternative(WayOut.EVERYBODY, everybody, called)] if called.pairs else []
    return found


def is_thin(called: Audience, headcount: int, unit: Unit) -> bool:
    """Tell whether fewer businesses are called than teams are asked for: few send more than one."""
    return unit is Unit.TEAMS and 0 < called.members < headcount


def _fewer(wanted: Wanted) -> list[tuple[WayOut, Wanted]]:
    """Give what is wanted with one condition less, each that there is; place and need are said all the same."""
    less: list[tuple[WayOut, Wanted]] = []
    if wanted.commune_codes and not wanted.any_place:
        less.append((WayOut.ANY_PLACE, replace(wanted, any_place=True)))
    if wanted.capability_ids and not wanted.any_capability:
        less.append((WayOut.ANY_CAPABILITY, replace(wanted, any_capability=True)))
    if wanted.sectors:
        less.append((WayOut.ANY_SECTOR, replace(wanted, sectors=())))
    return less


async def _nearest(
    session: AsyncSession, wanted: Wanted, anywhere: Audience, *, now: datetime, time_zone: ZoneInfo
) -> Sequence[Alternative]:
    """Take the nearest of those who fit anywhere, whom the place does not keep out. None where none is known."""
    ids = {member_id for member_id, _ in anywhere.pairs}
    members = (await session.exec(select(Member).where(col(Member.id).in_(ids)))).all()
    known = [(one, km) for one in members if (km := _km(one.commune_code, wanted.commune_codes)) is not None]
    near = sorted(known, key=lambda pair: (pair[1], pair[0].id))[:NEAREST]
    if not near:
        return ()
    instead = replace(wanted, also=tuple(id_of(one) for one, _ in near))
    called = await audience.find(session, wanted=instead, now=now, time_zone=time_zone)
    return (Alternative(WayOut.NEAREST, instead, called, near),)


def _km(commune_code: str, wanted: Sequence[str]) -> float | None:
    """Give the kilometres to the nearest of the communes that are wanted."""
    distances = [km for code in wanted if (km := distance_km(code, commune_code)) is not None]
    return min(distances, default=None)
