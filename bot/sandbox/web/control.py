"""The control API under /sandbox: acting as people, faults, the clock, and what happens as it happens."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.datastructures import Headers, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.acts import groups, inline, passing_time, writing
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.books import Report
from bot.sandbox.state.files import Upload
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.traffic.limits import FloodLimits, FloodRate
from bot.sandbox.web import overview
from bot.sandbox.world import World

Json = dict[str, Any]
Endpoint = Callable[[World, Request], Awaitable[Any]]
HEARTBEAT_SECONDS = 15.0
OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def routes(world: World) -> list[Route]:
    """Return the routes of the control API."""
    chat = "/sandbox/chats/{person_id:int}"
    table: list[tuple[str, str, Endpoint]] = [
        ("GET", "/sandbox/people", list_people),
        ("PUT", "/sandbox/people", put_people),
        ("GET", chat, show_chat),
        ("POST", f"{chat}/say", say),
        ("POST", f"{chat}/press", press),
        ("POST", f"{chat}/forge", forge),
        ("POST", f"{chat}/contact", share_contact),
        ("POST", f"{chat}/upload", upload),
        ("POST", f"{chat}/start", start),
        ("POST", f"{chat}/startgroup", start_in_group),
        ("POST", f"{chat}/groups", found_group),
        ("POST", f"{chat}/members", change_members),
        ("POST", f"{chat}/bot", move_bot),
        ("POST", f"{chat}/inline", ask_inline),
        ("POST", f"{chat}/choose", choose_inline),
        ("POST", f"{chat}/block", block),
        ("POST", f"{chat}/unblock", unblock),
        ("GET", "/sandbox/files/{file_id}", send_file),
        ("GET", "/sandbox/events", stream_events),
        ("GET", "/sandbox/clock", show_clock),
        ("POST", "/sandbox/clock", move_clock),
        ("GET", "/sandbox/faults", list_faults),
        ("POST", "/sandbox/faults", add_fault),
        ("DELETE", "/sandbox/faults", clear_faults),
        ("POST", "/sandbox/limits", set_limits),
        ("GET", "/sandbox/counters", show_counters),
        ("GET", "/sandbox/books", show_books),
        ("PUT", "/sandbox/books", put_books),
        ("POST", "/sandbox/kill", kill_bot),
        ("GET", "/sandbox/health", show_health),
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


class LoopbackOnly:
    """Refuse requests that name another host, and changes that another site's page asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403, or pass the request on."""
        if scope["type"] == "http" and (refusal := _foreign(scope["method"], Headers(scope=scope))):
            await JSONResponse({"error": refusal}, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _foreign(method: str, headers: Headers) -> str | None:
    host = headers.get("host", "")
    name, colon, port = host.rpartition(":")
    if (name if colon and port.isdigit() else host) not in OWN_HOSTS:
        return "The sandbox answers on this machine's own addresses only."
    if method in ("GET", "HEAD"):
        return None
    is_own = headers.get("origin", f"http://{host}") == f"http://{host}"
    if not is_own or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "Only the sandbox's own page may change anything."
    return None


async def read_body(request: Request) -> Json:
    """Return the JSON object of a request; an empty body is an empty one."""
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        raise SandboxError("The request's body is not JSON.") from None
    if not isinstance(body, dict):
        raise SandboxError("The request's body is not a JSON object.")
    return body


def need(body: Json, name: str, kind: type) -> Any:
    """Return a field of a request; raises SandboxError when it is missing or of another kind."""
    value = body.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise SandboxError(f"The field “{name}” is needed, as {kind.__name__}.")
    return value


def may(body: Json, name: str, kind: type) -> Any:
    """Return a field of a request, or None when it is not given."""
    return None if body.get(name) is None else need(body, name, kind)


async def list_people(world: World, _request: Request) -> list[Json]:
    """Return the cast as the page lists it."""
    return overview.list_people(world)


async def put_people(world: World, request: Request) -> Json:
    """Add people, or replace what is known of them."""
    try:
        given = json.loads(await request.body())
    except ValueError:
        raise SandboxError("The request's body is not JSON.") from None
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise SandboxError("A list of people is needed.")
    world.add_people([TelegramUser.from_dict(each) for each in given])
    return {"people": len(given)}


async def show_chat(world: World, request: Request) -> Json:
    """Return a chat as one of its people sees it; it counts as read from now on."""
    chat_id = request.query_params.get("chat_id")
    if chat_id is not None and not chat_id.lstrip("-").isdigit():
        raise SandboxError("The chat_id is no number.")
    return overview.show_chat(world, _person(request), int(chat_id) if chat_id else None)


async def say(world: World, request: Request) -> Json:
    """Write a message."""
    body = await read_body(request)
    text, chat_id = need(body, "text", str), may(body, "chat_id", int)
    return {"message_id": writing.say(world, _person(request), text, chat_id, may(body, "reply_to", int))}


async def press(world: World, request: Request) -> Json:
    """Tap the inline button at a row and column, counted from 0."""
    body = await read_body(request)
    message_id, row, column = (need(body, name, int) for name in ("message_id", "row", "column"))
    chat_id = may(body, "chat_id", int)
    return {"query_id": writing.press_at(world, _person(request), message_id, row, column, chat_id)}


async def forge(world: World, request: Request) -> Json:
    """Send any callback data."""
    body = await read_body(request)
    message_id, data = need(body, "message_id", int), need(body, "data", str)
    return {"query_id": writing.forge(world, _person(request), message_id, data, may(body, "chat_id", int))}


async def share_contact(world: World, request: Request) -> Json:
    """Share the phone number, or somebody else's card."""
    body = await read_body(request)
    return {"message_id": writing.share_contact(world, _person(request), may(body, "of", int))}


async def upload(world: World, request: Request) -> Json:
    """Send photos or documents; several are an album."""
    async with request.form() as form:
        files = [await _read_file(each) for each in form.getlist("file") if isinstance(each, UploadFile)]
        kind, caption = "photo" if form.get("kind") == "photo" else "document", str(form.get("caption") or "")
        numbers = {name: str(form.get(name) or "") for name in ("chat_id", "reply_to")}
    if not files:
        raise SandboxError("A file is needed.")
    chat_id, reply_to = (int(each) if each.lstrip("-").isdigit() else None for each in numbers.values())
    return {"message_ids": writing.upload(world, _person(request), files, kind, caption, chat_id, reply_to)}


async def _read_file(file: UploadFile) -> Upload:
    return Upload(file.filename or "file", await file.read(), file.content_type or "application/octet-stream")


async def start(world: World, request: Request) -> Json:
    """Open the bot by its link and press START."""
    body = await read_body(request)
    return {"message_id": writing.open_link(world, _person(request), may(body, "payload", str) or "")}


async def start_in_group(world: World, request: Request) -> Json:
    """Open the bot by its startgroup link in a group."""
    body = await read_body(request)
    chat_id, payload = need(body, "chat_id", int), may(body, "payload", str) or ""
    return {"message_id": groups.open_link(world, _person(request), chat_id, payload)}


async def found_group(world: World, request: Request) -> Json:
    """Found a group of this person and others; the bot is in it only if asked for."""
    body = await read_body(request)
    title, others = need(body, "title", str), [each for each in need(body, "members", list) if isinstance(each, int)]
    with_bot = bool(may(body, "with_bot", bool))
    return {"chat_id": groups.create(world, title, [_person(request), *others], with_bot=with_bot)}


async def change_members(world: World, request: Request) -> Json:
    """Add people to a group, or take one out; who takes themselves out leaves."""
    body, person_id = await read_body(request), _person(request)
    chat_id = need(body, "chat_id", int)
    for each in may(body, "add", list) or []:
        groups.add_member(world, chat_id, each, person_id)
    if (removed := may(body, "remove", int)) is not None:
        groups.remove_member(world, chat_id, removed, person_id)
    return {"members": world.members(chat_id)}


async def move_bot(world: World, request: Request) -> Json:
    """Put the bot into a group, or out of it."""
    body = await read_body(request)
    chat_id, present = need(body, "chat_id", int), need(body, "present", bool)
    (groups.add_bot if present else groups.kick_bot)(world, chat_id, _person(request))
    return {"present": present}


async def ask_inline(world: World, request: Request) -> Json:
    """Type an inline query; the results come as an event."""
    body = await read_body(request)
    query, offset = need(body, "query", str), may(body, "offset", str) or ""
    return {"query_id": inline.ask(world, _person(request), query, offset, may(body, "chat_id", int))}


async def choose_inline(world: World, request: Request) -> Json:
    """Send one of an inline query's results."""
    body = await read_body(request)
    query_id, result_id = need(body, "query_id", str), need(body, "result_id", str)
    chat_id = may(body, "chat_id", int)
    return {"message_id": inline.choose(world, _person(request), query_id, result_id, chat_id)}


async def block(world: World, request: Request) -> Json:
    """Stop the bot."""
    writing.set_blocked(world, _person(request), blocked=True)
    return {"blocked": True}


async def unblock(world: World, request: Request) -> Json:
    """Let the bot write again."""
    writing.set_blocked(world, _person(request), blocked=False)
    return {"blocked": False}


async def send_file(world: World, request: Request) -> Response:
    """Return a file's bytes; only images are shown in place, for a page may not run what people send."""
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


async def show_clock(world: World, _request: Request) -> Json:
    """Return the sandbox's time."""
    return passing_time.show_clock(world)


async def move_clock(world: World, request: Request) -> Json:
    """Move the clock forward, and do what has become due."""
    seconds = (await read_body(request)).get("advance")
    if not isinstance(seconds, (int, float)) or isinstance(seconds, bool) or seconds < 0:
        raise SandboxError("The field “advance” is needed, as a number of seconds, not below 0.")
    passing_time.advance(world, seconds)
    return passing_time.show_clock(world)


async def list_faults(world: World, _request: Request) -> list[Json]:
    """Return the active faults."""
    return world.faults.as_list()


async def add_fault(world: World, request: Request) -> list[Json]:
    """Let something go wrong."""
    body = await read_body(request)
    try:
        world.faults.add(Fault(**body))
    except TypeError:
        raise SandboxError("A fault has a kind, and may have a method, a chat_id, times and seconds.") from None
    return world.faults.as_list()


async def clear_faults(world: World, request: Request) -> list[Json]:
    """Let nothing go wrong any more, or nothing of the kind that is named."""
    world.faults.clear(request.query_params.get("kind"))
    return world.faults.as_list()


async def set_limits(world: World, request: Request) -> Json:
    """Let Telegram take so many messages a second in all, as it does from bots that pay for it."""
    body = await read_body(request)
    everywhere = need(body, "everywhere", int)
    if everywhere < 1:
        raise SandboxError("The field “everywhere” is needed, as a number of messages a second above 0.")
    world.limits = FloodLimits(everywhere=FloodRate(everywhere, everywhere))
    return {"everywhere": everywhere}


async def show_counters(world: World, _request: Request) -> Json:
    """Return what has been counted."""
    return overview.show_counters(world)


async def show_books(world: World, _request: Request) -> Json:
    """Return what people did, what the bot's side says became of it, and whether that balances."""
    return world.books.as_json(world.counters["sent"])


async def put_books(world: World, request: Request) -> Json:
    """Take the report of whoever keeps the bot; the answer says whether somebody wants the bot killed."""
    report, before = Report.from_dict(await read_body(request)), world.books.outcome()
    wanted = world.books.take(report)
    if (after := world.books.outcome()) != before:
        world.events.publish("books", **after)
    return {"kill": wanted}


async def kill_bot(world: World, _request: Request) -> Json:
    """Have the bot killed by whoever keeps it."""
    world.books.ask_to_kill()
    return {"state": "restarting"}


async def show_health(world: World, _request: Request) -> Json:
    """Return that it runs, and for which bot."""
    return {"ok": True, "token_hint": f"{world.bot_id}:…{world.token[-2:]}"}


def _person(request: Request) -> int:
    return int(request.path_params["person_id"])
