"""Migrations: the database climbs to the newest step by itself."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.private import keep_to_owner

MIGRATIONS = Path(__file__).parent.parent / "migrations"
NEWEST = "head"


def configuration(connection: Connection) -> Config:
    """Point alembic at our migrations and at an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, *, to: str = NEWEST) -> None:
    """Bring a database to a step, the newest by default; its file and folder are made if missing."""
    if file := file_of(url):
        keep_to_owner(file)
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: _climb(sync, to))
    finally:
        await engine.dispose()


def _climb(connection: Connection, to: str) -> None:
    steps_down = to == "base" or to.startswith("-")
    move = command.downgrade if steps_down else command.upgrade
    move(configuration(connection), to)


def file_of(url: str) -> Path | None:
    """Tell which file a SQLite URL names; None for a database in memory."""
    name = make_url(url).database
    return Path(name) if name and name != ":memory:" else None
