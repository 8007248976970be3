"""The running of the whole sandbox on this machine's loopback."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, Router

from bot.base.listener import serving
from bot.sandbox import page
from bot.sandbox.acts import passing_time
from bot.sandbox.web import control
from bot.sandbox.web.bot_api import answer_call, send_file
from bot.sandbox.web.loopback import LoopbackOnly
from bot.sandbox.world import World

TICK_SECONDS = 0.2
log = logging.getLogger(__name__)


def busy(port: int, error: OSError) -> str:
    """Say that a port cannot be used."""
    return f"Port {port} cannot be used ({error.strerror}). Set SANDBOX_PORT to another one."


def create_app(world: World) -> Starlette:
    """Return the sandbox as an ASGI application."""

    async def bot_api(request: Request) -> Response:
        return await answer_call(world, request)

    async def download(request: Request) -> Response:
        return await send_file(world, request)

    house = [*control.routes(world), *page.routes()]
    routes = [
        Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
        Mount("/", LoopbackOnly(Router(house))),
    ]
    return Starlette(routes=routes)


@asynccontextmanager
async def serve(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Run the sandbox in this loop; yields its address, and ends cleanly even while polls are open."""
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError("the sandbox listens on this machine's loopback alone")
    address = f"[{host}]" if ":" in host else host
    try:
        async with serving(create_app(world), host, port) as bound:
            world.open()
            living = asyncio.create_task(_live(world))
            try:
                yield f"http://{address}:{bound}"
            finally:
                world.close()
                living.cancel()
                with suppress(asyncio.CancelledError):
                    await living
    finally:
        world.store.close()


async def _live(world: World) -> None:
    """Do what is due and push to the webhook, until this is cancelled."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_tick(world))
        tasks.create_task(world.pusher.run())


async def _tick(world: World) -> None:
    """Do what is due, all the time; a failure is logged and the next round comes."""
    while True:
        try:
            passing_time.run_due(world)
        except Exception:
            log.exception("what was due could not be done")
        await asyncio.sleep(TICK_SECONDS)
