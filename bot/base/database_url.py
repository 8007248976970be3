"""The database's address, as it is set and as it may be shown."""

import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

from sqlalchemy.engine import URL, make_url

from models import libpq
from models.libpq import LARGEST_PORT, ParameterWrong

FILE = re.compile(r"sqlite\+aiosqlite:///[^:]")
SERVER = re.compile(r"postgresql\+asyncpg://[^/?#]*/[^/?#]+")
# What libpq calls such an address, and what services that host databases hand out.
LIBPQ = re.compile(r"postgres(ql)?://")
OURS = "postgresql+asyncpg://"


def understood(value: str) -> str:
    """Give a database's address as SQLAlchemy reads it.

    Raises ValueError for what is neither a file of SQLite nor a database of PostgreSQL, ParameterWrong for what stands
    behind its question mark. A database in memory would be another one for each connection.
    """
    url = LIBPQ.sub(OURS, value, count=1) if LIBPQ.match(value) else value
    if not (FILE.match(url) or SERVER.match(url)):
        raise ValueError("neither a file of SQLite nor a database of PostgreSQL")
    # Raises ValueError for a port that is no number.
    parts = make_url(url)
    if parts.port is not None and not 0 < parts.port <= LARGEST_PORT:
        raise ValueError("no such port")
    if FILE.match(url):
        _check_file(parts)
    else:
        libpq.check(parts.query)
    return url


def _check_file(parts: URL) -> None:
    for name, value in parts.query.items():
        if name != "timeout":
            raise ParameterWrong(f"the parameter {name[:40]!r} is not understood with SQLite. Leave it out")
        if not str(value).isdecimal():
            raise ParameterWrong("timeout must be a number of seconds")


def shown(url: str) -> str:
    """Give a database's address as it may be shown: without its passwords, also those behind the question mark."""
    return make_url(url).difference_update_query(libpq.SECRET).render_as_string(hide_password=True)


def passwords(url: str) -> Iterator[str]:
    """List the passwords in a database's address, as they are meant and as they may be written."""
    parts = make_url(url)
    given = [parts.password, *(parts.query.get(name) for name in libpq.SECRET)]
    for password in filter(None, given):
        for each in (password,) if isinstance(password, str) else password:
            yield from dict.fromkeys((each, quote(each, safe=""), quote_plus(each)))
