"""The Bot API over HTTP: calls and downloads, with the faults that befall them."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.sandbox.errors import ApiError
from bot.sandbox.methods import call
from bot.sandbox.traffic.faults import FOREIGN, REFUSALS, Fault
from bot.sandbox.web.connection import drop
from bot.sandbox.web.request_parameters import read_parameters
from bot.sandbox.world import World

Json = dict[str, Any]


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
