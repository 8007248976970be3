"""The parameters of a call as they come over HTTP: in the query string, a form, JSON or multipart."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.state.files import MAX_UPLOAD, Upload
from bot.sandbox.web.fields import read_file

Json = dict[str, Any]
LARGEST_REQUEST = MAX_UPLOAD + 64 * 1024


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
            given[name] = await read_file(value) if isinstance(value, UploadFile) else value
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
