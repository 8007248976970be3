"""Which stories of misfortune are told where: `make faults` tells them all, if PostgreSQL's programs are there."""

import os

import pytest

from models.database import Database
from tests import databases
from tests.faults.postgres import PROGRAMS

# A minute and more of the real program each: `make faults` tells them, and each cause has its quick story here.
LONG = ["test_answers_over_a_stop.py", "test_lost_databases.py", "test_postgresql.py"]


def left_out() -> list[str]:
    """List the modules that are left out."""
    if os.environ.get("FAULTS"):
        return [] if PROGRAMS else ["test_postgresql.py"]
    return [*LONG, "test_sqlite.py"] if databases.SERVER else LONG


collect_ignore = left_out()


@pytest.fixture(scope="session")
def engines(true_engines: Database) -> Database:
    """Here SQLite works in threads of its own, as in the program."""
    return true_engines
