"""Who was erased stays so after a restore: a list of numbers and moments, and nothing else, outlives the database.

A person is found again by the number and the moment of coming: after a restore, numbers are given a second time.
"""

import csv
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import col, select

from bot.base.private import make_file
from bot.commands.soundness import reading
from models.database import opened
from models.people import Person
from services.privacy import withdrawal
from services.wings import WINGS

NAME = "erased.csv"
ASKED = "SELECT id, created_at FROM people WHERE erased_at IS NOT NULL"
# A person's number, and when they came, in UTC.
Gone = frozenset[tuple[int, datetime]]


def in_database(file: Path) -> Gone:
    """List those who were erased in a SQLite database; nobody where it is missing or cannot be read any more."""
    if not file.exists():
        return frozenset()
    try:
        with closing(reading(file)) as database:
            found = database.execute(ASKED).fetchall()
    except sqlite3.DatabaseError:
        # It may be replaced because it is broken; the list beside it holds what the last backup knew.
        return frozenset()
    return frozenset((int(number), _moment(came)) for number, came in found)


async def in_live(url: str) -> Gone:
    """List those who were erased in a database that may be in use, whichever it is."""
    query = select(Person.id, Person.created_at).where(col(Person.erased_at).is_not(None))
    async with opened(url) as database, database.reading() as session:
        return frozenset((number, came) for number, came in await session.exec(query) if number is not None)


def in_list(folder: Path) -> Gone:
    """Read the list that is kept in a folder, if there is one."""
    file = folder / NAME
    if not file.exists():
        return frozenset()
    with file.open(newline="", encoding="ascii") as lines:
        return frozenset((int(number), _moment(came)) for number, came in csv.reader(lines))


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def keep(folder: Path, gone: Gone) -> None:
    """Add to the list in a folder; who is on it stays on it."""
    together = gone | in_list(folder)
    if not together:
        return
    coming = folder / f"{NAME}.unfinished"
    coming.unlink(missing_ok=True)
    make_file(coming)
    with coming.open("w", newline="", encoding="ascii") as lines:
        csv.writer(lines).writerows((number, came.isoformat()) for number, came in sorted(together))
    coming.replace(folder / NAME)


async def erase_again(url: str, gone: Gone, *, now: datetime) -> int:
    """Erase those of the list who are back in a database, by the path of every erasure; return how many."""
    numbers = [number for number, _ in gone]
    query = select(Person).where(col(Person.id).in_(numbers), col(Person.erased_at).is_(None)).order_by(col(Person.id))
    async with opened(url) as database, database.writing() as session:
        back = [one for one in await session.exec(query) if (one.id, one.created_at) in gone]
        for person in back:
            await withdrawal.expire(session, person=person, wings=WINGS, because=withdrawal.RESTORED, now=now)
    return len(back)


def compact(file: Path) -> None:
    """Let a SQLite file hold nothing of what was deleted in it, and no log beside it."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
