"""Locks that all processes on one PostgreSQL database share; each ends with its holder's connection."""

import asyncio
from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import Any

import asyncpg
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from bot.base.lock import AlreadyRunning
from models import libpq

log = structlog.get_logger(__name__)
# What PostgreSQL says while it starts or ends passes through SQLAlchemy as it is.
TROUBLE = (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
ANSWER_SECONDS = 10
# How often the connection is used at least, and how often its holder asks for what others hold, in seconds.
HEARTBEAT = 10.0
ASK_AGAIN = 0.5
# A holder that froze, or whose machine is cut off, loses its locks after about half a minute.
SESSION = {
    "idle_session_timeout": "30s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
TAKE = text("SELECT key FROM unnest(CAST(:keys AS bigint[])) AS key WHERE pg_try_advisory_lock(key)")
LET_GO = text("SELECT key FROM unnest(CAST(:keys AS bigint[])) AS key WHERE pg_advisory_unlock(key)")
COME_IN_ALONE = text("SELECT pg_try_advisory_lock(:key)")
COME_IN = text("SELECT pg_try_advisory_lock_shared(:key)")
NOTHING = text("SELECT 1")


class Seat(IntEnum):
    """What one process alone may do."""

    HOUSE = 1
    POLLER = 2
    CLOCK = 3
    ERRANDS = 4


def serving(sender_id: int) -> int:
    """Give the lock of a person who is being served: below zero, where no seat is, nor the lock of those who write."""
    return ~sender_id


class SharedLocks:
    """The locks that this process holds, on a connection of its own; what is lost with that is taken anew.

    `alone` is for the process that does everything by itself: it stays out where others are at work, and they stay
    out where it is.
    """

    def __init__(self, url: str, *, alone: bool) -> None:
        self._engine = create_async_engine(
            url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            connect_args={
                "async_creator_fn": libpq.connect,
                "timeout": ANSWER_SECONDS,
                "command_timeout": ANSWER_SECONDS,
                # It says whose locks these are, whatever the address calls us.
                "application_name": "san-sang-locks",
                "server_settings": SESSION,
            },
        )
        self._alone = alone
        self._connection: AsyncConnection | None = None
        self._one_at_a_time = asyncio.Lock()
        self._held: set[int] = set()

    async def take(self, keys: Collection[int]) -> frozenset[int]:
        """Take those of these locks that no other process holds; tell which.

        Raises one of TROUBLE, or AlreadyRunning.
        """
        wanted = [key for key in keys if key not in self._held]
        if wanted:
            taken = await self._ask(TAKE, wanted)
            self._held.update(taken)
        return frozenset(self._held.intersection(keys))

    async def let_go(self, keys: Iterable[int]) -> None:
        """Let others have these locks; those of a broken connection are theirs already."""
        held = self._held.intersection(keys)
        self._held -= held
        if not held:
            return
        try:
            await self._ask(LET_GO, list(held))
        except (*TROUBLE, AlreadyRunning) as error:
            log.warning("the connection that held locks is lost", error=type(error).__name__)

    async def keep(self) -> None:
        """Use the connection, so that the server sees that its holder lives. Raises what `take` raises."""
        await self._ask(NOTHING)

    async def close(self) -> None:
        """End the connection, and let everything go with it."""
        async with self._one_at_a_time:
            await self._lose()
        await self._engine.dispose()

    async def _ask(self, statement: Any, keys: Collection[int] | None = None) -> list[int]:
        async with self._one_at_a_time:
            answer: list[int] | None = None
            try:
                connection = await self._connected()
                rows = await connection.execute(statement, {} if keys is None else {"keys": list(keys)})
                answer = list(rows.scalars())
            finally:
                if answer is None:
                    await self._lose()
        return answer

    async def _connected(self) -> AsyncConnection:
        """Give the connection, a new one where there is none; raises AlreadyRunning where it may not be."""
        if self._connection is not None:
            return self._connection
        self._connection = await self._engine.connect()
        entered = await self._connection.execute(COME_IN_ALONE if self._alone else COME_IN, {"key": Seat.HOUSE})
        if not entered.scalar_one():
            raise AlreadyRunning(
                "Another Sẵn Sàng works on this database with --role all; two would send everything twice. "
                "Several processes have the roles ingress, worker and clock."
                if not self._alone
                else "Another Sẵn Sàng works on this database; only one may have --role all."
            )
        return self._connection

    async def _lose(self) -> None:
        """Forget a connection in whose answers there is no trust, and what was held by it."""
        connection, self._connection = self._connection, None
        self._held.clear()
        if connection is not None:
            # Invalid before it is closed: no word is said on it that would have to be answered.
            await connection.invalidate()
            await connection.close()
