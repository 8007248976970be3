"""What a machine asks of the program: does it live, is it ready for work, and how much does it do."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.base.listener import serving
from bot.watching import metrics
from bot.watching.watch import Watch

log = structlog.get_logger(__name__)
# What is told here is nobody's business outside of the machine.
HOST = "127.0.0.1"
CONNECTIONS = 40


def routes(watch: Watch) -> Sequence[Route]:
    """Make the routes, to be served alone or beside others."""

    async def live(_request: Request) -> Response:
        """Answer: that alone shows that the loop turns."""
        return PlainTextResponse("alive\n")

    async def ready(_request: Request) -> Response:
        """Tell whether the database is written, Telegram answers and nothing is late; 503 when not."""
        look = await watch.look()
        found = [{"cause": finding.cause, "what": finding.what} for finding in look.findings]
        return JSONResponse({"ready": look.all_is_well, "found": found}, 200 if look.all_is_well else 503)

    async def count(_request: Request) -> Response:
        """Give the counters as Prometheus reads them, with what waits at this moment."""
        await watch.look()
        metrics.SILENCE.set(metrics.telegram_silence())
        return Response(generate_latest(metrics.REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/healthz", live), Route("/readyz", ready), Route("/metrics", count)]


@asynccontextmanager
async def served(watch: Watch, port: int | None, *, beside: Sequence[Route] = ()) -> AsyncIterator[int | None]:
    """Serve the routes on this machine alone; yields the port, None without one. Raises CannotListen.

    What is served `beside` them is for a reverse proxy to hand on.
    """
    if port is None:
        yield None
        return
    async with serving(Starlette(routes=[*routes(watch), *beside]), HOST, port, connections=CONNECTIONS) as listening:
        log.info("watched", port=listening)
        yield listening
