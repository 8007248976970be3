"""The pace that several processes keep together, on PostgreSQL, and the pause that outlives a process.

Each process takes its messages' moments from one row, which holds the latest of them.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.pace import Pace

ONLY = 1
# Telegram asks for some seconds; a longer wait is asked for anew.
LONGEST_PAUSE = timedelta(minutes=10)
BEGIN = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True)
class PaceOrder:
    """What a process wants: moments for so many messages, and what it has to tell of earlier ones.

    `unasked` went without a moment; what was `unused` is free again; nobody may send before `pause` is over.
    """

    messages: int
    unasked: int = 0
    unused: Collection[float] = ()
    pause: timedelta = timedelta(0)


async def reserve(
    session: AsyncSession,
    *,
    order: PaceOrder,
    most: int,
    period: timedelta,
    apart: timedelta,
    heard: Callable[[], None],
) -> tuple[datetime, Sequence[datetime]]:
    """Take moments of which a period holds at most so many, and which lie so far apart; return the database's now too.

    `heard` is called as soon as that is known. Machines' clocks differ, so that only the database's counts; the row is
    locked until the transaction ends.
    """
    row, now = await _locked(session)
    heard()
    if order.pause:
        row.next_at = max(row.next_at, now + order.pause)
    unused = set(order.unused)
    taken = [BEGIN + timedelta(seconds=one) for one in row.moments or () if one not in unused]
    for _ in range(order.unasked):
        taken.append(max(now, taken[-1]) if taken else now)
    given = []
    for _ in range(order.messages):
        moment = max(now, row.next_at)
        if taken:
            moment = max(moment, taken[-1] + apart)
        if len(taken) >= most:
            moment = max(moment, taken[-most] + period)
        taken.append(moment)
        given.append(moment)
    row.moments = [seconds(one) for one in taken[-most:]]
    return now, given


def seconds(moment: datetime) -> float:
    """Write a moment down as the row holds it."""
    return (moment - BEGIN) / timedelta(seconds=1)


async def _locked(session: AsyncSession) -> tuple[Pace, datetime]:
    """Get the row, locked, and the database's clock after that; made where there is none."""
    row = await session.get(Pace, ONLY, with_for_update=True)
    now = (await session.exec(select(func.clock_timestamp()))).one()
    if row is None:
        row = Pace(id=ONLY, next_at=now)
        session.add(row)
        await session.flush()
    return row, now


async def let_go(session: AsyncSession) -> None:
    """Forget what lies further off than Telegram asks for: the server's clock was ahead then."""
    row, now = await _locked(session)
    if row.next_at > now + LONGEST_PAUSE:
        row.next_at = now
    if row.moments and row.moments[-1] > seconds(now + LONGEST_PAUSE):
        row.moments = []


async def keep_pause(session: AsyncSession, *, until: datetime) -> None:
    """Keep that nothing may be sent until then, so that a restart knows."""
    row = await session.get(Pace, ONLY, with_for_update=True)
    if row is None:
        session.add(Pace(id=ONLY, next_at=until))
    elif row.next_at < until:
        row.next_at = until


async def paused_until(session: AsyncSession, *, now: datetime) -> datetime | None:
    """Tell until when nothing may be sent; None where nothing was asked for, or more than Telegram asks for."""
    until = (await session.exec(select(col(Pace.next_at)).where(Pace.id == ONLY))).first()
    return until if until is not None and now < until <= now + LONGEST_PAUSE else None
