"""Files that their owner alone may read: the database and its copies hold names and phone numbers."""

import os
from collections.abc import Iterator
from pathlib import Path

from bot.base.settings import DATA

FILE_MODE = 0o600
FOLDER_MODE = 0o700
# What SQLite and the lock keep beside a database, under its name.
COMPANIONS = ("", "-wal", "-shm", "-journal", ".lock")


def make_folder(folder: Path) -> None:
    """Make a folder that its owner alone may enter; one that is there stays as it is, for it may be shared."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)


def make_file(file: Path) -> None:
    """Make an empty file for its owner alone; raises FileExistsError when there is one."""
    make_folder(file.parent)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def keep_to_owner(database_file: Path) -> None:
    """Make a database's file if it is missing, and take from others what an earlier run may have let them read.

    SQLite gives what it writes beside a database the mode of the database itself.
    """
    make_folder(database_file.parent)
    if database_file.parent.absolute() == DATA.absolute():
        # Our own folder; any other may be shared with somebody.
        _take_from_others(database_file.parent, FOLDER_MODE)
    if not database_file.exists():
        make_file(database_file)
    for file in beside(database_file):
        _take_from_others(file, FILE_MODE)


def _take_from_others(path: Path, mode: int) -> None:
    if path.stat().st_uid == os.geteuid():
        path.chmod(mode)


def beside(database_file: Path) -> Iterator[Path]:
    """Find the files of a database: its own, and what stands beside it under its name."""
    for ending in COMPANIONS:
        file = database_file.with_name(database_file.name + ending)
        if file.exists():
            yield file
