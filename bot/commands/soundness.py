"""Whether a file of SQLite is a sound database of ours: looked through whole, and counted."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.base.migrate import newest_step, steps
from models.tables import METADATA

BUSY_SECONDS = 30
# The most problems that are named; a broken file has thousands.
PROBLEMS = 3
# Tables whose counts tell a person whether it is the right copy.
COUNTED = ("members", "people", "incidents", "responses", "tasks")


class Unsound(Exception):
    """A file is no sound database of ours; the message says what is wrong with it."""


@dataclass(frozen=True)
class Contents:
    """What a sound database holds: its migration step, the rows of each table, what was still to be sent."""

    step: str
    rows: dict[str, int]
    unsent: int

    def __str__(self) -> str:
        """Say it in one line."""
        counted = ", ".join(f"{self.rows[table]} {table}" for table in COUNTED if table in self.rows)
        return f"step {self.step}; {counted}; {sum(self.rows.values())} rows in {len(self.rows)} tables"


def verify(file: Path) -> Contents:
    """Open a database and look through all of it; raises Unsound."""
    if not file.exists():
        raise Unsound(f"There is no file {file}.")
    try:
        with closing(reading(file)) as database:
            _refuse_problems(file, "is damaged", [row[0] for row in database.execute("PRAGMA integrity_check")])
            loose = [f"{row[0]} without its {row[2]}" for row in database.execute("PRAGMA foreign_key_check")]
            _refuse_problems(file, "holds rows that belong to nothing", loose)
            return _contents(file, database)
    except sqlite3.DatabaseError as error:
        raise Unsound(f"{file} cannot be read as a database: {error}") from None


def reading(file: Path) -> sqlite3.Connection:
    """Open a database without ever making or changing it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def _refuse_problems(file: Path, what: str, found: Sequence[str]) -> None:
    problems = [problem for problem in found if problem != "ok"]
    if problems:
        more = f" and {len(problems) - PROBLEMS} more" if len(problems) > PROBLEMS else ""
        raise Unsound(f"{file} {what}: {'; '.join(problems[:PROBLEMS])}{more}.")


def _contents(file: Path, database: sqlite3.Connection) -> Contents:
    """Count what a database holds; raises Unsound when it is not ours, not whole, or was made by a newer program."""
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    step = (
        database.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in tables else None
    )
    if step is None:
        raise Unsound(f"{file} is not a database of this program.")
    if step[0] not in steps():
        raise Unsound(f"{file} was made by a newer version of this program (step {step[0]}).")
    if step[0] == newest_step():
        _refuse_problems(file, "lacks", missing({name: _columns(database, name) for name in tables}))
    ours = [name for name in tables if name != "alembic_version" and not name.startswith("sqlite_")]
    # Names of tables come from the file's own list, and cannot be given as parameters.
    rows = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}  # noqa: S608
    unsent = database.execute("SELECT count(*) FROM deliveries WHERE state IN ('pending', 'sending')").fetchone()[0]
    return Contents(step=step[0], rows=rows, unsent=unsent)


def _columns(database: sqlite3.Connection, table: str) -> frozenset[str]:
    return frozenset(row[0] for row in database.execute("SELECT name FROM pragma_table_info(?)", (table,)))


def missing(columns: Mapping[str, Collection[str]]) -> Sequence[str]:
    """List the tables and columns that a database at the newest step should have and has not, given those it has."""
    lacking: list[str] = []
    for table in METADATA.sorted_tables:
        if table.name not in columns:
            lacking.append(f"the table {table.name}")
            continue
        has = columns[table.name]
        lacking += [f"the column {table.name}.{column.name}" for column in table.columns if column.name not in has]
    return lacking
