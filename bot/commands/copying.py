"""A whole database is copied into another one, such as from SQLite to PostgreSQL, and compared row by row."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Any

from alembic.script import ScriptDirectory
from sqlalchemy import (
    JSON,
    Column,
    Integer,
    Table,
    Text,
    bindparam,
    cast,
    exists,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
    tuple_,
    type_coerce,
    update,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from bot.base import database_url
from bot.base.lock import AlreadyRunning, only_one
from bot.base.migrate import MIGRATIONS, file_of
from bot.commands import console
from bot.commands.console import WRONG_SETTING, say
from models.database import opened
from models.libpq import ParameterWrong
from models.tables import METADATA

PORTION = 1000
MODULUS = 2**256
Row = Sequence[Any]


class CannotCopy(Exception):
    """Source or target is not what a copy needs; the message says what is wrong."""


@dataclass(frozen=True)
class TableContents:
    """What a table holds: the number of its rows, and a checksum in which every value of every row counts."""

    rows: int
    checksum: str


def copy_database(source: str, target: str) -> None:
    """Copy a whole database into an empty one, all or nothing, verified by counts and checksums of every table."""
    try:
        source, target = database_url.understood(source), database_url.understood(target)
        files = [file_of(source), file_of(target)]
    except ParameterWrong as error:
        raise console.end(f"SOURCE or TARGET: {error}.", WRONG_SETTING) from None
    except (ArgumentError, ValueError):
        # SQLAlchemy's words quote the address, and so do Python's of a port that is no number.
        raise console.end("SOURCE and TARGET are URLs, such as sqlite+aiosqlite:///data/san-sang.db.") from None
    try:
        with ExitStack() as locks:
            for file in filter(None, files):
                if not file.exists():
                    raise CannotCopy(f"There is no file {file}.")
                locks.enter_context(only_one(file))
            copied = asyncio.run(copy(source, target))
    except (CannotCopy, AlreadyRunning) as error:
        raise console.end(str(error)) from None
    except SQLAlchemyError as error:
        raise console.end(f"Nothing was copied: {str(error).splitlines()[0]}") from None
    for name, contents in copied.items():
        say.print(f"{name}: {contents.rows} rows, {contents.checksum[:16]}")
    total = sum(contents.rows for contents in copied.values())
    say.print(
        f"{database_url.shown(target)} holds the same {total} rows as {database_url.shown(source)}.", markup=False
    )


async def copy(source: str, target: str) -> Mapping[str, TableContents]:
    """Copy every table in one transaction and read both sides again; raises CannotCopy, and then nothing is copied."""
    async with (
        opened(source) as old,
        opened(target) as new,
        old.reader.connect() as reader,
        new.writer.begin() as writer,
    ):
        await _check_step(reader, source)
        await _check_step(writer, target)
        await _check_empty(writer, target)
        for table in METADATA.sorted_tables:
            await _copy_table(reader, writer, table)
        return {table.name: await _compared(reader, writer, table) for table in METADATA.sorted_tables}


async def _check_step(connection: AsyncConnection, url: str) -> None:
    newest = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    has_steps = await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version"))
    step = (await connection.scalar(text("SELECT version_num FROM alembic_version"))) if has_steps else None
    if step != newest:
        raise CannotCopy(
            f"{database_url.shown(url)} is at step {step or 'none'} instead of {newest}; "
            "run `python -m bot migrate` with it as DATABASE_URL."
        )


async def _check_empty(connection: AsyncConnection, url: str) -> None:
    for table in METADATA.sorted_tables:
        if await connection.scalar(select(exists(select(literal(1)).select_from(table)))):
            raise CannotCopy(f"{database_url.shown(url)} is not empty: there are rows in {table.name}.")


async def _copy_table(source: AsyncConnection, target: AsyncConnection, table: Table) -> None:
    """Insert a table's rows; what leads to rows of the same table is filled in when all of them are there."""
    later = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    values = {column.name: _written(target, column) for column in table.columns if column not in later}
    async for rows in _portions(source, table):
        await target.execute(insert(table).values(values), [_named(table, row) for row in rows])
    for column in later:
        points = (await source.execute(select(*table.primary_key, column).where(column.is_not(None)))).all()
        own = [key == bindparam(f"key_{key.name}", type_=key.type) for key in table.primary_key]
        names = [f"key_{key.name}" for key in table.primary_key] + ["value"]
        if points:
            change = update(table).where(*own).values({column.name: bindparam("value", type_=column.type)})
            await target.execute(change, [dict(zip(names, point, strict=True)) for point in points])
    await _continue_numbers(target, table)


def _named(table: Table, row: Row) -> dict[str, Any]:
    return {f"new_{column.name}": value for column, value in zip(table.columns, row, strict=True)}


def _written(connection: AsyncConnection, column: Column[Any]) -> ColumnElement[Any]:
    """Write a value as it was read; JSON goes over as it is written, so that no `null` becomes another."""
    name = f"new_{column.name}"
    if not isinstance(column.type, JSON):
        return bindparam(name, type_=column.type)
    given = bindparam(name, type_=Text())
    return cast(given, JSON()) if connection.dialect.name == "postgresql" else given


def _read(connection: AsyncConnection, column: Column[Any]) -> ColumnElement[Any]:
    if not isinstance(column.type, JSON):
        return column
    return cast(column, Text()) if connection.dialect.name == "postgresql" else type_coerce(column, Text())


async def _continue_numbers(connection: AsyncConnection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were copied; SQLite looks at the rows themselves."""
    key = table.autoincrement_column
    if connection.dialect.name != "postgresql" or key is None:
        return
    sequence = await connection.scalar(select(func.pg_get_serial_sequence(table.name, key.name)))
    highest = await connection.scalar(select(func.max(key)))
    if sequence and highest is not None:
        await connection.execute(select(func.setval(sequence, literal(highest, Integer()))))


async def _portions(connection: AsyncConnection, table: Table) -> AsyncIterator[Sequence[Row]]:
    """Read a table in the order of its key, some rows at a time."""
    keys = list(table.primary_key)
    places = [list(table.columns).index(key) for key in keys]
    query = select(*(_read(connection, column) for column in table.columns)).order_by(*keys).limit(PORTION)
    rows = (await connection.execute(query)).all()
    while rows:
        yield rows
        last = [literal(rows[-1][place], key.type) for place, key in zip(places, keys, strict=True)]
        rows = (await connection.execute(query.where(tuple_(*keys) > tuple_(*last)))).all()


async def _compared(source: AsyncConnection, target: AsyncConnection, table: Table) -> TableContents:
    old, new = await contents(source, table), await contents(target, table)
    if old != new:
        raise CannotCopy(f"The copy of {table.name} differs: {old} became {new}.")
    return new


async def contents(connection: AsyncConnection, table: Table) -> TableContents:
    """Count a table's rows and add up their checksums: two databases may put the same rows in different order."""
    are_json = [isinstance(column.type, JSON) for column in table.columns]
    count, total = 0, 0
    async for rows in _portions(connection, table):
        count += len(rows)
        for row in rows:
            digest = hashlib.sha256(_plain(row, are_json).encode()).digest()
            total = (total + int.from_bytes(digest)) % MODULUS
    return TableContents(count, f"{total:064x}")


def _plain(row: Row, are_json: Sequence[bool]) -> str:
    """Write a row down in the one way in which equal rows look alike."""
    values = [
        ["json", json.loads(value)] if is_json and value is not None else value
        for value, is_json in zip(row, are_json, strict=True)
    ]
    return json.dumps(values, sort_keys=True, default=_in_words)


def _in_words(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"no table holds a {type(value).__name__}")
