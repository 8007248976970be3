"""Traces of a person: every cell of every table in which one of some signs stands."""

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.tables import METADATA


async def traces(session: AsyncSession, *signs: str) -> list[tuple[str, str]]:
    """List where any of the signs stands, as (table.column, value); all tables are walked."""
    found = []
    await session.flush()
    connection = await session.connection()
    for table in METADATA.sorted_tables:
        for row in await connection.execute(select(table)):
            found += [
                (f"{table.name}.{column.name}", str(value))
                for column, value in zip(table.columns, row, strict=True)
                if any(sign in str(value) for sign in signs)
            ]
    return found
