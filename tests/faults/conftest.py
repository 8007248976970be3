"""Stories on a PostgreSQL server of their own need its programs; only in CI is their lack a failure."""

import os

from tests.faults.postgres import PROGRAMS

collect_ignore = [] if PROGRAMS or os.environ.get("CI") else ["test_postgresql.py"]
