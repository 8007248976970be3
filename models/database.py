"""The database: SQLite with one writer and several readers, or PostgreSQL with one writer among all processes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Integer, event
from sqlalchemy.dialects.postgresql.asyncpg import AsyncpgBigInteger
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel.ext.asyncio.session import AsyncSession

from models import libpq, one_trip

BUSY_SECONDS = 30
KEPT = "kept"
READERS = 4
# An error that names the values of a statement would carry names and phone numbers into the logs.
POOL: dict[str, Any] = {"max_overflow": 0, "pool_timeout": BUSY_SECONDS, "hide_parameters": True}
# Any number that no other program uses in the same database (docs/decisions/0020).
WRITERS_LOCK = 0x53_41_4E_53  # "SANS"
# What PostgreSQL calls no fault of the statement: connections lost or refused, deadlocks, no room, locks not given,
# a server that stops or starts (https://www.postgresql.org/docs/15/errcodes-appendix.html).
TROUBLE = ("08", "40", "53", "55", "57", "58")


@dataclass(frozen=True)
class Database:
    """Engines over one database: `writer` begins every transaction as the only writer, `reader` never writes.

    `side_writer` is for what locks the rows that it changes; on SQLite it is the writer. What services keep in memory
    of what is stored, every session has as its `info[KEPT]`.
    """

    writer: AsyncEngine
    reader: AsyncEngine
    side_writer: AsyncEngine
    kept: dict[str, Any] = field(init=False, default_factory=dict)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Give a session whose one transaction is committed at the end, or rolled back by an exception.

        No other such transaction runs meanwhile, in whatever process: what is read stays true until the end.
        """
        async with self._session(self.writer) as session, session.begin():
            yield session

    @asynccontextmanager
    async def writing_beside_others(self) -> AsyncIterator[AsyncSession]:
        """Give a session like `writing`, but beside other writers where the database can.

        What is read may change before it is written, unless its row is locked (`FOR UPDATE`).
        """
        async with self._session(self.side_writer) as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """Give a session for queries only."""
        async with self._session(self.reader) as session:
            yield session

    def _session(self, engine: AsyncEngine) -> AsyncSession:
        return AsyncSession(engine, expire_on_commit=False, info={KEPT: self.kept})

    async def close(self) -> None:
        """Close every connection."""
        await self.writer.dispose()
        await self.reader.dispose()
        if self.side_writer is not self.writer:
            await self.side_writer.dispose()


def open_database(url: str, *, connect: Callable[..., one_trip.Connection] = one_trip.connect) -> Database:
    """Open a database by its SQLAlchemy URL: `sqlite+aiosqlite:///…` (made if missing) or `postgresql+asyncpg://…`.

    `connect` makes the connections to a file.
    """
    return _open_sqlite(url, connect) if make_url(url).get_backend_name() == "sqlite" else _open_postgresql(url)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open a database for as long as it is needed."""
    database = open_database(url)
    try:
        yield database
    finally:
        await database.close()


def _open_sqlite(url: str, connect: Callable[..., one_trip.Connection]) -> Database:
    # One connection in the writer's pool: writers of this process queue in order instead of polling a lock.
    options = POOL | {"connect_args": {"async_creator_fn": connect}}
    writer = create_async_engine(url, pool_size=1, **options)
    reader = create_async_engine(url, pool_size=READERS, **options)
    # Lock at the start: a transaction that reads first and writes later would lose what came in between.
    _begin_with_first_statement(writer, "BEGIN IMMEDIATE")
    # Let all that a session reads be of one instant: a tally adds up.
    _begin_with_first_statement(reader, "BEGIN")
    for engine in (writer, reader):
        event.listen(engine.sync_engine, "connect", _prepare_connection)
    return Database(writer, reader, side_writer=writer)


def begin_by(engine: AsyncEngine, statement: str) -> None:
    """Take an engine's transactions into our own hands; SQLite's driver would commit each change of a table alone."""

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
    event.listen(engine.sync_engine, "begin", begin)


def _begin_with_first_statement(engine: AsyncEngine, statement: str) -> None:
    """Do as `begin_by`, without a trip of its own to the database's thread."""

    def begin(connection: Connection) -> None:
        connection.connection.driver_connection.begin(statement)  # type: ignore[union-attr]

    event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
    event.listen(engine.sync_engine, "begin", begin)


def _leave_transactions_to_us(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None


def _prepare_connection(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """Make every commit durable, and let references be checked."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _open_postgresql(url: str) -> Database:
    # A connection that the server has lost is replaced before it is used.
    options = POOL | {"pool_pre_ping": True, "connect_args": _connect_args()}
    writer = create_async_engine(url, pool_size=1, **options)
    side_writer = create_async_engine(url, pool_size=READERS, **options)
    # One snapshot for all that a session reads: a tally adds up.
    reader = create_async_engine(url, pool_size=READERS, isolation_level="REPEATABLE READ", **options)
    for engine in (writer, side_writer, reader):
        event.listen(engine.sync_engine, "handle_error", _name_trouble)
        # A forged button may ask for a row by any number: it is looked for as on SQLite, and not found.
        engine.dialect.colspecs = {**engine.dialect.colspecs, Integer: AsyncpgBigInteger}
    event.listen(writer.sync_engine, "begin", _begin_alone)
    return Database(writer, reader, side_writer)


def _connect_args() -> dict[str, Any]:
    """Let no wait be endless: not for a lock, and not for a process that hangs in the middle of a transaction."""
    patience = f"{BUSY_SECONDS}s"
    return {
        "async_creator_fn": libpq.connect,
        "timeout": BUSY_SECONDS,
        "server_settings": {
            "application_name": "san-sang",
            "lock_timeout": patience,
            "idle_in_transaction_session_timeout": patience,
            "timezone": "UTC",
        },
    }


def _name_trouble(context: ExceptionContext) -> OperationalError | None:
    """Call the database's own trouble an OperationalError, as SQLite's driver does, whatever the statement was."""
    error = context.sqlalchemy_exception
    if not isinstance(error, DBAPIError) or isinstance(error, OperationalError) or error.orig is None:
        return None
    state = getattr(error.orig, "sqlstate", None) or ""
    if not context.is_disconnect and not state.startswith(TROUBLE):
        return None
    return OperationalError(
        error.statement,
        error.params,
        error.orig,
        hide_parameters=True,
        connection_invalidated=context.is_disconnect,
    )


def _begin_alone(connection: Connection) -> None:
    """Wait until no other process is in the middle of such a transaction; the lock ends with the transaction."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
