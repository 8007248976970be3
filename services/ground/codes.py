"""Codes: what a thing is called in public, as SC-2026-0007. Each series counts from 1 in each year, without gaps."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select, true
from sqlmodel.ext.asyncio.session import AsyncSession


@dataclass(frozen=True)
class Series:
    """Things that are counted together.

    `year` and `number` are columns of the table that keeps them, unique together. Where several series stand in one
    table, `only` tells the rows of this one.
    """

    prefix: str
    year: SQLColumnExpression[int]
    number: SQLColumnExpression[int]
    only: ColumnElement[bool] | None = None


@dataclass(frozen=True)
class Code:
    """A number of a series in a year; as text it is the code that people read."""

    prefix: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.number:04}"


async def following(session: AsyncSession, *, series: Series, now: datetime, time_zone: ZoneInfo) -> Code:
    """Give the code that the next thing of a series gets; the year is the one at the office.

    The code stays free until the thing is stored. No two things get the same one, for no two transactions write at the
    same time (`Database.writing`); what is rolled back leaves no gap.
    """
    year = now.astimezone(time_zone).year
    its_own = true() if series.only is None else series.only
    newest = select(func.max(series.number)).where(series.year == year, its_own)
    last = (await (await session.connection()).execute(newest)).scalar_one()
    return Code(series.prefix, year, (last or 0) + 1)
