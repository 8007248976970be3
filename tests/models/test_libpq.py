"""PostgreSQL's address is understood as libpq means it, and no password in it is shown.

A listener of our own takes down what a client asks of a server, and then refuses it.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.base import database_url
from bot.base.migrate import migrate
from bot.base.shared_locks import SharedLocks
from models import libpq
from models.database import opened
from models.libpq import ParameterWrong

ASKS_FOR_TLS = 80877103
Hear = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
REFUSED = b"SFATAL\0C28P01\0Mgo away\0\0"
HERE = "postgresql+asyncpg://bot:hoa-sen-7@127.0.0.1:{port}/network"


@dataclass
class Heard:
    """What clients asked for: whether TLS, and with which parameters they began."""

    port: int = 0
    tls: int = 0
    begun: list[dict[str, str]] = field(default_factory=list)

    async def hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                length = int.from_bytes(await reader.readexactly(4))
                content = await reader.readexactly(length - 4)
                if int.from_bytes(content[:4]) == ASKS_FOR_TLS:
                    self.tls += 1
                    writer.write(b"N")
                    continue
                words = content[4:].decode().split("\0")
                self.begun.append(dict(zip(words[::2], words[1::2], strict=False)))
                writer.write(b"E" + (len(REFUSED) + 4).to_bytes(4) + REFUSED)
                break
        except asyncio.IncompleteReadError:
            pass


@asynccontextmanager
async def serving(hear: Hear) -> AsyncIterator[int]:
    """Let clients in on a free port, and wait at the end until each of them has gone."""
    talks: list[asyncio.Task[None] | None] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.append(asyncio.current_task())
        try:
            await hear(reader, writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]
        async with asyncio.timeout(10):
            await asyncio.gather(*filter(None, talks))


@asynccontextmanager
async def listening() -> AsyncIterator[Heard]:
    heard = Heard()
    async with serving(heard.hear) as heard.port:
        yield heard


async def try_out(heard: Heard, query: str) -> DBAPIError:
    """Connect by an address with this query; return by what it ended."""
    url = database_url.understood(HERE.format(port=heard.port) + query)
    async with opened(url) as database:
        with pytest.raises(DBAPIError) as ended:
            await database.reader.connect()
    return ended.value


@pytest.mark.parametrize(
    ("query", "asked", "begun"),
    [
        ("", 1, 1),
        ("?sslmode=prefer", 1, 1),
        ("?sslmode=disable", 0, 1),
        ("?sslmode=require", 1, 0),
        ("?ssl=require", 1, 0),
        ("?sslmode=verify-full&sslrootcert=system", 1, 0),
        ("?sslmode=disable&channel_binding=prefer&gssencmode=disable", 0, 1),
    ],
)
async def test_tls_is_asked_for_as_the_address_says(query: str, asked: int, begun: int) -> None:
    async with listening() as heard:
        await try_out(heard, query)

    assert (heard.tls, len(heard.begun)) == (asked, begun)


async def test_a_server_without_tls_is_refused_where_it_is_required() -> None:
    async with listening() as heard:
        ended = await try_out(heard, "?sslmode=require")

    assert "rejected SSL upgrade" in str(ended)
    assert "hoa-sen-7" not in str(ended)


async def test_a_name_of_the_program_and_options_are_handed_over() -> None:
    async with listening() as heard:
        await try_out(heard, "?sslmode=disable&application_name=mang-luoi&options=-c%20search_path%3Dours")
        await try_out(heard, "?sslmode=disable")

    named, plain = heard.begun
    assert (named["application_name"], named["options"]) == ("mang-luoi", "-c search_path=ours")
    assert (named["user"], named["database"], named["timezone"]) == ("bot", "network", "UTC")
    assert plain["application_name"] == "san-sang"
    assert "options" not in plain


async def test_a_password_may_stand_behind_the_question_mark() -> None:
    async with listening() as heard:
        address = f"postgres://127.0.0.1:{heard.port}/network?user=an&password=hoa-sen-7&sslmode=disable"
        url = database_url.understood(address)
        with pytest.raises(DBAPIError, match="go away"):
            await migrate(url)

    assert heard.begun[0]["user"] == "an"
    assert database_url.shown(url) == f"postgresql+asyncpg://127.0.0.1:{heard.port}/network?sslmode=disable&user=an"
    assert list(database_url.passwords(url)) == ["hoa-sen-7"]


async def test_steps_and_locks_connect_in_the_same_way() -> None:
    async with listening() as heard:
        url = database_url.understood(HERE.format(port=heard.port) + "?sslmode=require&application_name=mang-luoi")
        with pytest.raises(DBAPIError, match="SSL"):
            await migrate(url)
        locks = SharedLocks(url, alone=True)
        with pytest.raises(DBAPIError, match="SSL"):
            await locks.keep()
        await locks.close()

        plain = SharedLocks(url.replace("require", "disable"), alone=True)
        with pytest.raises(DBAPIError, match="go away"):
            await plain.keep()
        await plain.close()

    assert heard.tls == 2
    assert [each["application_name"] for each in heard.begun] == ["san-sang-locks"]


async def test_a_time_limit_ends_the_waiting_for_a_server_that_says_nothing() -> None:
    async def nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with serving(nothing) as port:
        url = database_url.understood(HERE.format(port=port) + "?sslmode=disable&connect_timeout=1")
        engine = create_async_engine(url, connect_args={"async_creator_fn": libpq.connect, "timeout": 600})
        async with asyncio.timeout(10):
            with pytest.raises(DBAPIError, match="TimeoutError"):
                await engine.connect()
        await engine.dispose()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("sslmode=requir", "sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full"),
        ("channel_binding=require", "channel_binding must be one of prefer, disable"),
        ("target_session_attrs=primry", "target_session_attrs must be one of any, primary, "),
        ("connect_timeout=soon", "connect_timeout must be a whole number"),
        ("pgbouncer=true", "the parameter 'pgbouncer' is not understood. Leave it out"),
        ("port=70000", "port must be a port from 1 to 65535"),
        ("sslmode=verify-full", "sslmode needs sslrootcert, a file of certificates, or the word system"),
        ("sslmode=verify-ca&sslrootcert=/nowhere/root.crt", "sslrootcert cannot be read: No such file or directory"),
        ("sslcert=/nowhere/bot.crt", "sslcert cannot be read: No such file or directory"),
        ("sslkey=/nowhere/bot.key", "sslkey needs sslcert beside it"),
    ],
)
def test_a_parameter_that_cannot_be_kept_is_named(
    query: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    with pytest.raises(ParameterWrong) as wrong:
        database_url.understood(f"postgresql://bot:hoa-sen-7@db/network?password=hoa-sen-8&{query}")

    assert str(wrong.value).startswith(said)
    assert "hoa-sen" not in str(wrong.value)


def test_a_file_that_holds_no_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "root.crt").write_text("not a certificate")

    with pytest.raises(ParameterWrong, match="sslrootcert is no certificate that can be read"):
        database_url.understood(f"postgresql://db/network?sslmode=verify-ca&sslrootcert={tmp_path / 'root.crt'}")


def test_the_certificates_of_the_system_are_a_file_that_can_be_read() -> None:
    paths = ssl.get_default_verify_paths()

    database_url.understood(f"postgresql://db/network?sslmode=verify-full&sslrootcert={paths.openssl_cafile}")
    database_url.understood("postgresql://db/network?sslmode=verify-full&sslrootcert=system")


def test_a_file_of_sqlite_takes_a_timeout_and_nothing_else() -> None:
    assert database_url.understood("sqlite+aiosqlite:///a.db?timeout=5") == "sqlite+aiosqlite:///a.db?timeout=5"
    for query, said in (("sslmode=require", "'sslmode' is not understood with SQLite"), ("timeout=x", "timeout must")):
        with pytest.raises(ParameterWrong, match=said):
            database_url.understood(f"sqlite+aiosqlite:///a.db?{query}")
