"""What is served to whoever pulls: bytes with their mark, and the short answer to whoever has them already."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True)
class Served:
    """What is served: its bytes, their mark, and since when they are so; None where the mark alone tells."""

    body: bytes
    tag: str
    since: datetime | None = None


def tag_of(content: bytes) -> str:
    """Make the mark of some bytes."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def nothing() -> Response:
    """Say that there is no such page."""
    return Response(status_code=HTTPStatus.NOT_FOUND)


def answer(request: Request, served: Served, *, kind: str, headers: Mapping[str, str]) -> Response:
    """Give what is served, or that it is what the reader has."""
    said = {"ETag": served.tag, **headers}
    if served.since is not None:
        said["Last-Modified"] = format_datetime(served.since.astimezone(UTC), usegmt=True)
    if _has_it(request, served):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=said)
    return Response(served.body, headers={**said, "Content-Type": kind})


def _has_it(request: Request, served: Served) -> bool:
    """Tell whether a reader has what is served; what they know by its mark counts before what they know by its day."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        known = [one.strip().removeprefix("W/") for one in tags.split(",")]
        return "*" in known or served.tag in known
    since = request.headers.get("if-modified-since")
    if since is None or served.since is None:
        return False
    try:
        at = parsedate_to_datetime(since)
    except (ValueError, OverflowError):
        return False
    return at.tzinfo is not None and served.since <= at
