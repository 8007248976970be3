"""Alembic's entry: runs migrations on the connection that it is given, or on DATABASE_URL's database."""

import asyncio
import os
from typing import Any

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import AutoString

from models.columns import UtcDateTime
from models.tables import METADATA


def plain_types(kind: str, item: Any, _context: Any) -> str | bool:
    """Write database types into a migration, so that it outlives the classes of today."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def run(connection: Connection) -> None:
    """Run what was asked for; SQLite changes a table by copying it."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        render_item=plain_types,
        # With one connection and one transaction around all, a failed upgrade leaves nothing behind.
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_on_own_engine() -> None:
    """Serve the `alembic` command line, by which a developer writes a new migration."""
    engine = create_async_engine(os.environ.get("DATABASE_URL", "sqlite+aiosqlite:///data/migrations.db"))
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_on_own_engine())
