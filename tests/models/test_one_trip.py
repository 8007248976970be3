"""SQLite with one trip for a statement: what comes back is what the library's own cursors give."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from models.database import Database, opened


async def test_rows_counts_and_last_ids_come_back(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path / 'one.db'}") as database:
        async with database.writer.begin() as connection:
            await connection.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
            made = await connection.execute(text("INSERT INTO things (name) VALUES ('one')"))
            more = await connection.execute(
                text("INSERT INTO things (name) VALUES (:name)"), [{"name": "two"}, {"name": "three"}]
            )
        async with database.reader.connect() as connection:
            names = (await connection.execute(text("SELECT name FROM things ORDER BY id"))).scalars().all()

    assert (made.lastrowid, more.rowcount, names) == (1, 2, ["one", "two", "three"])


async def twice(database: Database, statement: str) -> None:
    """Run a statement twice in one transaction."""
    async with database.writer.begin() as connection:
        await connection.execute(text(statement))
        await connection.execute(text(statement))


async def test_a_failed_transaction_leaves_nothing_and_the_connection_goes_on(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path / 'one.db'}") as database:
        async with database.writer.begin() as connection:
            await connection.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
        for wrong, error in (
            ("INSERT INTO things (id, name) VALUES (1, 'one')", IntegrityError),
            ("NO SQL", OperationalError),
        ):
            with pytest.raises(error):
                await twice(database, wrong)
        async with database.writer.begin() as connection:
            count = (await connection.execute(text("SELECT count(*) FROM things"))).scalar_one()

    assert count == 0


async def test_two_readers_see_what_was_committed_while_a_writer_is_at_work(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path / 'one.db'}") as database:
        async with database.writer.begin() as writer:
            await writer.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY)"))
        async with (
            database.writer.begin() as writer,
            database.reader.connect() as one,
            database.reader.connect() as two,
        ):
            await writer.execute(text("INSERT INTO things DEFAULT VALUES"))
            seen = [(await reader.execute(text("SELECT count(*) FROM things"))).scalar_one() for reader in (one, two)]

    assert seen == [0, 0]


async def test_a_transaction_that_could_not_begin_runs_nothing(tmp_path: Path) -> None:
    place = tmp_path / "one.db"
    async with opened(f"sqlite+aiosqlite:///{place}") as database:
        async with database.writer.begin() as connection:
            await connection.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY)"))
            await connection.execute(text("PRAGMA busy_timeout = 0"))
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with database.writer.connect() as connection:
                for _ in range(2):
                    with pytest.raises(OperationalError, match="locked"):
                        await connection.execute(text("SELECT count(*) FROM things"))
            other.execute("ROLLBACK")
        async with database.writer.connect() as connection:
            await connection.execute(text("INSERT INTO things DEFAULT VALUES"))
            await connection.rollback()
            left = (await connection.execute(text("SELECT count(*) FROM things"))).scalar_one()

    assert left == 0
