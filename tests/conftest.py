"""What tests share: a migrated database of their own, an hour at which they begin, and the story."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.base import catalogue
from bot.base.migrate import migrate
from bot.watching import logs
from models.database import Database, open_database, opened
from tests import databases
from tests.story import Story, tell

# A Friday morning in Việt Nam (09:00 local time), with a whole day ahead.
BEGINNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
MIGRATED, STOCKED = "migrated", "stocked"


logs.set_up("WARNING")
# What only PostgreSQL does is shown where there is one.
collect_ignore = [] if databases.SERVER else ["bot/engine/test_several_processes.py", "models/test_postgresql.py"]
# Stories make many objects and few cycles: a tenth of their time would go into looking for these.
gc.set_threshold(50_000, 20, 50)


@pytest.fixture
def now() -> datetime:
    """The instant at which a test begins."""
    return BEGINNING


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_on_the_server() -> Iterator[None]:
    yield
    asyncio.run(databases.clear_away())


@pytest.fixture(scope="session")
def place() -> Iterator[str]:
    """The URL of the one database that all tests use one after another; beside it stand those that it is made of."""
    with databases.in_memory() as folder:
        place = databases.address(folder, "test")
        asyncio.run(_prepare(place))
        yield place


async def _prepare(place: str) -> None:
    """Make a migrated database, and one with the starting catalogue, as the first start of the bot leaves it."""
    migrated, stocked = databases.beside(place, MIGRATED), databases.beside(place, STOCKED)
    await databases.make(migrated)
    await migrate(migrated)
    await databases.copy(migrated, to=stocked)
    async with opened(stocked) as database, database.writing() as session:
        await catalogue.stock(session, now=BEGINNING)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite with the starting catalogue, for tests of the command line."""
    folder = tmp_path_factory.mktemp("files")
    asyncio.run(_prepare(f"sqlite+aiosqlite:///{folder / 'test.db'}"))
    return folder / f"{STOCKED}.db"


@pytest.fixture(scope="session")
def engines(place: str) -> Database:
    """The engines that most tests use one after another: what they compile for one, they have for the next."""
    return databases.open_near(place)


@pytest.fixture(scope="session")
def true_engines(place: str) -> Database:
    """The engines as the program opens them, for tests of the database itself and of its misfortunes."""
    return open_database(place)


@asynccontextmanager
async def beginning_as(engines: Database, name: str) -> AsyncIterator[Database]:
    """Give a database that begins as a copy of the one of this name."""
    place = engines.writer.url.render_as_string(hide_password=False)
    if name != MIGRATED or not await databases.emptied(place):
        await databases.copy(databases.beside(place, name), to=place)
    try:
        yield engines
    finally:
        await engines.close()


@pytest.fixture
async def database(engines: Database) -> AsyncIterator[Database]:
    """A migrated database with nothing in it."""
    async with beginning_as(engines, MIGRATED) as database:
        yield database


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that is committed at the end of the test."""
    async with database.writing() as session:
        yield session


@pytest.fixture
async def story(engines: Database) -> AsyncIterator[Story]:
    """The real bot against the sandbox over HTTP, with a clock that only the story moves."""
    async with beginning_as(engines, STOCKED) as database, tell(database, BEGINNING) as story:
        yield story


@pytest.fixture
async def phu_tho(place: str) -> AsyncIterator[Story]:
    """A second province with a bot and a database of its own, whose story begins at the same hour."""
    there = databases.beside(place, "phu_tho")
    await databases.copy(databases.beside(place, STOCKED), to=there)
    engines = databases.open_near(there)
    try:
        async with tell(engines, BEGINNING, province="25") as story:
            yield story
    finally:
        await engines.close()
