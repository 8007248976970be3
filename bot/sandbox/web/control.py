"""The control API under /sandbox: acting as people, faults, the clock, and what happens as it happens."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.errors import SandboxError
from bot.sandbox.web import forums, looking, playing, running
from bot.sandbox.world import World

Endpoint = Callable[[World, Request], Awaitable[Any]]


def routes(world: World) -> list[Route]:
    """Return the routes of the control API."""
    chat = "/sandbox/chats/{person_id:int}"
    table: list[tuple[str, str, Endpoint]] = [
        ("GET", "/sandbox/people", looking.list_people),
        ("PUT", "/sandbox/people", running.put_people),
        ("GET", chat, looking.show_chat),
        ("POST", f"{chat}/say", playing.say),
        ("POST", f"{chat}/press", playing.press),
        ("POST", f"{chat}/forge", playing.forge),
        ("POST", f"{chat}/contact", playing.share_contact),
        ("POST", f"{chat}/upload", playing.upload),
        ("POST", f"{chat}/location", playing.share_place),
        ("POST", f"{chat}/edit", playing.edit),
        ("POST", f"{chat}/start", playing.start),
        ("POST", f"{chat}/startgroup", playing.start_in_group),
        ("POST", f"{chat}/groups", playing.found_group),
        ("POST", f"{chat}/channels", playing.found_channel),
        ("POST", f"{chat}/channel", playing.move_bot_of_channel),
        ("POST", f"{chat}/members", playing.change_members),
        ("POST", f"{chat}/bot", playing.move_bot),
        ("POST", f"{chat}/upgrade", forums.upgrade),
        ("POST", f"{chat}/forum", forums.set_forum),
        ("POST", f"{chat}/rights", forums.set_rights),
        ("POST", f"{chat}/topic", forums.act_on_topic),
        ("POST", f"{chat}/inline", playing.ask_inline),
        ("POST", f"{chat}/choose", playing.choose_inline),
        ("POST", f"{chat}/block", playing.block),
        ("POST", f"{chat}/unblock", playing.unblock),
        ("GET", "/sandbox/files/{file_id}", looking.send_file),
        ("GET", "/sandbox/events", looking.stream_events),
        ("GET", "/sandbox/clock", running.show_clock),
        ("POST", "/sandbox/clock", running.move_clock),
        ("GET", "/sandbox/faults", running.list_faults),
        ("POST", "/sandbox/faults", running.add_fault),
        ("DELETE", "/sandbox/faults", running.clear_faults),
        ("POST", "/sandbox/limits", running.set_limits),
        ("GET", "/sandbox/counters", looking.show_counters),
        ("GET", "/sandbox/books", running.show_books),
        ("PUT", "/sandbox/books", running.put_books),
        ("POST", "/sandbox/kill", running.kill_bot),
        ("GET", "/sandbox/health", looking.show_health),
    ]
    return [Route(path, _endpoint(world, act), methods=[method]) for method, path, act in table]


def _endpoint(world: World, act: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """Give an act the world, and answer in JSON what it returns or why it can't be done."""

    async def endpoint(request: Request) -> Response:
        try:
            result = await act(world, request)
        except SandboxError as refusal:
            return JSONResponse({"error": str(refusal)}, 400)
        return result if isinstance(result, Response) else JSONResponse(result)

    return endpoint
