"""Migrations: the database climbs to the newest step by itself."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.base.private import keep_to_owner
from models import libpq, one_trip
from models.database import WRITERS_LOCK, begin_by

MIGRATIONS = Path(__file__).parents[2] / "migrations"
NEWEST = "head"


def configuration(connection: Connection) -> Config:
    """Point alembic at our migrations and at an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, *, to: str = NEWEST) -> None:
    """Bring a database to a step, the newest by default; a file and its folder are made if missing."""
    file = file_of(url)
    if file is not None:
        keep_to_owner(file)
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    connect = one_trip.connect if is_sqlite else libpq.connect
    engine = create_async_engine(url, connect_args={"async_creator_fn": connect})
    if is_sqlite:
        # A kill must not leave half a step.
        begin_by(engine, "BEGIN")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: _climb(sync, to))
    finally:
        await engine.dispose()


def newest_step() -> str | None:
    """Tell the step that a database has climbed to when it is up to date."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def steps() -> frozenset[str]:
    """List the steps that this version knows."""
    return frozenset(each.revision for each in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def _climb(connection: Connection, to: str) -> None:
    if connection.dialect.name == "postgresql":
        # Of several processes that start together one climbs, and the others find it done.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
    steps_down = to == "base" or to.startswith("-")
    move = command.downgrade if steps_down else command.upgrade
    move(configuration(connection), to)


def file_of(url: str) -> Path | None:
    """Tell which file a SQLite URL names; None for a database in memory or on a server."""
    parts = make_url(url)
    is_file = parts.get_backend_name() == "sqlite" and parts.database not in (None, "", ":memory:")
    return Path(str(parts.database)) if is_file else None
