"""How far a circle reaches from the communes where help is wanted, by who shares a border with whom."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.circles import WaveCircle
from models.incidents import Reminder
from models.members import Member, MemberStatus
from services.places import nearness

# How many borders a circle crosses.
BORDERS = {WaveCircle.NEIGHBOURS: 1, WaveCircle.NEXT_NEIGHBOURS: 2}
# What a wave calls for places, each wider than the one before.
OF_PLACES = (WaveCircle.NEIGHBOURS, WaveCircle.NEXT_NEIGHBOURS, WaveCircle.PROVINCE)
FAR = 10_000.0


async def called(session: AsyncSession, *, incident_id: int) -> frozenset[WaveCircle]:
    """Tell which circles of an incident (id) were called so far."""
    query = select(Reminder.circle).where(
        Reminder.incident_id == incident_id, col(Reminder.circle).is_not(None), col(Reminder.called).is_not(None)
    )
    return frozenset(WaveCircle(circle) for circle in await session.exec(query) if circle is not None)


async def businesses(session: AsyncSession) -> int:
    """Count the businesses that can be called at all."""
    return (await session.exec(select(func.count()).where(Member.status == MemberStatus.APPROVED))).one()


def communes(codes: Sequence[str], *, circles: Collection[WaveCircle]) -> Sequence[str]:
    """Give the communes (codes) that the widest of some circles reaches from others, these first, each once."""
    return _within(tuple(codes), max((BORDERS.get(circle, 0) for circle in circles), default=0))


@lru_cache(maxsize=64)
def _within(codes: tuple[str, ...], borders: int) -> tuple[str, ...]:
    reached = dict.fromkeys(codes)
    for _ in range(borders):
        reached |= dict.fromkeys(one for code in reached for one in nearness.neighbours(code))
    return tuple(reached)


def distance(code: str | None, *, codes: Sequence[str]) -> float:
    """Tell how many kilometres a commune is from the nearest of others; very far where that is not known."""
    known = (nearness.distance_km(code, one) for one in codes) if code is not None else ()
    return min((one for one in known if one is not None), default=FAR)
