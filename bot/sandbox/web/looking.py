"""Looking at the world: its people, a chat, a file, and everything that happens as it happens."""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.sandbox.errors import SandboxError
from bot.sandbox.web import overview
from bot.sandbox.web.fields import person_of
from bot.sandbox.world import World

Json = dict[str, Any]
HEARTBEAT_SECONDS = 15.0


async def list_people(world: World, _request: Request) -> list[Json]:
    """Return the cast as the page lists it."""
    return overview.list_people(world)


async def show_chat(world: World, request: Request) -> Json:
    """Return a chat as one of its people sees it, and count it as read."""
    chat_id = request.query_params.get("chat_id")
    if chat_id is not None and not chat_id.lstrip("-").isdigit():
        raise SandboxError("The chat_id is no number.")
    return overview.show_chat(world, person_of(request), int(chat_id) if chat_id else None)


async def send_file(world: World, request: Request) -> Response:
    """Return a file's bytes. Only images are shown in place, so that the page runs nothing that people send."""
    stored = world.files.known.get(request.path_params["file_id"])
    if stored is None:
        return JSONResponse({"error": "There is no such file."}, 404)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    if stored.mime not in ("image/png", "image/jpeg"):
        headers["Content-Disposition"] = "attachment"
    return Response(world.files.contents[stored.file_id], media_type=stored.mime, headers=headers)


async def stream_events(world: World, _request: Request) -> Response:
    """Return what happens, as Server-Sent Events."""
    return StreamingResponse(_events(world), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _events(world: World) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    async for event in world.events.listen(HEARTBEAT_SECONDS):
        if event is None:
            yield ": still here\n\n"
        else:
            yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"


async def show_counters(world: World, _request: Request) -> Json:
    """Return what has been counted."""
    return overview.show_counters(world)


async def show_health(world: World, _request: Request) -> Json:
    """Return that it runs, and for which bot."""
    return {"ok": True, "token_hint": f"{world.bot_id}:…{world.token[-2:]}"}
