"""The tests of the database take it as the program does."""

import pytest

from models.database import Database


@pytest.fixture(scope="session")
def engines(true_engines: Database) -> Database:
    """Here SQLite works in threads of its own, as in the program."""
    return true_engines
