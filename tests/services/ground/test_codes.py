"""Codes: each series counts by itself in each year, whoever declares at the same time."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import Column, Integer, MetaData, String, Table, insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import Database
from models.incidents import Incident
from services.declarations import declaring as declarations
from services.ground import codes
from services.ground.codes import Code, Series
from tests.network import CABLE_CUT, MORNING, PROVINCE, TIME_ZONE, found_network

NEW_YEAR = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)  # midnight in Việt Nam
PAPERS = Table(
    "papers",
    MetaData(),
    Column("kind", String),
    Column("year", Integer),
    Column("number", Integer),
    prefixes=["TEMPORARY"],
)
REPORTS = Series("BC", PAPERS.c.year, PAPERS.c.number, only=PAPERS.c.kind == "report")
LESSONS = Series("BH", PAPERS.c.year, PAPERS.c.number, only=PAPERS.c.kind == "lesson")


async def write(session: AsyncSession, kind: str, code: Code) -> str:
    connection = await session.connection()
    await connection.execute(insert(PAPERS).values(kind=kind, year=code.year, number=code.number))
    return str(code)


async def test_series_of_one_table_count_by_themselves_and_anew_each_year(session: AsyncSession) -> None:
    await (await session.connection()).run_sync(PAPERS.create)

    async def write_next(kind: str, series: Series, now: datetime) -> str:
        return await write(session, kind, await codes.following(session, series=series, now=now, time_zone=TIME_ZONE))

    assert await write_next("report", REPORTS, MORNING) == "BC-2026-0001"
    assert await write_next("report", REPORTS, MORNING) == "BC-2026-0002"
    assert await write_next("lesson", LESSONS, MORNING) == "BH-2026-0001"
    assert await write_next("report", REPORTS, NEW_YEAR) == "BC-2027-0001"
    assert await write_next("report", REPORTS, MORNING) == "BC-2026-0003"


async def test_a_number_past_four_digits_is_written_in_full(session: AsyncSession) -> None:
    await (await session.connection()).run_sync(PAPERS.create)
    await write(session, "report", Code("BC", 2026, 9999))

    following = await codes.following(session, series=REPORTS, now=MORNING, time_zone=TIME_ZONE)

    assert str(following) == "BC-2026-10000"


async def test_declared_at_the_same_time_none_shares_a_code_and_what_fails_leaves_no_gap(database: Database) -> None:
    async with database.writing() as session:
        network = await found_network(session)

    async def declare(key: str) -> None:
        async with database.writing() as session:
            await declarations.declare(
                session,
                declaration=CABLE_CUT,
                draft_key=key,
                province_code=PROVINCE,
                by=network.coordinator,
                now=MORNING,
                time_zone=TIME_ZONE,
                once_more=True,
            )
            if key == "1":
                raise InterruptedError

    results = await asyncio.gather(*(declare(str(key)) for key in range(6)), return_exceptions=True)

    async with database.reading() as session:
        stored = (await session.exec(select(Incident.code).order_by(col(Incident.id)))).all()
    assert [type(result) for result in results if result] == [InterruptedError]
    assert stored == [f"SC-2026-000{number}" for number in range(1, 6)]
