"""SQLite with one trip to its thread for a statement: aiosqlite makes four of them (cursor, execute, fetch, close).

What begins a transaction goes along with its first statement.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self, TypeVar

import aiosqlite

Given = TypeVar("Given")
Row = tuple[Any, ...]


class Connection(aiosqlite.Connection):
    """A connection whose cursors hold a statement's whole result, and that ends only what was begun."""

    _beginning: str | None = None

    def cursor(self) -> "Cursor":  # type: ignore[override]
        """Give a cursor; nothing is asked of the database yet."""
        return Cursor(self)

    def begin(self, statement: str) -> None:
        """Begin a transaction by this statement as soon as there is another one."""
        self._beginning = statement

    async def commit(self) -> None:
        """Commit the transaction, if there is one."""
        self._beginning = None
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        """Undo the transaction, if there is one."""
        self._beginning = None
        if self.in_transaction:
            await super().rollback()

    async def run(self, work: Callable[[sqlite3.Connection], Given]) -> Given:
        """Do some work in the connection's thread, in the transaction that was to begin."""
        given: Given = await self._execute(partial(self._begun, work, self._conn))  # type: ignore[no-untyped-call]
        return given

    def _begun(self, work: Callable[[sqlite3.Connection], Given], connection: sqlite3.Connection) -> Given:
        if self._beginning is not None:
            connection.execute(self._beginning)
            # Only now: had it failed, nothing may be run outside of a transaction.
            self._beginning = None
        return work(connection)


class Cursor:
    """What DB-API asks of a cursor, once a statement has been run and its rows have been fetched."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._connection = connection
        self._rows: Sequence[Row] = ()

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        """Run a statement and fetch all that it gives; raises sqlite3.Error."""
        await self._connection.run(lambda connection: self._keep(connection.execute(statement, values)))
        return self

    async def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> Self:
        """Run a statement for each row of values; raises sqlite3.Error."""
        await self._connection.run(lambda connection: self._keep(connection.executemany(statement, rows)))
        return self

    async def fetchall(self) -> Sequence[Row]:
        """Give the rows that the statement gave."""
        return self._rows

    async def close(self) -> None:
        """Let go of the rows; the database's own cursor is closed already."""
        self._rows = ()

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else ()
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()


def connect(file: str, **options: Any) -> Connection:
    """Make a connection that opens when it is awaited; its thread never holds up the end of the program."""
    connection = Connection(partial(sqlite3.connect, file, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
