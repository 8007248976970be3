"""The database at a start: what keeps it from being used is said on one line.

The exit code is that of a wrong setting where starting again cannot help.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from bot.base.lock import only_one
from bot.base.migrate import NEWEST, file_of, migrate
from bot.base.settings import Settings
from bot.base.shared_locks import TROUBLE
from bot.commands import console
from bot.commands.console import FAILED, WRONG_SETTING
from bot.watching.tracebacks import in_short

# What passes by itself, or as soon as there is room (https://www.sqlite.org/rescode.html).
PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_NOMEM")
PASSING_OF_SYSTEM = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE)
NEWER = "a newer version made it. Install that version, or restore a backup"
FOREIGN = "it is another program's. Name another file in DATABASE_URL"
# A column or a table that is not there (https://www.postgresql.org/docs/15/errcodes-appendix.html).
UNKNOWN_NAMES = ("42703", "42P01")


# What to do about what SQLite says, by its name for it, and about what the system says.
REMEDY = {
    "SQLITE_NOTADB": "Name another file in DATABASE_URL, or restore a backup",
    "SQLITE_CORRUPT": "Restore a backup; `python -m bot doctor` says what is damaged",
    "SQLITE_CANTOPEN": "It must be a file that this user may read and write, in a folder where it may make others",
    "SQLITE_READONLY": "This user must be able to write the file and its folder",
    "SQLITE_FULL": "Make room on its disk",
    "SQLITE_IOERR": "Look whether its disk has room and is well",
    "SQLITE_BUSY": "End the program that keeps it",
    "SQLITE_LOCKED": "End the program that keeps it",
    "SQLITE_ERROR": "`python -m bot doctor` says what it lacks",
}
REMEDY_OF_SYSTEM = {
    errno.EACCES: "This user must be able to write there",
    errno.EPERM: "This user must be able to write there",
    errno.EROFS: "This user must be able to write there",
    errno.EEXIST: "There is a file where its folder should be: move it away",
    errno.ENOTDIR: "There is a file where its folder should be: move it away",
    errno.ENOSPC: "Make room on its disk",
    errno.EDQUOT: "Make room on its disk",
}
ANOTHERS = "Look whether the address, the name and the password in DATABASE_URL are right, and whether the server runs"


class NotOurs(Exception):
    """The database holds another program's tables."""


@dataclass(frozen=True)
class StartTrouble:
    """Why a database cannot be used and what to do, in words for one line; `passes` where another start may help."""

    words: str
    passes: bool

    @property
    def code(self) -> int:
        """Tell with which code the program ends."""
        return FAILED if self.passes else WRONG_SETTING


@contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Keep other programs away from a database's file; raises AlreadyRunning, or ends where it cannot be locked."""
    with ExitStack() as stack:
        try:
            stack.enter_context(only_one(file))
        except OSError as error:
            raise _ended(_of_system(str(file), error)) from None
        yield


async def make_ready(settings: Settings, *, to: str = NEWEST) -> None:
    """Bring the database to a step, the newest by default, or say what keeps it from that and end.

    Raises CommandError for another step than the newest that cannot be reached.
    """
    try:
        if (file := file_of(settings.database)) is not None and file.exists():
            _look_at(file)
        await migrate(settings.database, to=to)
    except CommandError:
        if to != NEWEST:
            raise
        raise _ended(_lasting(settings.database_shown, NEWER)) from None
    except NotOurs:
        raise _ended(_lasting(settings.database_shown, FOREIGN)) from None
    except (*TROUBLE, sqlite3.Error) as error:
        raise refused(settings, error) from None


def refused(settings: Settings, error: Exception) -> typer.Exit:
    """Say why the database cannot be used, on one line; to be raised."""
    return _ended(trouble(settings, error))


def trouble(settings: Settings, error: Exception) -> StartTrouble:
    """Say what an error of the database's means for a start."""
    shown = settings.database_shown
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(shown, cause)
    if isinstance(error, OSError) and not settings.on_server:
        return _of_system(shown, error)
    words = in_short(error).partition("\n")[0]
    if getattr(cause, "sqlstate", None) in UNKNOWN_NAMES:
        return _lasting(shown, f"{words}. {REMEDY['SQLITE_ERROR']}")
    return StartTrouble(_words(shown, f"{words}. {ANOTHERS}"), passes=True)


def _look_at(file: Path) -> None:
    """Open a file before anything is done to it; raises sqlite3.Error where it is none of SQLite's, and NotOurs."""
    with closing(sqlite3.connect(file)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables and "alembic_version" not in tables:
        raise NotOurs


def _of_sqlite(shown: str, error: sqlite3.Error) -> StartTrouble:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    remedy = next((remedy for begin, remedy in REMEDY.items() if name.startswith(begin)), REMEDY["SQLITE_ERROR"])
    return StartTrouble(_words(shown, f"{error}. {remedy}"), passes=name.startswith(PASSING))


def _of_system(shown: str, error: OSError) -> StartTrouble:
    words = f"{error.strerror}. {REMEDY_OF_SYSTEM.get(error.errno or 0, REMEDY['SQLITE_CANTOPEN'])}"
    return StartTrouble(_words(shown, words), passes=error.errno in PASSING_OF_SYSTEM)


def _lasting(shown: str, why: str) -> StartTrouble:
    return StartTrouble(_words(shown, why), passes=False)


def _words(shown: str, why: str) -> str:
    return f"The database {shown} cannot be used: {why}."


def _ended(found: StartTrouble) -> typer.Exit:
    return console.end(found.words, found.code)
