"""Databases for tests: files of SQLite, or, where TEST_POSTGRES_URL is set, databases of a PostgreSQL server."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiosqlite
import asyncpg
from aiosqlite.core import set_exception, set_result
from sqlalchemy.engine import URL, make_url

from models import one_trip
from models.database import Database, open_database

SERVER = os.environ.get("TEST_POSTGRES_URL") or None
STEM = f"san_sang_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{os.getpid()}"
# Files here are in memory: their commits are as durable as others, and wait for no disk.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it

# Without the triggers by which foreign keys are checked, the order of the tables does not matter.
EMPTY = """
SET session_replication_role = replica;
DO $$
DECLARE one record;
BEGIN
    FOR one IN
        SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename != 'alembic_version'
    LOOP
        EXECUTE format('DELETE FROM %I', one.name);
    END LOOP;
    FOR one IN SELECT sequencename AS name FROM pg_sequences WHERE last_value IS NOT NULL LOOP
        PERFORM setval(format('%I', one.name)::regclass, 1, false);
    END LOOP;
END $$
"""


class AtOnce:
    """What does the work of a connection's thread where it is asked for; what came of it is heard a turn later."""

    def put_nowait(self, asked: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        """Do some work, while nobody waits for a thread to be woken."""
        future, work = asked
        if future is None:
            work()
            return
        try:
            future.get_loop().call_soon(set_result, future, work())
        except Exception as error:  # noqa: BLE001 - whoever asked hears it
            future.get_loop().call_soon(set_exception, future, error)


class NearConnection(one_trip.Connection):
    """A connection without a thread: a file in memory keeps nobody waiting, but threads that take turns do."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._tx = AtOnce()  # type: ignore[assignment]

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._connect().__await__()


def open_near(url: str) -> Database:
    """Open a database of these tests; one of SQLite without threads of its own."""
    return open_database(url, connect=connect)


def connect(file: str, **options: Any) -> NearConnection:
    """Make a connection that opens when it is awaited."""
    return NearConnection(partial(sqlite3.connect, file, **options))


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that is in memory where the system has such, and is thrown away at the end."""
    has_such = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK | os.X_OK)
    with TemporaryDirectory(prefix="san-sang-", dir=IN_MEMORY if has_such else None) as folder:
        yield Path(folder)


def address(folder: Path, name: str) -> str:
    """Tell the URL of a database for these tests: a file in a folder, or one of this run's on the server."""
    if SERVER is None:
        return f"sqlite+aiosqlite:///{folder / name}.db"
    return _shown(make_url(SERVER).set(database=f"{STEM}_{name}"))


def beside(url: str, name: str) -> str:
    """Tell the URL of another database in the same place."""
    here = make_url(url)
    if file := _file(here):
        return _shown(here.set(database=f"{file.with_name(name)}.db"))
    return _shown(here.set(database=f"{STEM}_{name}"))


async def make(url: str) -> None:
    """Make an empty database; one of this name is thrown away."""
    if file := _file(make_url(url)):
        file.unlink(missing_ok=True)
    else:
        await _make(make_url(url), "template1")


async def copy(url: str, *, to: str) -> None:
    """Let a database be what another one is; nobody may be connected to either."""
    if file := _file(make_url(url)):
        shutil.copy(file, str(make_url(to).database))
    else:
        await _make(make_url(to), str(make_url(url).database))


async def emptied(url: str) -> bool:
    """Take all rows out of a database of the server, much faster than it is made anew; tell whether it was there."""
    if SERVER is None:
        return False
    try:
        connection = await asyncpg.connect(_shown(make_url(url).set(drivername="postgresql")))
    except asyncpg.InvalidCatalogNameError:
        return False
    await connection.execute(EMPTY)
    await connection.close()
    return True


async def clear_away() -> None:
    """Take every database of this run away from the server."""
    if SERVER is None:
        return
    connection = await _connect(make_url(SERVER))
    for (name,) in await connection.fetch("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", STEM):
        await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


async def _make(url: URL, template: str) -> None:
    connection = await _connect(url)
    await connection.execute(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')
    await connection.execute(f'CREATE DATABASE "{url.database}" TEMPLATE "{template}"')
    await connection.close()


async def _connect(url: URL) -> asyncpg.Connection:
    return await asyncpg.connect(_shown(url.set(drivername="postgresql", database="postgres")))


def _file(url: URL) -> Path | None:
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=False)
