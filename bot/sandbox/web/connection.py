"""Closing a client's connection without an answer, as a network does when it breaks."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response


async def drop(request: Request) -> Response:
    """Abort the connection under a request; the returned answer goes nowhere.

    uvicorn keeps the connection behind the request's `receive`; other servers are not supported.
    """
    cycle = getattr(request.receive, "__self__", None)
    transport = getattr(cycle, "transport", None)
    if not isinstance(transport, asyncio.Transport):
        raise TypeError("a connection can only be dropped under uvicorn")
    transport.abort()
    while (await request.receive())["type"] != "http.disconnect":
        continue
    return Response()
