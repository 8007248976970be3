"""The database at a start: what keeps it from being used is said on one line.

The exit code is that of a wrong setting where starting again cannot help.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import typer
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from bot.base.lock import only_one
from bot.base.migrate import NEWEST, file_of, migrate
from bot.base.settings import Settings
from bot.commands import console
from bot.commands.console import FAILED, WRONG_SETTING
from bot.watching.tracebacks import in_short

# What passes by itself, or as soon as there is room (https://www.sqlite.org/rescode.html).
PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_NOMEM")
PASSING_OF_SYSTEM = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE)
NEWER = "a newer version made it. Install that version, or restore a backup"
FOREIGN = "it is another program's"


class NotOurs(Exception):
    """The database holds another program's tables."""


@contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Keep other programs away from a database's file; raises AlreadyRunning, or ends where it cannot be locked."""
    with ExitStack() as stack:
        try:
            stack.enter_context(only_one(file))
        except OSError as error:
            raise _refused_by_system(str(file), error) from None
        yield


async def make_ready(settings: Settings, *, to: str = NEWEST) -> None:
    """Bring the database to a step, the newest by default, or say what keeps it from that and end.

    Raises CommandError for another step than the newest that cannot be reached.
    """
    shown = settings.database_shown
    try:
        if (file := file_of(settings.database)) is not None and file.exists():
            _look_at(file)
        await migrate(settings.database, to=to)
    except CommandError:
        if to != NEWEST:
            raise
        raise _unusable(shown, NEWER, WRONG_SETTING) from None
    except NotOurs:
        raise _unusable(shown, FOREIGN, WRONG_SETTING) from None
    except sqlite3.Error as error:
        raise _refused_by_sqlite(shown, error) from None
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _refused_by_sqlite(shown, error.orig) from None
        raise _unusable(shown, in_short(error).partition("\n")[0], FAILED) from None
    except OSError as error:
        if settings.on_server:
            raise _unusable(shown, in_short(error), FAILED) from None
        raise _refused_by_system(shown, error) from None


def _look_at(file: Path) -> None:
    """Open a file before anything is done to it; raises sqlite3.Error where it is none of SQLite's, and NotOurs."""
    with closing(sqlite3.connect(file)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables and "alembic_version" not in tables:
        raise NotOurs


def _refused_by_sqlite(shown: str, error: sqlite3.Error) -> typer.Exit:
    passes = error.sqlite_errorname.startswith(PASSING)
    return _unusable(shown, str(error), FAILED if passes else WRONG_SETTING)


def _refused_by_system(shown: str, error: OSError) -> typer.Exit:
    passes = error.errno in PASSING_OF_SYSTEM
    return _unusable(shown, str(error.strerror), FAILED if passes else WRONG_SETTING)


def _unusable(shown: str, why: str, code: int) -> typer.Exit:
    return console.end(f"The database {shown} cannot be used: {why}.", code)
