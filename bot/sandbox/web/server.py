"""The Bot API over HTTP, and the running of the whole sandbox on this machine's loopback."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, Router

from bot.listener import serving
from bot.sandbox import page
from bot.sandbox.acts import passing_time
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.methods import call
from bot.sandbox.state.files import MAX_UPLOAD, Upload
from bot.sandbox.traffic.faults import FOREIGN, REFUSALS, Fault
from bot.sandbox.web import control
from bot.sandbox.web.connection import drop
from bot.sandbox.web.control import LoopbackOnly
from bot.sandbox.world import World

Json = dict[str, Any]
TICK_SECONDS = 0.2
LARGEST_REQUEST = MAX_UPLOAD + 64 * 1024
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


async def answer_call(world: World, request: Request) -> Response:
    """Carry out one call of the Bot API, with the faults that befall it."""
    method, faults = request.path_params["method"], world.faults
    try:
        check_token(world, request.path_params["token"])
        given = await read_parameters(request)
    except ApiError as refusal:
        return as_json(refusal.as_answer(), refusal.code)
    chat_id = given.get("chat_id")
    if faults.take(("away", "drop_before"), method, chat_id):
        world.record(method, chat_id, "dropped before")
        return await drop(request)
    if foreign := faults.take(tuple(FOREIGN), method, chat_id):
        world.record(method, chat_id, "answered by another")
        return as_foreign(foreign)
    answer = await _carry_out(world, method, given)
    if late := faults.take(("slow",), method, chat_id):
        await world.pause(late.seconds)
    if faults.take(("away", "drop_after"), method, chat_id):
        return await drop(request)
    return answer


async def _carry_out(world: World, method: str, given: Json) -> Response:
    """Call the method, unless a fault refuses it."""
    try:
        if fault := world.faults.take(REFUSALS, method, given.get("chat_id")):
            refusal = fault.as_refusal()
            world.record(method, given.get("chat_id"), refusal.outcome)
            raise refusal
        return as_json({"ok": True, "result": await call(world, method, given)}, 200)
    except ApiError as refusal:
        return as_json(refusal.as_answer(), refusal.code)


def as_json(body: Json, status: int) -> Response:
    """Return a JSON answer."""
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(content, status, media_type="application/json")


def as_foreign(fault: Fault) -> Response:
    """Return what something between the bot and Telegram would answer."""
    status, body = FOREIGN[fault.kind]
    return Response(body, status, media_type="text/html" if body.startswith(b"<") else "application/json")


def check_token(world: World, token: str) -> None:
    """Raise the 404 for what is no token, and the 401 for one of another bot."""
    if token == world.token:
        return
    bot_id, colon, secret = token.partition(":")
    if not colon or not bot_id.isdigit() or not secret:
        raise ApiError(404, "Not Found")
    raise ApiError(401, "Unauthorized")


async def send_file(world: World, request: Request) -> Response:
    """Return the bytes of a file by the path that getFile named."""
    if world.faults.take(("away",), "getFile"):
        return await drop(request)
    try:
        check_token(world, request.path_params["token"])
    except ApiError as refusal:
        return as_json(refusal.as_answer(), refusal.code)
    if foreign := world.faults.take(tuple(FOREIGN), "download"):
        return as_foreign(foreign)
    stored = world.files.at_path(request.path_params["path"])
    if stored is None:
        return as_json(ApiError(404, "Not Found").as_answer(), 404)
    return Response(world.files.contents[stored.file_id], media_type=stored.mime)


async def read_parameters(request: Request) -> Json:
    """Return the parameters of a call: from the query string, a form, JSON or multipart."""
    given: Json = dict(parse_qsl(request.scope["query_string"].decode(), keep_blank_values=True))
    if request.method == "GET":
        return given
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if int(request.headers.get("content-length") or 0) > LARGEST_REQUEST:
        async for _ in request.stream():
            continue
        raise ApiError(413, "Request Entity Too Large")
    if kind == "multipart/form-data":
        return {**given, **await _read_multipart(request)}
    body = await request.body()
    if kind == "application/json":
        return {**given, **_read_json(body)}
    return {**given, **_read_form(body)}


def _read_form(body: bytes) -> Json:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _read_json(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(read, dict):
        raise bad_request("object expected as JSON body")
    return read


async def _read_multipart(request: Request) -> Json:
    """Form fields; files stand under their field, and where another field says attach://field."""
    async with request.form() as form:
        given: Json = {}
        for name, value in form.multi_items():
            given[name] = await _read_upload(value) if isinstance(value, UploadFile) else value
    if isinstance(given.get("media"), str):
        given["media"] = _read_media(given["media"])
    return {name: _attach(value, given) for name, value in given.items()}


def _read_media(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request("can't parse media JSON object") from None


def _attach(value: Any, given: Json) -> Any:
    """Put files where the request says attach://field, in albums too."""
    if isinstance(value, list):
        return [_attach(each, given) for each in value]
    if isinstance(value, dict):
        return {name: _attach(each, given) for name, each in value.items()}
    if not isinstance(value, str) or not value.startswith("attach://"):
        return value
    attached = given.get(value.removeprefix("attach://"))
    if not isinstance(attached, Upload):
        raise bad_request("wrong file identifier/HTTP URL specified")
    return attached


async def _read_upload(file: UploadFile) -> Upload:
    return Upload(file.filename or "file", await file.read(), file.content_type or "application/octet-stream")


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
