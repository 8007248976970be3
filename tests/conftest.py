"""What tests share: a migrated database of their own, an hour at which they begin, and the story."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import catalogue, logs
from bot.migrate import migrate
from models.database import Database, open_database
from tests.story import Story, tell

# A Friday morning in Việt Nam (09:00 local time), with a whole day ahead.
BEGINNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


logs.set_up("WARNING")


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
        database = open_database(f"sqlite+aiosqlite:///{file}")
        async with database.writing() as session:
            await catalogue.stock(session, now=BEGINNING)
        await database.close()

    asyncio.run(stock())
    return file


@pytest.fixture
async def database(tmp_path: Path, migrated: Path) -> AsyncIterator[Database]:
    """A migrated SQLite database in a file of its own."""
    file = shutil.copy(migrated, tmp_path / "test.db")
    database = open_database(f"sqlite+aiosqlite:///{file}")
    yield database
    await database.close()


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that is committed at the end of the test."""
    async with database.writing() as session:
        yield session


@pytest.fixture
async def story(tmp_path: Path, stocked: Path) -> AsyncIterator[Story]:
    """The real bot against the sandbox over HTTP, with a clock that only the story moves."""
    shutil.copy(stocked, tmp_path / "story.db")
    async with tell(tmp_path / "story.db", BEGINNING) as story:
        yield story
