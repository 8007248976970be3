"""The database: one writer and several readers on SQLite, so that no write is silently lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel.ext.asyncio.session import AsyncSession

from models import one_trip

BUSY_SECONDS = 30
# An error that names the values of a statement would carry names and phone numbers into the logs.
POOL: dict[str, Any] = {"max_overflow": 0, "pool_timeout": BUSY_SECONDS, "hide_parameters": True}


@dataclass(frozen=True)
class Database:
    """Two engines over one database: `writer` begins every transaction as a writer, `reader` never writes."""

    writer: AsyncEngine
    reader: AsyncEngine

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Give a session whose one transaction is committed at the end, or rolled back by an exception."""
        async with AsyncSession(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """Give a session for queries only."""
        async with AsyncSession(self.reader, expire_on_commit=False) as session:
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.writer.dispose()
        await self.reader.dispose()


def open_database(url: str) -> Database:
    """Open a SQLite database by its SQLAlchemy URL (`sqlite+aiosqlite:///…`); its file is made if missing."""
    # One connection in the writer's pool: writers of this process queue in order instead of polling a lock.
    options = POOL | {"connect_args": {"async_creator_fn": one_trip.connect}}
    writer = create_async_engine(url, pool_size=1, **options)
    reader = create_async_engine(url, pool_size=4, **options)
    for engine in (writer, reader):
        event.listen(engine.sync_engine, "connect", _prepare_connection)
    event.listen(writer.sync_engine, "begin", _begin_as_writer)
    return Database(writer, reader)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open a database for as long as it is needed."""
    database = open_database(url)
    try:
        yield database
    finally:
        await database.close()


def _prepare_connection(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """Take transactions into our own hands and make every commit durable."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_as_writer(connection: Connection) -> None:
    """Lock at the start: a transaction that reads first and writes later would lose what came in between."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
