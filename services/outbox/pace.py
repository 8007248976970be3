"""The pace that several processes keep together, on PostgreSQL, and the pause that outlives a process.

Each process takes its messages' places from one row, which holds the latest of them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.pace import Pace

ONLY = 1
# Telegram asks for some seconds; a longer wait is asked for anew.
LONGEST_PAUSE = timedelta(minutes=10)
BEGIN = datetime.fromtimestamp(0, UTC)
# A place whose answer is not known counts so much longer, in seconds: its process may send late, or be killed.
UNANSWERED = 1.0
# What went without a place is on its way for no longer than this, in seconds.
UNTOLD = 0.025


@dataclass(frozen=True)
class PacePlace:
    """A message's place in the pace: when it may go, by the database's clock, and by the process's own."""

    moment: float
    at: datetime


@dataclass(frozen=True)
class PaceOrder:
    """What a process wants: places for so many messages, and what it has to tell of earlier ones.

    `unasked` went without a place; what was `unused` is free again; nobody may send before `pause` is over. `answered`
    are moments of places, and when the answers came, by the process's own clock.
    """

    messages: int
    unasked: int = 0
    unused: Collection[float] = ()
    answered: Mapping[float, datetime] = field(default_factory=dict)
    pause: timedelta = timedelta(0)


async def reserve(
    session: AsyncSession,
    *,
    order: PaceOrder,
    most: int,
    period: timedelta,
    apart: timedelta,
    clock: Callable[[], datetime],
) -> Sequence[PacePlace]:
    """Take places of which a period holds at most so many, and which lie so far apart.

    A place counts for a period from its answer on, and for UNANSWERED longer where none is known. Machines' clocks
    differ, so that only the database's counts; the row is locked until the transaction ends.
    """
    row = await _locked(session)
    before = clock()
    now = await _now(session)
    after = clock()
    if order.pause:
        row.next_at = max(row.next_at, now + order.pause)
    taken = _known(row, order, told_at=seconds(now), told_of=before)
    begin, held = seconds(max(now, row.next_at)), sorted(until for _, until in taken)
    last = max((moment for moment, _ in taken), default=begin - apart.total_seconds())
    given: list[float] = []
    for number in range(order.messages):
        moment = max(begin, last + apart.total_seconds())
        if len(held) >= most - number:
            moment = max(moment, held[len(held) - most + number] + period.total_seconds())
        given.append(moment)
        last = moment
    taken += [(moment, moment + UNANSWERED) for moment in given]
    row.moments = [[moment, until] for moment, until in taken if until + period.total_seconds() > seconds(now)]
    return [PacePlace(moment, after + timedelta(seconds=moment - seconds(now))) for moment in given]


def _known(row: Pace, order: PaceOrder, *, told_at: float, told_of: datetime) -> list[tuple[float, float]]:
    """List the places that are taken, each with the instant up to which Telegram may count it."""
    answered = {moment: told_at - max(0.0, (told_of - at).total_seconds()) for moment, at in order.answered.items()}
    unused = set(order.unused)
    taken = [
        (moment, max(moment, answered[moment]) if moment in answered else until)
        for moment, until in row.moments or ()
        if moment not in unused
    ]
    return [*taken, *[(told_at, told_at + UNTOLD)] * order.unasked]


def seconds(moment: datetime) -> float:
    """Write a moment down as the row holds it."""
    return (moment - BEGIN) / timedelta(seconds=1)


async def _locked(session: AsyncSession) -> Pace:
    """Get the row, locked; made where there is none, though several processes find that at once."""
    row = await session.get(Pace, ONLY, with_for_update=True)
    if row is not None:
        return row
    await session.exec(insert(Pace).values(id=ONLY, next_at=BEGIN).on_conflict_do_nothing())
    return await session.get_one(Pace, ONLY, with_for_update=True)


async def _now(session: AsyncSession) -> datetime:
    """Ask the database for its time, and let the transaction end before it is on the disk.

    All who wait for the row would wait for the disk too. A server that fails and starts again takes longer than a
    place counts, and a pause is kept elsewhere (`keep_pause`).
    """
    in_haste = func.set_config("synchronous_commit", "off", True)
    now, _ = (await session.exec(select(func.clock_timestamp(), in_haste))).one()
    return cast("datetime", now)


async def let_go(session: AsyncSession) -> None:
    """Forget what lies further off than Telegram asks for: the server's clock was ahead then."""
    row = await _locked(session)
    now = await _now(session)
    if row.next_at > now + LONGEST_PAUSE:
        row.next_at = now
    if row.moments and max(until for _, until in row.moments) > seconds(now + LONGEST_PAUSE):
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
