"""The pace that several processes keep together, on PostgreSQL: each takes its messages' moments from one row."""

from datetime import timedelta

from sqlalchemy import Interval, bindparam, text
from sqlmodel.ext.asyncio.session import AsyncSession

# Machines' clocks differ, so that only the database's counts; the row is locked until the transaction ends.
RESERVE = text(
    """
    INSERT INTO pace (id, next_at) VALUES (1, clock_timestamp() + :pause + :lasting)
    ON CONFLICT (id) DO UPDATE SET next_at = greatest(pace.next_at, clock_timestamp() + :pause) + :lasting
    RETURNING next_at - clock_timestamp()
    """
).bindparams(bindparam("pause", type_=Interval), bindparam("lasting", type_=Interval))
# Telegram asks for some seconds; a longer wait is asked for anew.
LONGEST_PAUSE = timedelta(minutes=10)
LET_GO = text("UPDATE pace SET next_at = clock_timestamp() WHERE next_at > clock_timestamp() + :longest").bindparams(
    bindparam("longest", type_=Interval)
)


async def reserve(session: AsyncSession, *, lasting: timedelta, pause: timedelta) -> timedelta:
    """Take the next stretch of time for sending, `pause` from now at the soonest; return how far off its end is."""
    connection = await session.connection()
    end = (await connection.execute(RESERVE, {"lasting": lasting, "pause": pause})).scalar_one()
    if not isinstance(end, timedelta):
        raise TypeError(f"no stretch of time: {end!r}")
    return end


async def let_go(session: AsyncSession) -> None:
    """Forget a pause that ends further off than Telegram asks for: the server's clock was ahead when it began."""
    connection = await session.connection()
    await connection.execute(LET_GO, {"longest": LONGEST_PAUSE})
