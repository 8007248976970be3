"""One program at a time over one SQLite file."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.base.private import make_folder


class AlreadyRunning(Exception):
    """Another program works on the same database."""


@contextmanager
def only_one(database_file: Path) -> Iterator[None]:
    """Hold a lock file beside the database; raises AlreadyRunning when another program holds it.

    The lock ends with the process, however it ends.
    """
    path = database_file.with_name(database_file.name + ".lock")
    make_folder(path.parent)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Another Sẵn Sàng works on {database_file}; two would send everything twice."
            ) from None
        yield
