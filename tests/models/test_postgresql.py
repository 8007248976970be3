"""What PostgreSQL does by itself: several programs, connections that break, a language of the server's own."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.base.migrate import migrate
from bot.watching.tracebacks import in_short
from models.database import Database, opened
from models.identity import id_of
from models.inbox import InboxUpdate
from models.members import MemberStatus, Sector
from models.people import Language, Person
from models.roster import RosterEntry
from services.ground import inbox
from tests import databases
from tests.network import HOAN_KIEM, business


@pytest.fixture
async def other(database: Database, place: str) -> AsyncIterator[Database]:
    """The same database, as another program has it open."""
    async with opened(place) as other:
        yield other


def someone(now: datetime) -> Person:
    return Person(telegram_id=1, name="0", language=Language.VIETNAMESE, created_at=now)


async def count_up(database: Database) -> None:
    for _ in range(10):
        async with database.writing() as session:
            row = (await session.exec(select(Person))).one()
            row.name = str(int(row.name) + 1)


async def cut_all_others(by: Database) -> None:
    """Let the server cut every connection to this database but one."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid()"
    async with by.reader.connect() as connection:
        await connection.execute(text(f"SELECT pg_terminate_backend(pid, 5000) {others}"))


async def write_and_lose_the_connection(database: Database, other: Database, now: datetime) -> None:
    async with database.writing() as session:
        session.add(someone(now))
        await session.flush()
        await cut_all_others(by=other)
        await session.exec(select(Person))


async def test_what_two_programs_read_change_and_write_is_not_lost(
    database: Database, other: Database, now: datetime
) -> None:
    async with database.writing() as session:
        session.add(someone(now))

    async with asyncio.TaskGroup() as programs:
        for one in (database, other, database, other):
            programs.create_task(count_up(one))

    async with database.reading() as session:
        assert (await session.exec(select(Person.name))).all() == ["40"]


async def test_updates_are_stored_once_while_another_program_writes(
    database: Database, other: Database, now: datetime
) -> None:
    update = {"update_id": 7, "message": {"from": {"id": 201}}}

    async with asyncio.timeout(10), database.writing() as session:
        session.add(someone(now))
        await session.flush()
        for one in (other, database, other):
            async with one.writing_beside_others() as beside:
                await inbox.store(beside, updates=[update], now=now)

    async with database.reading() as session:
        assert (await session.exec(select(InboxUpdate.update_id))).all() == [7]


async def test_a_connection_that_is_cut_undoes_its_transaction_and_the_next_one_succeeds(
    database: Database, other: Database, now: datetime
) -> None:
    with pytest.raises(OperationalError):
        await write_and_lose_the_connection(database, other, now)

    async with asyncio.timeout(10), other.writing() as session:
        assert (await session.exec(select(Person))).all() == []
    async with database.writing() as session:
        session.add(someone(now))
    async with database.reading() as session:
        assert len((await session.exec(select(Person))).all()) == 1


async def test_a_connection_that_was_cut_at_rest_is_not_noticed(database: Database, other: Database) -> None:
    async with database.writing() as session:
        await session.exec(select(Person))
    await cut_all_others(by=other)

    async with database.writing() as session:
        assert (await session.exec(select(Person))).all() == []


async def test_a_lock_that_is_not_given_is_the_databases_own_trouble(database: Database, other: Database) -> None:
    async with other.side_writer.connect() as impatient:
        await impatient.execute(text("SET lock_timeout = '50ms'"))
        async with database.writer.begin() as connection:
            await connection.execute(text("LOCK TABLE people"))
            with pytest.raises(OperationalError, match="lock timeout"):
                await impatient.execute(text("SELECT * FROM people"))


async def test_a_server_that_is_away_is_the_databases_own_trouble() -> None:
    async with opened("postgresql+asyncpg://nobody@127.0.0.1:1/nothing") as away:
        with pytest.raises(OperationalError):
            async with away.reading() as session:
                await session.exec(select(Person))


async def test_names_stand_in_our_order_whatever_the_servers_language(session: AsyncSession) -> None:
    keys = ["a z", "a\tz", "B", "a~", "ab", "Z", "a"]
    for number, key in enumerate(keys):
        member = await business(session, f"01000010{number:02}", f"Doanh nghiệp {number}", (Sector.IT,), HOAN_KIEM)
        status = MemberStatus.APPROVED
        session.add(RosterEntry(sort_key=key, member_id=id_of(member), status=status, name_key="", words="", phones=""))
    await session.flush()

    found = await session.exec(select(RosterEntry.sort_key).order_by(col(RosterEntry.sort_key)))

    assert found.all() == sorted(keys)


async def test_programs_that_start_together_climb_once(place: str) -> None:
    url = databases.beside(place, "together")
    await databases.make(url)

    async with asyncio.TaskGroup() as programs:
        for _ in range(3):
            programs.create_task(asyncio.to_thread(asyncio.run, migrate(url)))

    async with opened(url) as database, database.reading() as session:
        assert (await session.exec(select(Person))).all() == []


@pytest.mark.parametrize("query", ["SELECT CAST(CAST(:said AS text) AS integer)", "SELECT CAST(:said AS integer)"])
async def test_an_error_that_quotes_a_value_is_told_without_it(database: Database, query: str) -> None:
    async with database.reading() as session:
        with pytest.raises(SQLAlchemyError) as caught:
            await (await session.connection()).execute(text(query), {"said": "Lê Thị Riêng Tư"})

    assert "Riêng Tư" in str(caught.value)
    assert "Riêng Tư" not in in_short(caught.value)
