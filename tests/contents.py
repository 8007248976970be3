"""All that a database holds, to see that something changed nothing."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.tables import METADATA


async def contents(session: AsyncSession, *, without: frozenset[str] = frozenset()) -> dict[str, list[Any]]:
    """Read every table whole, apart from some: all columns of all rows."""
    await session.flush()
    connection = await session.connection()
    tables = [table for table in METADATA.sorted_tables if table.name not in without]
    return {table.name: list((await connection.execute(table.select())).all()) for table in tables}
