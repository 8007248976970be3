"""What tests share: a migrated database of their own, an hour at which they begin, and the story."""

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import catalogue, logs
from bot.migrate import migrate
from models.database import Database, open_database, opened
from tests.story import Story, tell

# A Friday morning in Việt Nam (09:00 local time), with a whole day ahead.
BEGINNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


logs.set_up("WARNING")
# Stories make many objects and few cycles: a tenth of their time would go into looking for these.
gc.set_threshold(50_000, 20, 50)


@pytest.fixture
def now() -> datetime:
    """The instant at which a test begins."""
    return BEGINNING


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database, made once and copied by every test that needs one."""
    file = tmp_path_factory.mktemp("migrated") / "migrated.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def stocked(migrated: Path) -> Path:
    """A migrated database with the starting catalogue, as the first start of the bot leaves it."""
    file = Path(shutil.copy(migrated, migrated.with_name("stocked.db")))

    async def stock() -> None:
        async with opened(f"sqlite+aiosqlite:///{file}") as database, database.writing() as session:
            await catalogue.stock(session, now=BEGINNING)

    asyncio.run(stock())
    return file


@pytest.fixture(scope="session")
def engines(migrated: Path) -> Database:
    """The two engines that all tests use one after another: what they compile for one, they have for the next."""
    return open_database(f"sqlite+aiosqlite:///{migrated.with_name('test.db')}")


@asynccontextmanager
async def beginning_as(engines: Database, file: Path) -> AsyncIterator[Database]:
    """Give a database that begins as a copy of this file."""
    shutil.copy(file, file.with_name("test.db"))
    try:
        yield engines
    finally:
        await engines.close()


@pytest.fixture
async def database(engines: Database, migrated: Path) -> AsyncIterator[Database]:
    """A migrated SQLite database with nothing in it."""
    async with beginning_as(engines, migrated) as database:
        yield database


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that is committed at the end of the test."""
    async with database.writing() as session:
        yield session


@pytest.fixture
async def story(engines: Database, stocked: Path) -> AsyncIterator[Story]:
    """The real bot against the sandbox over HTTP, with a clock that only the story moves."""
    async with beginning_as(engines, stocked) as database, tell(database, BEGINNING) as story:
        yield story
