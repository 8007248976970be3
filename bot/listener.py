"""An HTTP server inside the program's own loop, for as long as it is needed."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette

# How long requests under way may take to their end, in seconds.
GRACE = 3


class CannotListen(OSError):
    """An address or a port cannot be used; `filename` says which."""

    def __str__(self) -> str:
        return f"{self.filename} cannot be used ({self.strerror})."


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers, which belong to the program that embeds it."""

    ready: asyncio.Event

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def serving(app: Starlette, host: str, port: int) -> AsyncIterator[int]:
    """Serve until the block ends; yields the port, a free one for 0. Raises CannotListen."""
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        http="h11",
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=60,
        timeout_graceful_shutdown=GRACE,
    )
    server = _Server(config)
    server.ready = asyncio.Event()
    running = asyncio.create_task(server.serve(sockets=[listener]))
    starting = asyncio.create_task(server.ready.wait())
    await asyncio.wait((running, starting), return_when=asyncio.FIRST_COMPLETED)
    try:
        yield listener.getsockname()[1]
    finally:
        starting.cancel()
        server.should_exit = True
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
