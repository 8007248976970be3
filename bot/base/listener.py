"""An HTTP server inside the program's own loop, for as long as it is needed."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from typing import cast

import uvicorn
from starlette.applications import Starlette

from bot.base.visitors import BODY_SECONDS, HEAD_SECONDS, Places, Visitor

# How long requests under way may take to their end, in seconds.
GRACE = 3
# At such a tick uvicorn writes a new date for the heads of its answers.
NEW_DATE = 0
SECOND = 1.0
# Telegram has at most a hundred connections to a webhook, and a reverse proxy not many more.
CONNECTIONS = 400


class CannotListen(OSError):
    """An address or a port cannot be used; `filename` says which."""

    def __str__(self) -> str:
        return f"{self.filename} cannot be used ({self.strerror})."


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers, which belong to the program that embeds it, and without its waits.

    It would look ten times a second whether to end, and rest for as long at the end though nothing is under way.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.leaving = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        while not self.leaving.is_set():
            await self.on_tick(NEW_DATE)
            with suppress(TimeoutError):
                await asyncio.wait_for(self.leaving.wait(), SECOND)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        state = self.server_state
        for server in self.servers:
            server.close()
        for connection in list(state.connections):
            connection.shutdown()
        if state.tasks:
            _, late = await asyncio.wait(state.tasks, timeout=GRACE)
            for task in late:
                task.cancel()
        # What was written and the ends of connections are on their way with the loop's next turn.
        await asyncio.sleep(0)


@asynccontextmanager
async def serving(
    app: Starlette,
    host: str,
    port: int,
    *,
    connections: int = CONNECTIONS,
    head_seconds: float = HEAD_SECONDS,
    body_seconds: float = BODY_SECONDS,
) -> AsyncIterator[int]:
    """Serve until the block ends; yields the port, a free one for 0. Raises CannotListen.

    Of `connections` there are never more, and none lasts that takes too long to say what it wants.
    """
    listener = _listen(host, port)
    visitor = partial(Visitor, places=Places(connections), head_seconds=head_seconds, body_seconds=body_seconds)
    config = uvicorn.Config(
        app,
        http=cast("type[asyncio.Protocol]", visitor),
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=60,
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    starting = asyncio.create_task(server.ready.wait())
    await asyncio.wait((running, starting), return_when=asyncio.FIRST_COMPLETED)
    try:
        yield listener.getsockname()[1]
    finally:
        starting.cancel()
        server.leaving.set()
        await running


def _listen(host: str, port: int) -> socket.socket:
    """Bind a socket to an address; raises CannotListen.

    asyncio switches Nagle's delay off only for sockets that name TCP as their protocol; with it, each answer would
    take 40 ms.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotListen(error.errno, error.strerror, f"{host}, port {port},") from None
    return listener
