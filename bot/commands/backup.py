"""Backups: a copy of the SQLite database, taken while the bot works, opened to be sure of it, and put in its place.

A copy is made by VACUUM INTO: it shows one moment, holds up nobody who writes, and keeps nothing of what was erased.
"""

import asyncio
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from bot.base.lock import only_one
from bot.base.migrate import file_of, migrate
from bot.base.private import make_file, make_folder
from bot.commands import erased
from bot.commands.soundness import Contents, Unsound, reading, verify

FOLDER = "backups"


class CannotBeCopied(Exception):
    """The database is not one that this program copies, or not there; the message says what to do instead."""


@dataclass(frozen=True)
class Restored:
    """What was put in the place of the database, where the replaced one is kept, and how many were erased once more."""

    contents: Contents
    kept: Path | None
    erased_again: int


def sqlite_file(url: str) -> Path:
    """Tell the file of a SQLite database; raises CannotBeCopied for any other, with what to do instead."""
    if make_url(url).get_backend_name() != "sqlite":
        raise CannotBeCopied(
            "PostgreSQL keeps its own backups: pg_dump --format=custom --file=FILE DATABASE makes one, "
            "and pg_restore --clean --dbname=DATABASE FILE puts it back."
        )
    file = file_of(url)
    if file is None:
        raise CannotBeCopied("A database in memory cannot be copied.")
    return file


def file_for(database_file: Path, now: datetime) -> Path:
    """Name the copy that is made at an instant, in a folder beside the database."""
    return _copies(database_file) / f"{database_file.stem}-{now:%Y%m%dT%H%M%SZ}.db"


def _copies(database_file: Path) -> Path:
    return database_file.parent / FOLDER


def back_up(database_file: Path, copy: Path) -> Contents:
    """Copy a database that may be in use, and look whether the copy is sound.

    Raises CannotBeCopied, FileExistsError when `copy` is there already, and Unsound; then no copy is left.
    """
    if not database_file.exists():
        raise CannotBeCopied(f"There is no database at {database_file} yet.")
    if copy.exists():
        raise FileExistsError(copy)
    unfinished = _begun(copy)
    try:
        _copy(database_file, unfinished)
        contents = verify(unfinished)
        _settle(unfinished)
        # A hard link, unlike a renaming, never takes the place of a file that came meanwhile.
        copy.hardlink_to(unfinished)
        erased.keep(copy.parent, erased.in_database(unfinished))
    finally:
        unfinished.unlink()
    _settle(copy.parent)
    return contents


async def restore(database_file: Path, copy: Path, *, now: datetime) -> Restored:
    """Put a copy in the database's place, brought to the newest step; what stood there is kept beside it.

    Who was erased since the copy was made is erased in it again (docs/decisions/0038).

    Raises AlreadyRunning while the bot works on the database, and Unsound before anything is touched.
    """
    with only_one(database_file):
        await asyncio.to_thread(verify, copy)
        coming = _begun(database_file)
        try:
            await asyncio.to_thread(_copy, copy, coming)
            url = URL.create("sqlite+aiosqlite", database=str(coming)).render_as_string()
            await migrate(url)
            gone = (
                erased.in_database(database_file) | erased.in_list(copy.parent) | erased.in_list(_copies(database_file))
            )
            again = await erased.erase_again(url, gone, now=now)
            await asyncio.to_thread(erased.compact, coming)
            contents = await asyncio.to_thread(verify, coming)
            _settle(coming)
            kept = _set_aside(database_file, now)
            coming.replace(database_file)
        finally:
            # Whoever looks at it leaves an empty log beside it.
            for ending in ("", "-wal", "-shm"):
                coming.with_name(coming.name + ending).unlink(missing_ok=True)
        _settle(database_file.parent)
    return Restored(contents, kept, again)


def _begun(file: Path) -> Path:
    """Make the empty file in which a copy grows, for the owner alone; what a crash left of an earlier one goes."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    make_folder(file.parent)
    unfinished.unlink(missing_ok=True)
    make_file(unfinished)
    return unfinished


def _copy(source: Path, target: Path) -> None:
    """Copy a database into an empty file; raises Unsound when it cannot be read, OSError for a full disk."""
    try:
        with closing(reading(source)) as database:
            database.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.DatabaseError as error:
        raise Unsound(f"{source} cannot be copied: {error}") from None


def _set_aside(database_file: Path, now: datetime) -> Path | None:
    """Give a database that nobody works on another name, with what stands beside it; None when there is none."""
    if not database_file.exists():
        return None
    kept = database_file.with_name(f"{database_file.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    # Its log first goes into it, where that is possible: no moment is left at which one stands without the other.
    # One that is broken, which may be why it is replaced, is kept as it is.
    with closing(sqlite3.connect(database_file)) as database, suppress(sqlite3.DatabaseError):
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("", "-wal", "-shm"):
        part = database_file.with_name(database_file.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    return kept


def _settle(path: Path) -> None:
    """Wait until a file or folder is on the disk for good."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
