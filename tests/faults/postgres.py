"""A PostgreSQL server of our own, which may be stopped and whose connections may be cut."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from models.database import WRITERS_LOCK

# Debian keeps the server's own programs out of the PATH.
DEBIAN = Path("/usr/lib/postgresql")
FOUND = [found for found in (shutil.which("initdb"), *sorted(DEBIAN.glob("*/bin/initdb"), reverse=True)) if found]
PROGRAMS = Path(FOUND[0]).parent if FOUND else None
AS_POSTGRES = ("runuser", "-u", "postgres", "--")
# A commit that was answered must outlive the server, and does by what it hands to the system; a power cut is none
# of these stories.
OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off"
CUT = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE application_name = 'san-sang' AND xact_start IS NOT NULL
"""


@dataclass(frozen=True)
class Server:
    """A server with one empty database, in a folder of its own and without a port."""

    programs: Path
    folder: Path

    @property
    def url(self) -> str:
        """Where the database is."""
        return f"postgresql+asyncpg://postgres@/postgres?host={self.folder}"

    async def make(self) -> None:
        """Make the cluster; its language is Vietnamese."""
        language = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=vi")
        await self._run("initdb", "--username=postgres", "--auth=trust", "--no-sync", *language)

    async def start(self) -> None:
        """Start it, and wait until it takes connections."""
        log = f"--log={self.folder / 'log'}"
        await self._run("pg_ctl", "start", "--wait", "--silent", log, f"--options=-k {self.folder} {OPTIONS}")

    async def stop(self, mode: str) -> None:
        """Stop it: "fast" cuts connections and closes all in order, "immediate" is a crash."""
        await self._run("pg_ctl", "stop", "--wait", "--silent", f"--mode={mode}")

    async def empty(self) -> None:
        """Take everything out of the database."""
        connection = await self._connect()
        try:
            await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        finally:
            await connection.close()

    async def cut_transactions(self) -> int:
        """Cut the connections of the bot that are in the middle of a transaction; return how many they were."""
        connection = await self._connect()
        try:
            return int(await connection.fetchval(CUT))
        finally:
            await connection.close()

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        """Hold the lock under which the bot writes, as another program that writes would."""
        connection = await self._connect()
        try:
            await connection.execute(f"SELECT pg_advisory_lock({WRITERS_LOCK})")
            yield
        finally:
            await connection.close()

    async def _connect(self) -> asyncpg.Connection:
        return await asyncpg.connect(user="postgres", database="postgres", host=str(self.folder))

    async def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, which refuse to be root's."""
        process = await asyncio.create_subprocess_exec(
            *(AS_POSTGRES if os.geteuid() == 0 else ()),
            *(str(self.programs / program), f"--pgdata={self.folder / 'data'}", *arguments),
            cwd=self.folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
        )
        assert await process.wait() == 0, f"{program} {arguments[0]} failed"


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    """Run a server for as long as it is needed."""
    assert PROGRAMS is not None, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="faults-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = Server(PROGRAMS, folder)
    try:
        await server.make()
        await server.start()
        yield server
    finally:
        await server.stop("immediate")
        shutil.rmtree(folder)
