"""What a request of the control API names: its person, the fields of its body, its files."""

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.files import Upload

Json = dict[str, Any]


async def read_body(request: Request) -> Json:
    """Return the JSON object of a request, empty for an empty body; raises SandboxError for anything else."""
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


def need_number(body: Json, name: str) -> float:
    """Return a field that is any number; raises SandboxError for anything else."""
    return float(need(body, name, int if isinstance(body.get(name), int) else float))


def may(body: Json, name: str, kind: type) -> Any:
    """Return a field of a request, or None when it is not given."""
    return None if body.get(name) is None else need(body, name, kind)


def person_of(request: Request) -> int:
    """Return the id of the person as whom somebody acts or looks."""
    return int(request.path_params["person_id"])


async def read_file(file: UploadFile) -> Upload:
    """Return a file of a form."""
    return Upload(file.filename or "file", await file.read(), file.content_type or "application/octet-stream")
