"""All that a database holds, to see that something changed nothing."""

from typing import Any, cast

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.tables import METADATA


async def contents(session: AsyncSession, *, without: frozenset[str] = frozenset()) -> dict[str, list[Any]]:
    """Read every table whole, apart from some."""
    tables = [table for table in METADATA.sorted_tables if table.name not in without]
    return {table.name: list((await session.exec(select(cast("Any", table)))).all()) for table in tables}
