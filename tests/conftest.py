"""What tests share: a migrated database of their own, an hour at which they begin, and the story."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import logs
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


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated SQLite database in a file of its own."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"
    await migrate(url)
    database = open_database(url)
    yield database
    await database.close()


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that is committed at the end of the test."""
    async with database.writing() as session:
        yield session


@pytest.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """The real bot against the sandbox over HTTP, with a clock that only the story moves."""
    async with tell(tmp_path, BEGINNING) as story:
        yield story
